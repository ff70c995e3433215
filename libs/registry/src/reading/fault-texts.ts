/** The rule that a row broke and what to do about it, each in Chinese and English; `{name}` stands for a fact of the fault. */
export type FaultText = { rule: { zh: string; en: string }; mend: { zh: string; en: string } };

const t = (ruleZh: string, ruleEn: string, mendZh: string, mendEn: string): FaultText => ({
  rule: { zh: ruleZh, en: ruleEn },
  mend: { zh: mendZh, en: mendEn },
});

const CODE_MEND = [
  '请核对营业执照上的 18 位代码；表格软件中该列须为文本',
  'check the 18 characters on the licence; keep the column as text in a spreadsheet',
] as const;

/** Every reason for which a row is refused, with its texts. */
export const FAULT_TEXTS = {
  'registry.columns-differ': t(
    '本行有 {found} 列，表头有 {expected} 列',
    'the row has {found} columns, the header {expected}',
    '请检查引号与逗号',
    'check quotes and commas',
  ),
  'registry.line-unreadable': t(
    '第 {cell} 行数据不是一个 JSON 对象',
    'line {cell} of the file is no JSON object',
    '每行写一个完整的 JSON 对象',
    'write one whole JSON object on each line',
  ),
  'registry.cell-formula': t(
    '单元格 {cell} 是公式',
    'cell {cell} holds a formula',
    '请复制后选择性粘贴为数值',
    'copy it and paste it as a value',
  ),
  'registry.cell-error': t(
    '单元格 {cell} 是错误值 {found}',
    'cell {cell} holds the error {found}',
    '请改为正确的值或留空',
    'write the right value or leave it empty',
  ),
  'registry.cell-number-inexact': t(
    '“{cell}”被存成数字，超过 15 位的数位已丢失',
    '{cell} is kept as a number and has lost its digits behind the fifteenth',
    '请将该列设为文本后重新填写（JSON 中加引号）',
    'make the column text and write the value anew (in JSON, put it in quotes)',
  ),
  'registry.value-nested': t(
    '“{cell}”是对象或数组',
    '{cell} holds an object or a list',
    '请写成一个文本；多个值用分号隔开',
    'write one text; separate several values by semicolons',
  ),
  'registry.value-missing': t('{field}为必填项', '{field} is required', '请填写{field}', 'fill in {field}'),
  'registry.value-missing-when': t(
    '{when}为“{is}”时{field}为必填项',
    '{field} is required when {whenName} is {is}',
    '请填写{field}',
    'fill in {field}',
  ),
  'registry.value-too-long': t(
    '{field}不得超过 {length} 个字符，现有 {actual} 个',
    '{field} has at most {length} characters, found {actual}',
    '请缩短{field}',
    'shorten {field}',
  ),
  'registry.value-not-listed': t(
    '{field}的取值不在目录中',
    '{field} holds a value that the catalogue does not list',
    '可填：{values}',
    'one of: {values}',
  ),
  'registry.date-unreadable': t(
    '{field}不是日期',
    '{field} is not a date',
    '请写成 YYYY/MM/DD，长期填 2099/12/31',
    'write YYYY/MM/DD; 2099/12/31 for long-term',
  ),
  'registry.date-off-format': t(
    '{field}不是按“{format}”写的日期',
    '{field} is no date written as {format}',
    '请按映射中的格式填写，或更新映射',
    'write it in the format of the mapping, or change the mapping',
  ),
  'registry.date-in-future': t(
    '{field}不得晚于今天（{today}）',
    '{field} must not be after today ({today})',
    '请核对{field}',
    'check {field}',
  ),
  'registry.date-too-early': t('{field}不得早于 1949/10/01', '{field} must not be before 1949/10/01', '请核对{field}', 'check {field}'),
  'registry.end-before-start': t(
    '{field}不得早于{start}（{startsOn}）',
    '{field} must not be before {startName} ({startsOn})',
    '请核对两个日期',
    'check both dates',
  ),
  'registry.number-unreadable': t(
    '{field}不是非负数（最多 6 位小数）',
    '{field} is not a number of at least zero with up to 6 decimals',
    '只填数字，不带单位和千分位',
    'digits only, without unit or separators',
  ),
  'registry.integer-unreadable': t('{field}不是非负整数', '{field} is not a whole number of at least zero', '只填数字', 'digits only'),
  'registry.amount-in-yuan': t(
    '{field}的单位是万元，所填金额疑似以元为单位',
    '{field} is in 10,000 yuan; the amount looks like yuan',
    '请除以 10000 后再填，如 5000 元填 0.5',
    'divide by 10,000: for 5,000 yuan write 0.5',
  ),
  'registry.amount-off-unit': t(
    '{field}不是以{unit}为单位的非负数',
    '{field} is no amount in {unitName} of at least zero',
    '元最多两位小数，万元最多六位；或更新映射',
    'yuan have at most 2 decimals, 10,000 yuan at most 6; or change the mapping',
  ),
  'registry.amount-implausible': t(
    '{field}达 {found} 万元（一亿元以上），而处罚内容未写明',
    '{field} says {found} times 10,000 yuan (100 million and more), which the content does not state',
    '单位为万元；如金额属实，请在内容中写明',
    'the unit is 10,000 yuan; if the amount is right, state it in the content',
  ),
  'registry.credit-code-length': t('{field}应为 18 位，现有 {actual} 位', '{field} has 18 characters, found {actual}', ...CODE_MEND),
  'registry.credit-code-character': t(
    '{field}第 {position} 位“{character}”不在字符集中',
    '{field}: character {position} “{character}” is not of the alphabet (no I, O, S, V, Z)',
    ...CODE_MEND,
  ),
  'registry.credit-code-authority': t(
    '{field}第 1 位“{character}”不是登记管理部门代码',
    '{field}: character 1 “{character}” names no registration authority',
    ...CODE_MEND,
  ),
  'registry.credit-code-kind': t(
    '{field}第 2 位“{character}”不是该部门的机构类别代码',
    '{field}: character 2 “{character}” is no kind of that authority',
    ...CODE_MEND,
  ),
  'registry.credit-code-organisation-check': t(
    '{field}第 {position} 位“{character}”与组织机构代码校验不符，应为“{expected}”',
    '{field}: character {position} “{character}” fails the check of the organisation code, expected “{expected}”',
    ...CODE_MEND,
  ),
  'registry.credit-code-check': t(
    '{field}第 {position} 位校验码“{character}”不符，应为“{expected}”',
    '{field}: check character {position} “{character}” is wrong, expected “{expected}”',
    ...CODE_MEND,
  ),
  'registry.citizen-number-wrong': t(
    '{field}不是有效的公民身份号码',
    '{field} is not a valid citizen number',
    '请核对证件',
    'check the document',
  ),
  'registry.natural-person': t(
    '自然人不在归集范围（个体工商户在范围内）',
    'a natural person is out of scope (an individual business is in scope)',
    '请删除本行',
    'leave the row out',
  ),
  'registry.kind-out-of-scope': t(
    '{field}所属主体类别不在本目录项范围内',
    'the kind of body behind {field} is out of scope of this item',
    '请核对目录项',
    'check the catalogue item',
  ),
  'registry.subject-unknown': t(
    '信用主体尚未登记',
    'the enterprise is not in the register',
    '登记后重新报送同一文件即可',
    'send the same file again once it is registered',
  ),
  'registry.content-differs': t(
    '同一主键已有内容不同的记录 {recordId}',
    'record {recordId} stands under the same key with other content',
    '如系更正，请以更正批次报送',
    'if it is a correction, send it as a correction batch',
  ),
  'registry.subject-differs': t(
    '同一日期的登记信息已存在且内容不同',
    'the register of the same date already says otherwise',
    '如系更正，请以更正批次报送',
    'if it is a correction, send it as a correction batch',
  ),
  'registry.record-ended': t(
    '同一主键的记录 {recordId} 已撤回或撤销',
    'record {recordId} of the same key was withdrawn or annulled',
    '请勿再次报送',
    'do not send it again',
  ),
} satisfies Record<string, FaultText>;

/** The code of a reason for which a row is refused. */
export type FaultCode = keyof typeof FAULT_TEXTS;
