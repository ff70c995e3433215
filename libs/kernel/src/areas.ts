import { AREA_TABLE } from './area-table.js';
import { localDate, type LocalDate } from './local-date.js';

/** An administrative area (GB/T 2260: six digits) and the days on which its code was in force; no `until` when it still is. */
export interface Area {
  code: string;
  name: string;
  from: LocalDate;
  until?: LocalDate;
}

const OLDEST = localDate('1949-10-01');
const WRITTEN = /^(\d{6})(\S+)(?: ([\d-]*)\/([\d-]*))?$/;

/**
 * Every area code in force since 2007, from the editions of GB/T 2260 of 1980 to 2019 and the state of mid 2023. An edition says
 * what had changed since the last, not when: a code is taken as valid from the day after the last edition without it.
 */
export const AREAS: readonly Area[] = AREA_TABLE.trim().split(/[\n,]/).map(areaOf);

const indexes = new WeakMap<readonly Area[], ReadonlyMap<string, readonly Area[]>>();

/** The area that bore the code on that day; undefined when none did. */
export const findArea = (code: string, on: LocalDate, areas: readonly Area[] = AREAS): Area | undefined =>
  indexOf(areas)
    .get(code)
    ?.find((area) => area.from <= on && (area.until === undefined || on <= area.until));

function indexOf(areas: readonly Area[]): ReadonlyMap<string, readonly Area[]> {
  const known = indexes.get(areas);
  if (known) return known;
  const index = new Map<string, Area[]>();
  for (const area of areas) index.set(area.code, [...(index.get(area.code) ?? []), area]);
  indexes.set(areas, index);
  return index;
}

function areaOf(written: string): Area {
  const [, code = '', name = '', from, until] = WRITTEN.exec(written) ?? [];
  return { code, name, from: from ? localDate(from) : OLDEST, ...(until && { until: localDate(until) }) };
}
