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

  constructor(catalogue: readonly CatalogueItem[], on: LocalDate) {
    this.views = new Map(catalogue.map((item) => [item.code, { item, visibility: visible(ANYONE, item, on) }]));
    const views = [...this.views].map(([code, { item, visibility }]) => ({ code, id: item.id, visibility }));
    this.rights = createHash('sha256').update(canonicalJson(views)).digest('hex').slice(0, 32);
    this.items = itemsOf(catalogue.filter(({ code }) => this.views.get(code)?.visibility.record));
    this.open = [...this.views].filter(([, { visibility }]) => visibility.record).map(([code]) => code);
  }

  /** Of these values what anyone may see; undefined where the item is not for everyone, or not in force, or the record itself goes less far. */
  of(code: ItemCode, values: Readonly<Record<string, string>>, openness: Openness = 'public'): Record<string, string> | undefined {
    const view = this.views.get(code);
    return openness === 'public' && view?.visibility.record ? applyVisibility(values, view.visibility, view.item) : undefined;
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

/** Code, category and name of the items that are records, as JSON in the order of the catalogue. */
export function itemsOf(catalogue: readonly CatalogueItem[]): string {
  const records = catalogue.filter(({ code }) => code !== 'subject-register');
  return JSON.stringify(records.map(({ code, category, name }) => ({ item: code, category, name })));
}
