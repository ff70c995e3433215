/** A name or fragment as it is compared: one width and case, without white space and control characters. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, '');

/** Every two characters that follow one another in a comparable text, each once; none of a single character. */
export function bigramsOf(text: string): string[] {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, n) => `${characters[n]}${character}`))];
}
