import { completeCreditCode, type CreditCode } from '@chengxin/kernel';
import { type DomainCode, type ItemCode } from '@chengxin/law';

/** The fictional city 澄州市 and its three districts; the codes are not assigned in GB/T 2260. */
export const CITY_AREA = '429500';

/** The districts of the city by area code. */
export const DISTRICTS = { '429502': '东湖区', '429503': '西岭区', '429521': '南浦县' } as const;

/**
 * A department of the city: its credit code and name, a short slug (the user name of its machine), the abbreviation that heads its documents,
 * the domain in which it checks credit (if any) and the items it supplies.
 */
export interface Department {
  code: CreditCode;
  name: string;
  slug: string;
  abbreviation: string;
  domain?: DomainCode;
  items: readonly ItemCode[];
}

const DUAL_PUBLICITY: readonly ItemCode[] = ['licence', 'penalty'];

const rows: readonly (readonly [slug: string, abbreviation: string, name: string, items: readonly ItemCode[], domain?: DomainCode])[] = [
  [
    'market-regulation',
    '澄市监',
    '澄州市市场监督管理局',
    [
      'subject-register',
      ...DUAL_PUBLICITY,
      'serious-dishonesty',
      'abnormal-operation',
      'honour',
      'administrative-inspection',
      'intellectual-property',
      'intellectual-property-infringement',
    ],
  ],
  ['establishment-office', '澄编办', '澄州市机构编制委员会办公室', ['subject-register']],
  ['civil-affairs', '澄民', '澄州市民政局', ['subject-register']],
  ['approval', '澄审批', '澄州市行政审批局', ['licence', 'credit-commitment', 'broken-commitment'], 'administrative-approval'],
  ['procurement', '澄采', '澄州市政府采购中心', [], 'government-procurement'],
  ['resource-trading', '澄交易', '澄州市公共资源交易中心', ['contract-performance'], 'bidding'],
  ['finance', '澄财', '澄州市财政局', [], 'fiscal-funds'],
  [
    'human-resources',
    '澄人社',
    '澄州市人力资源和社会保障局',
    ['penalty', 'serious-dishonesty', 'honour', 'payment-arrears', 'compliance-fact', 'professional-qualification'],
    'honours-and-awards',
  ],
  ['housing', '澄建', '澄州市住房和城乡建设局', DUAL_PUBLICITY, 'qualification'],
  ['natural-resources', '澄自然', '澄州市自然资源和规划局', [...DUAL_PUBLICITY, 'administrative-act'], 'land-and-state-property'],
  ['tax', '澄税', '澄州市税务局', ['penalty', 'serious-dishonesty', 'honour', 'tax-abnormal', 'department-rating'], 'preferential-policy'],
  ['organisation', '澄组', '澄州市委组织部', [], 'appointment'],
  ['finance-office', '澄金', '澄州市地方金融管理局', [], 'financing-and-investment'],
  ['environment', '澄环', '澄州市生态环境局', [...DUAL_PUBLICITY, 'administrative-compulsion']],
  ['emergency', '澄应急', '澄州市应急管理局', [...DUAL_PUBLICITY, 'administrative-inspection']],
  ['transport', '澄交', '澄州市交通运输局', DUAL_PUBLICITY],
  ['health', '澄卫', '澄州市卫生健康委员会', DUAL_PUBLICITY],
  ['fire', '澄消', '澄州市消防救援支队', ['penalty']],
  ['agriculture', '澄农', '澄州市农业农村局', DUAL_PUBLICITY],
  ['development', '澄发改', '澄州市发展和改革委员会', ['administrative-reward']],
  ['credit-centre', '澄信', '澄州市公共信用信息中心', ['volunteered-fact']],
  ['audit', '澄审', '澄州市审计局', []],
  ['court', '澄法', '澄州市中级人民法院', ['judgment', 'enforcement', 'consumption-restriction', 'serious-dishonesty']],
  ['customs', '澄关', '澄州海关', ['department-rating']],
];

/** All departments of the city; their codes never change. */
export const DEPARTMENTS: readonly Department[] = rows.map(([slug, abbreviation, name, items, domain], at) => ({
  code: completeCreditCode('11', CITY_AREA, `MB0C${String(at + 1).padStart(4, '0')}`),
  name,
  slug,
  abbreviation,
  ...(domain && { domain }),
  items,
}));

/** The department of a slug; throws a RangeError when there is none. */
export function departmentOf(slug: string): Department {
  const department = DEPARTMENTS.find((candidate) => candidate.slug === slug);
  if (department === undefined) throw new RangeError(`no such department: ${slug}`);
  return department;
}
