import { completeCreditCode, type CreditCode } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';

/** The credit code of a fictional body of the fictional city: authority and kind, then a number of its own. */
export function aCode(number: number, kind = '91'): CreditCode {
  return completeCreditCode(kind, '429500', `MA${String(number).padStart(6, '0')}`);
}

/** The market regulation bureau of the fictional city. */
export const MARKET_REGULATION = { code: aCode(1, '11'), name: '澄州市市场监督管理局' };

type Values = Readonly<Record<string, string>>;

/** A sound penalty by field name: a fine of 5,000 yuan by ordinary procedure, decided on 2026-04-20; `values` replace or add. */
export function aPenalty(values: Values = {}): Record<string, string> {
  return {
    partyName: '澄州市青禾食品有限公司',
    partyKind: '法人及非法人组织',
    creditCode: aCode(100),
    legalRepresentative: '林知夏',
    documentNumber: '澄市监罚〔2026〕15号',
    offence: '生产经营标签不符合规定的食品',
    facts: '销售的预包装食品标签未标明生产日期。',
    basis: '《中华人民共和国食品安全法》第一百二十五条',
    penaltyKinds: '罚款',
    content: '罚款人民币5000元。',
    fineAmount: '0.5',
    decidedOn: '2026/04/20',
    validUntil: '2099/12/31',
    authorityName: MARKET_REGULATION.name,
    authorityCode: MARKET_REGULATION.code,
    sourceName: MARKET_REGULATION.name,
    sourceCode: MARKET_REGULATION.code,
    procedure: '普通程序',
    sector: '市场监管',
    ...values,
  };
}

/** A sound licence by field name, valid from 2025-01-15 for five years. */
export function aLicence(values: Values = {}): Record<string, string> {
  return {
    partyName: '澄州市青禾食品有限公司',
    partyKind: '法人及非法人组织',
    creditCode: aCode(100),
    legalRepresentative: '林知夏',
    documentName: '食品生产许可决定书',
    documentNumber: '澄市监许〔2025〕3号',
    licenceKind: '核准',
    content: '准予食品生产许可。',
    decidedOn: '2025/01/10',
    validFrom: '2025/01/15',
    validUntil: '2030/01/14',
    authorityName: MARKET_REGULATION.name,
    authorityCode: MARKET_REGULATION.code,
    state: '1',
    sourceName: MARKET_REGULATION.name,
    sourceCode: MARKET_REGULATION.code,
    ...values,
  };
}

/** A sound row of the register by field name. */
export function aRegistration(values: Values = {}): Record<string, string> {
  return {
    creditCode: aCode(100),
    name: '澄州市青禾食品有限公司',
    establishedOn: '2019-03-05',
    kind: '有限责任公司',
    legalRepresentative: '林知夏',
    registeredCapital: '500万元',
    scope: '食品生产；食品销售',
    address: '澄州市东湖区望湖路8号',
    state: '存续',
    ...values,
  };
}

/** The header of a file that holds these fields of the item, by official code where there is one, else by Chinese name. */
export function headerOf(item: CatalogueItem, names: readonly string[]): string[] {
  return names.map((name) => {
    const field = item.fields.find((candidate) => candidate.name === name);
    if (!field) throw new RangeError(`${item.code} has no field ${name}`);
    return field.code ?? field.zh;
  });
}

/** A CSV file of rows given by field name; the columns are those that any of the rows has. */
export function csvOf(item: CatalogueItem, rows: readonly Values[]): string {
  const names = item.fields.map(({ name }) => name).filter((name) => rows.some((row) => row[name] !== undefined));
  const lines = [headerOf(item, names), ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  return lines.map((cells) => cells.map(quoted).join(',')).join('\n');
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
