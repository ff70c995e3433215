import type { LocalDate } from '@chengxin/kernel';
import { type CatalogueItem, type Law, recordOpenness } from '@chengxin/law';
import { repairEffect } from '../publicity/endings.js';
import { classedPublicity, neverShown, type Publicity, unclassedPublicity } from '../publicity/publicity.js';
import { classify } from './classification.js';
import type { CreditRecord, Unit } from './record.js';

/** What the publicity of a record depends on. */
type Dated = Omit<CreditRecord, 'publicity'>;

/** Who supplies a row and on which business day. */
export type Supply = { sourceUnit: Unit; today: LocalDate };

/**
 * A record from the open fields of a sound row, which it keeps as they are: classified, and dated under the regime of its decision.
 * It goes as far as its item allows, and no further than it says itself where the item has a field for that. What it states is true
 * from its decision on; whether its duties are met is unknown until the determining unit says so.
 */
export function collect(law: Law, item: CatalogueItem, fields: Readonly<Record<string, string>>, supply: Supply): CreditRecord {
  const classification = classify(law, item, fields);
  const decidedOn = fields['decidedOn'] as LocalDate;
  const dated: Dated = {
    item: item.code,
    itemEntry: item.id,
    polarity: item.polarity,
    openness: recordOpenness(item, fields),
    creditCode: fields['creditCode'] ?? '',
    documentNumber: fields['documentNumber'] ?? '',
    decidedOn,
    authority: { code: fields['authorityCode'] ?? '', name: fields['authorityName'] ?? '' },
    sourceUnit: supply.sourceUnit,
    fields,
    fulfilment: 'unknown',
    effectiveFrom: decidedOn,
    collectedOn: supply.today,
    status: 'standing',
    ...classification,
    assumed: [...(item.mark === 'assumed' ? [item.id] : []), ...(classification?.assumed ?? [])],
  };
  return { ...dated, publicity: unrepairedPublicity(law, dated) };
}

/** When a record is shown, shared and counted, as it stands now: after a repair no longer. */
export function publicityOf(law: Law, record: Dated): Publicity {
  const publicity = unrepairedPublicity(law, record);
  return record.repairedOn ? repairEffect(publicity, record.repairedOn).publicity : publicity;
}

/** When a record would be shown, shared and counted without its repair; one that is not for everyone is never shown. */
export function unrepairedPublicity(law: Law, record: Dated): Publicity {
  const publicity = ofItsKind(law, record);
  return record.openness === 'public' ? publicity : neverShown(publicity);
}

function ofItsKind(law: Law, record: Dated): Publicity {
  const { decidedOn, fields, class: own, ratingClass, fulfilment } = record;
  if (!own || !ratingClass) return unclassedPublicity(law, { ...record, validUntil: dateIn(fields, 'validUntil') });
  const saidBySource = dateIn(fields, 'publicityUntil');
  return classedPublicity(law, {
    decidedOn,
    class: own,
    ratingClass,
    fulfilled: fulfilment === 'met',
    ...(saidBySource && { saidBySource }),
  });
}

function dateIn(fields: Readonly<Record<string, string>>, name: string): LocalDate | undefined {
  return fields[name] as LocalDate | undefined;
}
