import { localDate, months } from '@chengxin/kernel';
import { type PublicityEntry } from './publicity-entry.js';

const ORDER_2026 = '《信用修复管理办法》(国家发展改革委令第36号)第二章; 国办发〔2025〕22号';
const ORDER_2023 = '《失信行为纠正后的信用信息修复管理办法(试行)》(国家发展改革委令第58号, 2023)';
const NOTICE_2019 = '发改办财金〔2019〕527号';
const NOTICE_2017 = '国家发展改革委办公厅关于行政处罚信息公示的通知(2017年, 自2017-07-31)';

const EARLIEST = { regime: '2017', from: localDate('1949-10-01'), until: localDate('2017-07-30'), mark: 'assumed' } as const;
const FROM_2017 = { regime: '2017', from: localDate('2017-07-31'), until: localDate('2019-06-30') } as const;
const FROM_2019 = { regime: '2019', from: localDate('2019-07-01'), until: localDate('2023-04-30') } as const;
const FROM_2023 = { regime: '2023', from: localDate('2023-05-01'), until: localDate('2026-03-31') } as const;
const FROM_2026 = { regime: '2026', from: localDate('2026-04-01') } as const;

const general = { class: 'general', published: true } as const;
const serious = { class: 'serious', published: true } as const;

/** The rules before 2023 know two classes; what they call general stands here under minor too. */
const minorAsGeneral = { class: 'minor', published: true, mark: 'assumed' } as const;

/** Before the notice of 2017 nothing is known; its periods are taken, and every one of them has passed long ago. */
const before2017 = `按${NOTICE_2017}推定`;

/** How long records are shown, by the rules in force on the day of the decision. */
export const PUBLICITY: readonly PublicityEntry[] = [
  { id: 'publicity.minor.1949', source: before2017, ...minorAsGeneral, ...EARLIEST, maximum: months(12) },
  { id: 'publicity.general.1949', source: before2017, ...general, ...EARLIEST, maximum: months(12) },
  { id: 'publicity.serious.1949', source: before2017, ...serious, ...EARLIEST, maximum: months(36) },
  { id: 'publicity.minor.2017', source: NOTICE_2017, ...minorAsGeneral, ...FROM_2017, maximum: months(12) },
  { id: 'publicity.general.2017', source: NOTICE_2017, mark: 'confirmed', ...general, ...FROM_2017, maximum: months(12) },
  { id: 'publicity.serious.2017', source: NOTICE_2017, mark: 'confirmed', ...serious, ...FROM_2017, maximum: months(36) },
  { id: 'publicity.minor.2019', source: NOTICE_2019, ...minorAsGeneral, ...FROM_2019, minimum: months(3), maximum: months(12) },
  {
    id: 'publicity.general.2019',
    source: NOTICE_2019,
    mark: 'confirmed',
    ...general,
    ...FROM_2019,
    minimum: months(3),
    maximum: months(12),
  },
  {
    id: 'publicity.serious.2019',
    source: NOTICE_2019,
    mark: 'confirmed',
    ...serious,
    ...FROM_2019,
    minimum: months(6),
    maximum: months(36),
  },
  {
    // Not shown is recalled; the order sets no end for what it does not show, so that of 2026 is taken.
    id: 'publicity.minor.2023',
    source: `${ORDER_2023}: 简易程序、警告、通报批评不公示; 期限按${ORDER_2026}推定`,
    mark: 'assumed',
    class: 'minor',
    published: false,
    ...FROM_2023,
    maximum: months(3),
  },
  {
    id: 'publicity.general.2023',
    source: ORDER_2023,
    mark: 'confirmed',
    ...general,
    ...FROM_2023,
    minimum: months(3),
    maximum: months(36),
  },
  {
    id: 'publicity.serious.2023',
    source: ORDER_2023,
    mark: 'confirmed',
    ...serious,
    ...FROM_2023,
    minimum: months(12),
    maximum: months(36),
  },
  { id: 'publicity.minor.2026', source: ORDER_2026, mark: 'confirmed', class: 'minor', published: false, ...FROM_2026, maximum: months(3) },
  {
    id: 'publicity.general.2026',
    source: ORDER_2026,
    mark: 'confirmed',
    ...general,
    ...FROM_2026,
    minimum: months(3),
    maximum: months(12),
  },
  {
    id: 'publicity.serious.2026',
    source: ORDER_2026,
    mark: 'confirmed',
    ...serious,
    ...FROM_2026,
    minimum: months(12),
    maximum: months(36),
  },
];
