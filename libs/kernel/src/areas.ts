import { localDate, type LocalDate } from './local-date.js';

/** An administrative area (GB/T 2260: six digits) and the days on which its code was in force; no `until` when it still is. */
export interface Area {
  code: string;
  name: string;
  from: LocalDate;
  until?: LocalDate;
}

/** Provinces and the areas of Hubei that the tests need. */
export const AREAS: readonly Area[] = [{ code: '420000', name: '湖北省', from: localDate('1949-10-01') }];

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
