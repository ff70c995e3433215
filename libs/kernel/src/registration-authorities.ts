/** What kind of credit subject a code was given to. */
export type SubjectKind =
  'enterprise' | 'individual-business' | 'cooperative' | 'government-body' | 'public-institution' | 'social-organisation' | 'other';

/**
 * The first character of a credit code (登记管理部门), and the second ones (机构类别) it may have
 * (GB 32100-2015, annex as amended; 1 机构编制, 2 外交, 3 司法行政, 4 文化, 5 民政, 6 旅游, 7 宗教, 8 工会,
 * 9 市场监管, A 中央军委改革和编制办公室, N 农业农村, Y 其他).
 */
export const KINDS_BY_AUTHORITY: Readonly<Record<string, string>> = {
  '1': '1239',
  '2': '19',
  '3': '123459',
  '4': '19',
  '5': '1239',
  '6': '129',
  '7': '129',
  '8': '19',
  '9': '123',
  A: '19',
  N: '1239',
  Y: '1',
};

/** The kind of subject behind the first two characters; what is not named here is `other`. */
export const SUBJECT_KINDS: Readonly<Record<string, SubjectKind>> = {
  '11': 'government-body',
  '12': 'public-institution',
  '13': 'social-organisation',
  '51': 'social-organisation',
  '52': 'social-organisation',
  '53': 'social-organisation',
  '91': 'enterprise',
  '92': 'individual-business',
  '93': 'cooperative',
};
