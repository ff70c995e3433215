import { completeCreditCode, type CreditCode } from '@chengxin/kernel';
import { DISTRICTS } from './departments.js';
import { NAME_WORDS, nameWord } from './names.js';
import { type Random, random } from './random.js';
import { type CityKind, type Trade, TRADES } from './trades.js';

/** An enterprise of the city as it is known in every file: code, name, what it does and where. */
export interface CityEnterprise {
  code: CreditCode;
  name: string;
  kind: CityKind;
  trade: Trade;
  district: string;
}

const KINDS: readonly (readonly [number, CityKind])[] = [
  [62, 'enterprise'],
  [25, 'individual-business'],
  [5, 'cooperative'],
  [4, 'public-institution'],
  [4, 'social-organisation'],
];

/** Registering authority and kind, and how the organisation codes of that authority begin. */
const CODES: Record<CityKind, readonly [authorityAndKind: string, body: string]> = {
  enterprise: ['91', 'MA'],
  'individual-business': ['92', 'MA'],
  cooperative: ['93', 'MA'],
  'public-institution': ['12', 'MB'],
  'social-organisation': ['52', 'MJ'],
};

const AREAS = Object.keys(DISTRICTS) as (keyof typeof DISTRICTS)[];
/** How names begin, and in which district their enterprises then are. */
const PLACES: readonly (readonly [place: string, area?: keyof typeof DISTRICTS])[] = [
  ['澄州'],
  ['澄州东湖', '429502'],
  ['澄州西岭', '429503'],
  ['澄州南浦', '429521'],
];

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The first enterprises are always the same companies, so that the demonstration's users can hold them whatever the city's size. */
const FIXED = 2;

/** `size` enterprises of all kinds; codes depend on place in the list and kind alone, and no two enterprises share code or name. */
export function enterprises(seed: number, size: number): CityEnterprise[] {
  const dice = random(`${seed}/enterprises`);
  const ordinals = new Map<CityKind, number>();
  return Array.from({ length: size }, (_, at) => {
    const kind = at < FIXED ? 'enterprise' : dice.weighted(KINDS);
    const ordinal = ordinals.get(kind) ?? 0;
    ordinals.set(kind, ordinal + 1);
    return enterprise(at, kind, ordinal, at < FIXED ? random('fixed') : dice);
  });
}

/** The codes of the enterprises that exist in a city of every seed and size. */
export const FIXED_CODES: readonly CreditCode[] = enterprises(0, FIXED).map(({ code }) => code);

function enterprise(at: number, kind: CityKind, ordinal: number, dice: Random): CityEnterprise {
  const [authorityAndKind, body] = CODES[kind];
  const { name, trade, area = dice.pick(AREAS) } = naming(kind, ordinal);
  return { code: completeCreditCode(authorityAndKind, area, `${body}${serial(at)}`), name, kind, trade, district: DISTRICTS[area] };
}

/** Word, trade and place come from the ordinal by a step that visits every combination once before it repeats. */
function naming(kind: CityKind, ordinal: number): { name: string; trade: Trade; area?: keyof typeof DISTRICTS } {
  const trades = TRADES[kind];
  const combination = (ordinal * 7919) % (NAME_WORDS * PLACES.length * trades.length);
  const trade = trades[combination % trades.length];
  const rest = Math.floor(combination / trades.length);
  const [place, area] = PLACES[rest % PLACES.length] ?? [];
  if (trade === undefined || place === undefined) throw new RangeError(`no name left for ${kind} ${ordinal}`);
  const form = kind === 'enterprise' ? '有限公司' : '';
  return { name: `${place}${nameWord(Math.floor(rest / PLACES.length))}${trade.word}${form}`, trade, ...(area && { area }) };
}

/** Six characters of the credit code's alphabet, far apart for neighbours: the step is prime to the alphabet's size. */
function serial(at: number): string {
  let rest = (at * 20_011 + 408_427) % CHARACTERS.length ** 6;
  let text = '';
  for (let place = 0; place < 6; place += 1) {
    text = `${CHARACTERS.charAt(rest % CHARACTERS.length)}${text}`;
    rest = Math.floor(rest / CHARACTERS.length);
  }
  return text;
}
