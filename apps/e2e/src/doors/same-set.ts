import { type LocalDate, localDate } from '@chengxin/kernel';
import { applyVisibility, type ItemCode, loadLaw, narrowest, type Openness, type Reader, visible, withoutPurpose } from '@chengxin/law';
import { aPenalty, ENTERPRISES } from '../penalties.js';
import { statedBy } from '../stated.js';
import { type System } from '../system.js';

/** A record as the registry holds it: as much as decides who sees what of it. */
type Held = {
  id: string;
  code: string;
  state: {
    item: ItemCode;
    openness: Openness;
    status: string;
    sourceUnit: { code: string };
    authority: { code: string };
    fields: Record<string, string>;
    publicity: { shown: boolean; shownFrom?: string; shownUntil?: string; sharedUntil?: string };
  };
};

/** Records by identifier, each with the fields that are seen of it. */
export type Seen = Record<string, Record<string, string>>;

/** Whoever reads: a user of the demonstration, or the public; `states` the headers in which it says why. */
export type ReaderOf = Pick<Reader, 'role' | 'unit' | 'enterprises'> & { user: string | undefined; states: Record<string, string> };

/** An enterprise as search finds it. */
export type Found = { creditCode: string; name: string };

const COLLECTED = ['credit.registry.record-collected.v1', 'credit.registry.record-corrected.v1'].join();
const law = loadLaw();

/** What is true of a system: its records by enterprise, the names of the register, and its business date. */
export type Truth = { records: ReadonlyMap<string, readonly Held[]>; names: ReadonlyMap<string, string>; today: LocalDate };

/** A reader who says why it looks, as far as it has a purpose, and the same one who does not. */
export const manners = (reader: Omit<ReaderOf, 'states'>): ReaderOf[] =>
  [statedBy(reader.user), {}].map((states) => ({ ...reader, states }));

/** Reads the truth where it is owned. */
export async function truthOf(system: System): Promise<Truth> {
  const held = await system.query<Held>('registry', 'select id, credit_code as code, state from records');
  const named = await system.query<Found>('registry', `select credit_code as "creditCode", state ->> 'name' as name from subjects`);
  const names = new Map(named.map(({ creditCode, name }) => [creditCode, name]));
  const { today } = await system.cli<{ today: string }>('clock', 'show');
  const records = new Map<string, Held[]>();
  for (const record of held) records.set(record.code, [...(records.get(record.code) ?? []), record]);
  return { records, names, today: localDate(today) };
}

/** What a reader may see of an enterprise by the one rule of the law, and nothing else. */
export function allowed({ records, today }: Truth, code: string, reader: ReaderOf): Seen {
  const seen = (records.get(code) ?? []).flatMap(({ id, state }) => {
    const item = law.item(state.item, today);
    if (!item) return [];
    const { role, unit, enterprises, states } = reader;
    const stated: Reader = { role, enterprises, subject: code, sourceUnit: state.sourceUnit.code, ...(unit && { unit }) };
    const who = states['purpose'] ? stated : withoutPurpose(stated);
    const visibility = visible(who, item, today, narrowest(state.openness, stillOpenTo(state, today)));
    return visibility.record ? [[id, applyVisibility(state.fields, visibility, item)] as const] : [];
  });
  return Object.fromEntries(seen);
}

/** What search finds for a reader who types a credit code. */
export async function searched({ gateway }: System, code: string, { user, states }: ReaderOf): Promise<Found[]> {
  const { items } = await gateway.get<{ items: Found[] }>(`/subjects?q=${code}`, user, states);
  return items.map(({ creditCode, name }) => ({ creditCode, name }));
}

/** The list of records as a reader gets it, page by page. */
export async function listed({ gateway }: System, code: string, { user, states }: ReaderOf): Promise<Seen> {
  const records = await gateway.all<{ recordId: string; fields: Record<string, string> }>(`/subjects/${code}/records`, user, states);
  return Object.fromEntries(records.map(({ recordId, fields }) => [recordId, fields]));
}

/** The records of the public credit file. */
export async function onFile({ gateway }: System, code: string): Promise<Seen> {
  const { records } = await gateway.get<{ records: { recordId: string; fields: Record<string, string> }[] }>(`/subjects/${code}`);
  return Object.fromEntries(records.map(({ recordId, fields }) => [recordId, fields]));
}

type Entry = { withheld?: true; data: { recordId: string; fields?: Record<string, string> } };

/** What the feed has said of an enterprise's records, the last word of each. */
export async function inFeed({ gateway }: System, code: string, { user, states }: ReaderOf): Promise<Seen> {
  const path = `/events?subject=${code}&types=${COLLECTED}&limit=200`;
  const { items, more } = await gateway.get<{ items: Entry[]; more: boolean }>(path, user, states);
  if (more) throw new Error(`${code} has more events than one page`);
  const said = items.filter(({ withheld }) => !withheld);
  return Object.fromEntries(said.map(({ data: { recordId, fields = {} } }) => [recordId, fields]));
}

/** The records that a unit reads one by one, of all that the enterprise has. */
export async function oneByOne({ gateway }: System, { records }: Truth, code: string, { user, states }: ReaderOf): Promise<Seen> {
  const seen: Seen = {};
  for (const { id } of records.get(code) ?? []) {
    const { status, body } = await gateway.ask<{ fields: Record<string, string> }>({
      path: `/records/${id}`,
      headers: states,
      ...(user && { as: user }),
    });
    if (status === 200) seen[id] = body.fields;
  }
  return seen;
}

/** Of what is seen, what this unit determined or sent. */
export function ofUnit(seen: Seen, { records }: Truth, code: string, unit: string | undefined): Seen {
  const own = (records.get(code) ?? []).filter(({ state }) => [state.sourceUnit.code, state.authority.code].some((one) => one === unit));
  return Object.fromEntries(own.flatMap(({ id }) => (seen[id] ? [[id, seen[id]] as const] : [])));
}

/** A unit sends records of different openness in: one that is shown, one of a simple procedure that is not, and one whose duties are met. */
export async function collectSome({ gateway }: System): Promise<void> {
  const [enterprise] = ENTERPRISES;
  if (!enterprise) throw new Error('the city has no enterprise');
  const send = async (number: string, changes: Record<string, string> = {}) =>
    (await gateway.post<{ record: { recordId: string } }>('/records', aPenalty(enterprise, number, changes), 'department')).record;
  await send('测〔2026〕推1号');
  await send('测〔2026〕推2号', { procedure: '简易程序' });
  const { recordId } = await send('测〔2026〕推3号');
  const met = { fulfilledOn: '2026-05-10', what: '罚款已缴清', proof: '缴款书示例1号' };
  await gateway.post(`/records/${recordId}/fulfilment`, met, 'department');
}

/** To everyone while it is shown, to departments while it is shared, then to its enterprise, its source and those who oversee. */
function stillOpenTo({ status, publicity }: Held['state'], today: LocalDate): Openness {
  const { shown, shownFrom = '', shownUntil = '9999-12-31', sharedUntil = '9999-12-31' } = publicity;
  if (status !== 'standing') return 'authorised';
  if (shown && shownFrom <= today && today <= shownUntil) return 'public';
  return today <= sharedUntil ? 'shared' : 'authorised';
}
