const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const SEPARATORS = /[\s\u00ad\u200b-\u200d\u2060\ufeff\-\u2010-\u2015\u2212\u30fc]/g;

/** Full-width ASCII becomes half-width, one character for one, so that positions stay what they were. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET)).replace(/\u3000/g, ' ');

/** An identifier as it is compared: half-width, upper case, without spaces, invisible characters and hyphens. */
export const bareIdentifier = (text: string): string => halfWidth(text).replace(SEPARATORS, '').toUpperCase();
