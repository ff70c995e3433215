import { type Openness } from './item.js';

/** The degrees of openness, from the widest. */
const NARROWING: readonly Openness[] = ['public', 'shared', 'authorised', 'own-unit', 'internal'];

/** Of several degrees of openness the narrowest: what is bound by each of them goes no further. */
export const narrowest = (first: Openness, ...others: Openness[]): Openness =>
  others.reduce((a, b) => (NARROWING.indexOf(b) > NARROWING.indexOf(a) ? b : a), first);
