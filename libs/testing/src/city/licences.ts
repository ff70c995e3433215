import { addMonths } from '@chengxin/kernel';
import { type Row, slashed } from './csv.js';
import { type Department, departmentOf } from './departments.js';
import { type CityEnterprise } from './enterprises.js';
import { type Random } from './random.js';
import { authorityCells, diceOf, documentNumber, ends, partyCells, type Plan, type Planned, type Supply } from './supply.js';
import { decisionDay } from './timeline.js';

const APPROVAL = departmentOf('approval');
const APPROVAL_SHARE = 0.4;

/** About one and a half licences for each enterprise. */
const NUMBERS: readonly (readonly [number, number])[] = [
  [10, 0],
  [45, 1],
  [30, 2],
  [15, 3],
];

const KINDS: readonly (readonly [number, string])[] = [
  [70, '普通'],
  [5, '特许'],
  [5, '认可'],
  [10, '核准'],
  [7, '登记'],
  [3, '其他-备案'],
];

/** The certificate each department grants, by slug. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  approval: '食品经营许可证',
  'market-regulation': '工业产品生产许可证',
  environment: '排污许可证',
  emergency: '安全生产许可证',
  transport: '道路运输经营许可证',
  health: '公共场所卫生许可证',
  housing: '建筑业企业资质证书',
  'natural-resources': '采矿许可证',
  agriculture: '农药经营许可证',
};

/** Administrative licences. */
export const LICENCES: Supply = { item: 'licence', sources, row };

function sources(plan: Plan, enterprise: CityEnterprise): Department[] {
  const dice = diceOf(plan, 'licence', { enterprise, nth: 0 });
  return Array.from({ length: dice.weighted(NUMBERS) }, () => authority(enterprise, dice));
}

function row(plan: Plan, planned: Planned): Row {
  const dice = diceOf(plan, 'licence', planned);
  const decidedOn = decisionDay(dice, plan.on);
  const until = dice.chance(0.2) ? undefined : addMonths(decidedOn, dice.pick([36, 60]));
  const certificate = CERTIFICATES[planned.department.slug] ?? '许可证';
  const number = documentNumber('许', planned, decidedOn);
  return {
    ...partyCells(plan, planned),
    documentName: '行政许可决定书',
    documentNumber: number,
    licenceKind: dice.weighted(KINDS),
    certificateName: certificate,
    licenceNumber: `${planned.department.abbreviation}证${decidedOn.slice(0, 4)}${(planned.at + 1) * 100 + planned.nth}`,
    content: `准予颁发${certificate},经营范围:${planned.enterprise.trade.scope}`,
    decidedOn: slashed(decidedOn),
    validFrom: slashed(decidedOn),
    validUntil: ends(until),
    state: until !== undefined && until < plan.on ? '2' : '1',
    ...authorityCells(planned),
  };
}

function authority({ trade }: CityEnterprise, dice: Random): Department {
  const slug = dice.chance(APPROVAL_SHARE) ? APPROVAL.slug : dice.pick(trade.supervisors);
  return CERTIFICATES[slug] ? departmentOf(slug) : APPROVAL;
}
