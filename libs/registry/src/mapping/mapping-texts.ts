import type { FaultText } from '../reading/fault-texts.js';

const t = (ruleZh: string, ruleEn: string, mendZh: string, mendEn: string): FaultText => ({
  rule: { zh: ruleZh, en: ruleEn },
  mend: { zh: mendZh, en: mendEn },
});

/** Everything that can be wrong with a mapping itself, with its texts; what is wrong with the rows of its sample are faults of rows. */
export const MAPPING_TEXTS = {
  'registry.mapping-column-unknown': t(
    '样例表头中没有列“{column}”',
    'the header of the sample has no column {column}',
    '请按样例表头书写列名',
    'write the column as the header does',
  ),
  'registry.mapping-column-twice': t(
    '列“{column}”映射了多次',
    'column {column} is mapped more than once',
    '每列只映射一次',
    'map each column once',
  ),
  'registry.mapping-field-unknown': t(
    '目录项没有字段“{field}”',
    'the catalogue item has no field {field}',
    '请使用目录中的字段名',
    'use a field name of the catalogue',
  ),
  'registry.mapping-field-twice': t(
    '有多列对应字段“{field}”',
    'more than one column stands for {field}',
    '每个字段只留一列',
    'leave one column for each field',
  ),
  'registry.mapping-field-missing': t(
    '没有列对应必填字段“{field}”',
    'no column stands for the required field {field}',
    '请为该字段映射一列',
    'map a column to it',
  ),
  'registry.mapping-date-format': t(
    '看不懂列“{column}”的日期格式“{found}”',
    'the date format {found} of column {column} is not understood',
    '年、月、日各写一次，如 yyyy年M月d日、dd.MM.yyyy',
    'write year, month and day once each, as in yyyy/MM/dd or dd.MM.yyyy',
  ),
  'registry.mapping-format-misplaced': t(
    '列“{column}”的格式与字段“{field}”的类型不符',
    'the format of column {column} does not go with the type of {field}',
    '日期格式只用于日期字段，金额单位只用于以万元计的字段',
    'date formats are for dates, amount units for amounts in 10,000 yuan',
  ),
  'registry.mapping-not-needed': t(
    '映射的列都是官方列名，此类文件本来就能读取',
    'every mapped column has an official name, and such files are read as they are',
    '无需映射；官方列名的含义不能更改',
    'no mapping is needed; official names keep their meaning',
  ),
} satisfies Record<string, FaultText>;

/** The code of something that is wrong with a mapping. */
export type MappingFaultCode = keyof typeof MAPPING_TEXTS;
