import { localDate } from '@chengxin/kernel';
import { type ClockEntry } from './clock-entry.js';

const ORDER_2026 = '《信用修复管理办法》(国家发展改革委令第36号)第三章; 国办发〔2025〕22号';
const ORDER_2023 = '《失信行为纠正后的信用信息修复管理办法(试行)》(国家发展改革委令第58号, 2023)';

const UNDER_2023 = { from: localDate('2023-05-01'), until: localDate('2026-03-31'), source: ORDER_2023, by: 'law' } as const;
const UNDER_2026 = { from: localDate('2026-04-01'), source: ORDER_2026, by: 'law' } as const;

/** The deadlines in working days. */
export const CLOCKS: readonly ClockEntry[] = [
  {
    id: 'clock.repair-pre-check.2026',
    clock: 'repair-pre-check',
    workingDays: 1,
    by: 'city',
    source: '本市承诺: 信用修复初审由三个工作日压缩为一个工作日(对应环节推定)',
    mark: 'assumed',
    from: localDate('2026-04-01'),
  },
  { id: 'clock.repair-acceptance.2023', clock: 'repair-acceptance', workingDays: 3, mark: 'recalled', ...UNDER_2023 },
  { id: 'clock.repair-acceptance.2026', clock: 'repair-acceptance', workingDays: 3, mark: 'confirmed', ...UNDER_2026 },
  { id: 'clock.repair-decision.2023', clock: 'repair-decision', workingDays: 7, mark: 'recalled', ...UNDER_2023 },
  { id: 'clock.repair-decision.2026', clock: 'repair-decision', workingDays: 7, mark: 'confirmed', ...UNDER_2026 },
  { id: 'clock.repair-extension.2026', clock: 'repair-extension', workingDays: 10, mark: 'confirmed', ...UNDER_2026 },
  { id: 'clock.repair-feedback.2023', clock: 'repair-feedback', workingDays: 10, mark: 'confirmed', ...UNDER_2023 },
  { id: 'clock.repair-feedback.2026', clock: 'repair-feedback', workingDays: 10, mark: 'confirmed', ...UNDER_2026 },
  {
    id: 'clock.report-publicity.2015',
    clock: 'report-publicity',
    workingDays: 7,
    by: 'law',
    items: ['licence', 'penalty'],
    source: '行政许可和行政处罚等信用信息"双公示": 国办发〔2015〕51号',
    mark: 'confirmed',
    from: localDate('2015-07-01'),
  },
  {
    id: 'clock.annulment-withdrawal.2021',
    clock: 'annulment-withdrawal',
    workingDays: 3,
    by: 'law',
    source: '《行政处罚法》(2021年修订)第四十八条、第八十五条',
    mark: 'confirmed',
    from: localDate('2021-07-15'),
  },
];
