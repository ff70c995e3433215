import { type CatalogueField } from './item.js';

type Prefix = 'CF' | 'XK';

type Rest = Partial<Omit<CatalogueField, 'name' | 'zh'>>;

/** A column by its English and its official Chinese name; unless `rest` says otherwise optional, open text without synonyms. */
export const column = (name: string, zh: string, rest: Rest = {}): CatalogueField => ({
  name,
  zh,
  synonyms: [],
  type: 'text',
  required: false,
  openness: 'public',
  ...rest,
});

/** 行政相对人类别: whom a licence or a penalty concerns (two official layouts of 2018). */
export const PARTY_KINDS = ['法人及非法人组织', '自然人', '个体工商户'] as const;

/** 证件类型 of the official layouts; anything else is written after `其他-`. */
const PAPERS = ['身份证', '护照号', '港澳居民来往内地通行证', '台湾居民来往大陆通行证', '外国人永久居留身份证'];

const ORGANISATIONS = { when: 'partyKind', is: ['法人及非法人组织', '个体工商户'] };
const PERSONS = { when: 'partyKind', is: ['自然人'] };

const paperKind: Rest = { type: 'enum', length: 64, values: PAPERS, otherPrefix: '其他-', openness: 'internal', personal: true };
const paperNumber: Rest = { length: 64, openness: 'internal', personal: true };

const nameColumns = (prefix: Prefix): CatalogueField[] => [
  column('partyName', '行政相对人名称', {
    code: `${prefix}_XDR_MC`,
    length: 200,
    required: true,
    synonyms: ['企业名称', '单位名称', '相对人名称', '当事人名称'],
  }),
  column('partyKind', '行政相对人类别', {
    code: `${prefix}_XDR_LB`,
    type: 'enum',
    length: 16,
    required: true,
    values: PARTY_KINDS,
    synonyms: ['相对人类别'],
  }),
  column('creditCode', '行政相对人代码_1(统一社会信用代码)', {
    code: `${prefix}_XDR_SHXYM`,
    type: 'credit-code',
    length: 18,
    required: ORGANISATIONS,
    synonyms: ['统一社会信用代码', '社会信用代码', '行政相对人代码_1', '行政相对人代码_1 统一社会信用代码'],
  }),
];

const otherNumberColumns = (prefix: Prefix): CatalogueField[] => [
  column('registrationNumber', '行政相对人代码_2(工商注册号)', {
    code: `${prefix}_XDR_GSZC`,
    length: 50,
    synonyms: ['工商注册号', '行政相对人代码_2', '工商登记码'],
  }),
  column('organisationCode', '行政相对人代码_3(组织机构代码)', {
    code: `${prefix}_XDR_ZZJG`,
    length: 9,
    synonyms: ['组织机构代码', '行政相对人代码_3'],
  }),
  // The tax number of an individual business may be built on its operator's identity number.
  column('taxNumber', '行政相对人代码_4(税务登记号)', {
    code: `${prefix}_XDR_SWDJ`,
    length: 15,
    openness: 'shared',
    mask: [3, 2],
    synonyms: ['税务登记号', '行政相对人代码_4'],
  }),
  column('institutionNumber', '行政相对人代码_5(事业单位证书号)', {
    code: `${prefix}_XDR_SYDW`,
    length: 12,
    synonyms: ['事业单位证书号', '行政相对人代码_5'],
  }),
  column('societyNumber', '行政相对人代码_6(社会组织登记证号)', {
    code: `${prefix}_XDR_SHZZ`,
    length: 50,
    synonyms: ['社会组织登记证号', '行政相对人代码_6'],
  }),
];

const personColumns = (prefix: Prefix): CatalogueField[] => [
  column('legalRepresentative', '法定代表人', {
    code: `${prefix}_FRDB`,
    length: 50,
    required: ORGANISATIONS,
    synonyms: ['法人代表', '法定代表人姓名', '负责人', '经营者'],
  }),
  column('representativePaperKind', '法定代表人证件类型', { ...paperKind, code: `${prefix}_FR_ZJLX` }),
  column('representativePaperNumber', '法定代表人证件号码', {
    ...paperNumber,
    code: `${prefix}_FR_ZJHM`,
    synonyms: [`${prefix}_FR_SFZH`, '法定代表人身份证号'],
  }),
  column('partyPaperKind', '证件类型', {
    ...paperKind,
    code: `${prefix}_XDR_ZJLX`,
    required: PERSONS,
    synonyms: ['自然人证件类型'],
  }),
  column('partyPaperNumber', '证件号码', {
    ...paperNumber,
    code: `${prefix}_XDR_ZJHM`,
    required: PERSONS,
    synonyms: ['自然人证件号码', '身份证号码'],
  }),
];

/** The thirteen columns on the party that open both official layouts; `prefix` is that of their codes, CF (penalty) or XK (licence). */
export const partyColumns = (prefix: Prefix): CatalogueField[] => [
  ...nameColumns(prefix),
  ...otherNumberColumns(prefix),
  ...personColumns(prefix),
];

/** Who supplied the row and what else is to be said: the three columns that close both official layouts. */
export const sourceColumns = (codes: { name: string; code: string; remarks: string } | undefined): CatalogueField[] => [
  column('sourceName', '数据来源单位', { code: codes?.name, length: 200, required: true }),
  column('sourceCode', '数据来源单位统一社会信用代码', { code: codes?.code, type: 'credit-code', length: 18, required: true }),
  column('remarks', '备注', { code: codes?.remarks, length: 512, openness: 'shared' }),
];

/**
 * Whom a record concerns: name and code of the enterprise, and its legal representative. `role` is what the enterprise is
 * called where the record is made (被执行人, 承诺人), by which files also head these columns.
 */
export const subjectColumns = (role?: string): CatalogueField[] => [
  column('partyName', '企业名称', {
    length: 200,
    required: true,
    synonyms: ['名称', '单位名称', '主体名称', '信用主体名称', ...(role ? [`${role}名称`] : [])],
  }),
  column('creditCode', '统一社会信用代码', {
    type: 'credit-code',
    length: 18,
    required: true,
    synonyms: ['社会信用代码', '信用代码', ...(role ? [`${role}代码`] : [])],
  }),
  column('legalRepresentative', '法定代表人', { length: 50, synonyms: ['法人代表', '法定代表人姓名', '负责人', '经营者'] }),
];

/** How a column is headed: by its Chinese name, or by a synonym. */
type Heads = readonly [zh: string, ...synonyms: string[]];

/** How an item heads what every determined fact has: its document, the day of it, and the body that determined it. */
export type DeterminedHeads = { document: Heads; day: Heads; authority: Heads };

/** By which document, on which day and by whom a fact was determined. */
export const determinedColumns = ({ document, day, authority }: DeterminedHeads): CatalogueField[] => [
  headed('documentNumber', document, { length: 128, required: true }),
  headed('decidedOn', day, { type: 'date', required: true }),
  headed('authorityName', authority, { length: 200, required: true }),
  headed('authorityCode', [`${authority[0]}统一社会信用代码`, ...authority.map((head) => `${head}代码`)], {
    type: 'credit-code',
    length: 18,
    required: true,
  }),
];

const headed = (name: string, [zh, ...synonyms]: Heads, rest: Rest): CatalogueField => column(name, zh, { ...rest, synonyms });

/** An amount of money in 10,000 yuan with at most six decimals, so 18 digits with the point. */
export const amountColumn = (name: string, zh: string, rest: Rest = {}): CatalogueField =>
  column(name, zh, { type: 'decimal', length: 18, unit: 'ten-thousand-yuan', synonyms: [zh.replace('(万元)', '')], ...rest });

/** The natural key of everything a unit decides by a document: one decision may name several enterprises. */
export const DECISION_KEY = ['authorityCode', 'documentNumber', 'creditCode'];
