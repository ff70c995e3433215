import { createHash } from 'node:crypto';
import { canonicalJson, type LocalDate } from '@chengxin/kernel';
import { applyVisibility, type CatalogueItem, type ItemCode, type Openness, type Visibility, visible } from '@chengxin/law';
import { Clock, LawInForce } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';

const ANYONE = { role: 'public', enterprises: [] } as const;

/** What anyone may see of the items in force on a day. */
export class PublicView {
  /** Changes whenever anything that anyone may see does. */
  readonly rights: string;
  /** The items of records that are for everyone, with code, category and name, as JSON. */
  readonly items: string;
  /** The codes of the items that anyone may see. */
  readonly open: readonly ItemCode[];
  private readonly views: ReadonlyMap<ItemCode, { item: CatalogueItem; visibility: Visibility }>;
  /** Category and name of the items of records that are for everyone, as members of JSON. */
  private readonly named: ReadonlyMap<string, string>;

  constructor(
    catalogue: readonly CatalogueItem[],
    readonly on: LocalDate,
  ) {
    this.views = new Map(catalogue.map((item) => [item.code, { item, visibility: visible(ANYONE, item, on) }]));
    const views = [...this.views].map(([code, { item, visibility }]) => ({ code, id: item.id, visibility }));
    this.rights = createHash('sha256').update(canonicalJson(views)).digest('hex').slice(0, 32);
    const items = itemsOf(catalogue.filter(({ code }) => this.views.get(code)?.visibility.record));
    this.items = JSON.stringify(items);
    this.named = new Map(items.map(({ item, category, name }) => [item, JSON.stringify({ category, name }).slice(1, -1)]));
    this.open = [...this.views].filter(([, { visibility }]) => visibility.record).map(([code]) => code);
  }

  /** Of these values what anyone may see; undefined where the item is not for everyone, or not in force, or the record itself goes less far. */
  of(code: ItemCode, values: Readonly<Record<string, string>>, openness: Openness = 'public'): Record<string, string> | undefined {
    const view = this.views.get(code);
    return openness === 'public' && view?.visibility.record ? applyVisibility(values, view.visibility, view.item) : undefined;
  }

  /** A record of an item as JSON, from its members as `record_members` writes them. */
  recordText(item: string, members: string): string {
    return `{${this.named.get(item)},${members}}`;
  }

  /** How many records there are of each item, from the items of all of them: the `counts` of a credit file, as JSON. */
  countsText(items: readonly string[]): string {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
    let text = '';
    for (const [item, named] of this.named) text += `${text && ','}{${named},"item":"${item}","count":${counts.get(item) ?? 0}}`;
    return `[${text}]`;
  }
}

/** The public's view of the present business day. */
@Injectable()
export class PublicCatalogue {
  private newest?: { on: LocalDate; view: PublicView };

  constructor(
    private readonly lawInForce: LawInForce,
    private readonly clock: Clock,
  ) {}

  /** As it is today. */
  today(): PublicView {
    const on = this.clock.today();
    if (this.newest?.on !== on) this.newest = { on, view: new PublicView(this.lawInForce.law.catalogue(on), on) };
    return this.newest.view;
  }
}

/** Code, category and name of the items that are records, in the order of the catalogue. */
export function itemsOf(catalogue: readonly CatalogueItem[]): { item: ItemCode; category: number; name: CatalogueItem['name'] }[] {
  const records = catalogue.filter(({ code }) => code !== 'subject-register');
  return records.map(({ code, category, name }) => ({ item: code, category, name }));
}
