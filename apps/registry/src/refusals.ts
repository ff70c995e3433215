import type { RefusalTable } from '@chengxin/platform';
import type { FactRefusal, HeaderRefusal, MappingFault, ProblemRefusal } from '@chengxin/registry';
import type { WorkbookRefusal } from './uploads/table-row.js';

/** What the registry refuses of a batch or report as a whole. */
export type ReportRefusal =
  | { code: 'registry.not-own-unit'; unit: string }
  | { code: 'registry.item-unknown'; item: string }
  | { code: 'registry.as-of-missing'; item: string }
  | { code: 'registry.as-of-no-date'; asOf: string }
  | { code: 'registry.as-of-in-future'; asOf: string; today: string };

/** What the registry refuses of an uploaded file. */
export type FileRefusal =
  | { code: 'registry.file-missing' }
  | { code: 'registry.file-too-large'; megabytes: number }
  | { code: 'registry.file-empty' }
  | { code: 'registry.file-no-table' }
  | WorkbookRefusal
  | HeaderRefusal;

/** What the registry refuses of a mapping and its sample. */
export type MappingRefusal =
  | { code: 'registry.sample-unreadable' }
  | { code: 'registry.sample-size'; rows: number; most: number }
  | { code: 'registry.mapping-refused'; faults: MappingFault[]; rows: { faults: object[] }[] };

/** What the registry refuses of one record. */
export type RecordRefusal =
  | { code: 'registry.record-refused'; faults: object[] }
  | { code: 'registry.key-not-correctable'; fields: string[] }
  | { code: 'registry.no-personal-details' }
  | { code: 'registry.personal-details-deleted'; deletedOn: string; under: string }
  | FactRefusal;

/** Every refusal of the registry with its status and texts; a new one does not compile until it is listed. */
export const REFUSALS: RefusalTable<(ReportRefusal | FileRefusal | MappingRefusal | RecordRefusal | ProblemRefusal)['code']> = {
  'registry.not-own-unit': {
    status: 403,
    zh: '只能以本单位（{unit} 以外）名义报送',
    en: 'You report for your own unit only, not for {unit}',
  },
  'registry.item-unknown': { status: 422, zh: '目录中没有“{item}”', en: 'The catalogue has no item {item}' },
  'registry.as-of-missing': {
    status: 422,
    zh: '报送登记信息须写明截至日期 asOf',
    en: 'A register needs asOf, the day up to which it speaks',
  },
  'registry.as-of-no-date': { status: 422, zh: '截至日期 {asOf} 不是日历上的日期', en: 'asOf {asOf} is no day of the calendar' },
  'registry.as-of-in-future': { status: 422, zh: '截至日期 {asOf} 晚于今天 {today}', en: 'asOf {asOf} is after today, {today}' },
  'registry.file-missing': { status: 422, zh: '请求中没有文件', en: 'The request has no file' },
  'registry.file-too-large': { status: 413, zh: '文件超过 {megabytes} MB', en: 'The file has more than {megabytes} MB' },
  'registry.file-empty': {
    status: 422,
    zh: '文件是空的；没有新数据时请至少保留表头',
    en: 'The file is empty; with nothing new, send the header alone',
  },
  'registry.file-no-table': {
    status: 422,
    zh: '文件不是表格：须为 UTF-8 或 GB18030 的 CSV、XLSX 或每行一个对象的 JSON',
    en: 'The file is no table: it must be CSV in UTF-8 or GB18030, XLSX, or JSON with one object a line',
  },
  'registry.workbook-protected': {
    status: 422,
    zh: '文件是旧版 xls 或带密码的工作簿；请另存为不带密码的 xlsx',
    en: 'The file is an old xls or a workbook under a password; save it as xlsx without one',
  },
  'registry.workbook-too-large': {
    status: 422,
    zh: '工作簿解压后超过 1 GB 或压缩比超过 100，或文字过多；请改用 CSV 报送',
    en: 'The workbook unpacks to more than 1 GB, to more than 100 times its size, or to too much text; send it as CSV',
  },
  'registry.workbook-unreadable': {
    status: 422,
    zh: '工作簿已损坏或不是 xlsx；请重新另存为 xlsx',
    en: 'The workbook is damaged or no xlsx; save it as xlsx once more',
  },
  'registry.header-not-recognised': { status: 422, zh: '首行不是该目录项的表头', en: 'The first row is no header of this item' },
  'registry.header-incomplete': { status: 422, zh: '表头缺少必填列：{missing}', en: 'The header lacks required columns: {missing}' },
  'registry.header-column-twice': { status: 422, zh: '表头中有重复的列：{columns}', en: 'The header names columns twice: {columns}' },
  'registry.sample-unreadable': {
    status: 422,
    zh: '样例不是表格：请给出一份 CSV 文本，或若干 JSON 对象，二者取一',
    en: 'The sample is no table: give CSV text or JSON objects, one of the two',
  },
  'registry.sample-size': {
    status: 422,
    zh: '样例须有 1 至 {most} 行数据，现有 {rows} 行',
    en: 'A sample has 1 to {most} rows, found {rows}',
  },
  'registry.mapping-refused': {
    status: 422,
    zh: '按此映射读不出样例，共 {count} 处',
    en: 'The sample does not read under this mapping: {count} faults',
  },
  'registry.record-refused': { status: 422, zh: '记录未通过校验，共 {count} 处', en: 'The record has {count} faults' },
  'registry.key-not-correctable': {
    status: 422,
    zh: '{fields} 是记录的主键，不能更正；请撤回后重新报送',
    en: '{fields} identify the record and cannot be corrected; withdraw it and send it anew',
  },
  'registry.no-personal-details': {
    status: 409,
    zh: '该记录没有另行保存的个人信息',
    en: 'No personal details came with this record',
  },
  'registry.personal-details-deleted': {
    status: 409,
    zh: '个人信息已于 {deletedOn} 依据 {under} 删除',
    en: 'The personal details were deleted on {deletedOn} under {under}',
  },
  'registry.action-not-allowed': {
    status: 409,
    zh: '记录状态为 {status}，不能执行此操作',
    en: 'The record is {status}; this cannot be done to it',
  },
  'registry.not-determining-unit': {
    status: 403,
    zh: '只有认定单位 {authority} 可以执行',
    en: 'Only the determining unit {authority} may do this',
  },
  'registry.fact-in-future': { status: 422, zh: '日期 {on} 晚于今天 {today}', en: '{on} is after today, {today}' },
  'registry.fact-before-decision': {
    status: 422,
    zh: '日期 {on} 早于决定日期 {decidedOn}',
    en: '{on} is before the decision, {decidedOn}',
  },
  'registry.fulfilment-stands': {
    status: 409,
    zh: '已于 {fulfilledOn} 登记为履行完毕',
    en: 'The duties are known to be met since {fulfilledOn}',
  },
  'registry.problem-action-not-allowed': {
    status: 409,
    zh: '问题的状态为 {status}，不能执行此操作',
    en: 'The problem is {status}; this cannot be done about it',
  },
  'registry.no-duty': { status: 422, zh: '该记录没有待履行的义务', en: 'The record states no duty' },
};
