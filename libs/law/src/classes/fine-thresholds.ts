import { localDate } from '@chengxin/kernel';
import { type FineLevel, type FineThresholdEntry } from './class-entry.js';

/** The bounds are set by the sector departments; none is known, so every fine is a large one and its class general. */
export const FINE_THRESHOLDS: readonly FineThresholdEntry[] = [
  {
    id: 'fine-threshold.any.1949',
    source: '《信用修复管理办法》(国家发展改革委令第36号)第二章: 罚款数额标准由行业主管部门制定; 未见标准, 按一般推定',
    mark: 'assumed',
    from: localDate('1949-10-01'),
    sector: 'any',
  },
];

const AMOUNT = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/** The level of a fine of so many 10,000 yuan (万元, at most six decimals); throws a RangeError on any other text. */
export function fineLevel({ largeFrom, hugeFrom }: FineThresholdEntry, tenThousandYuan: string): FineLevel {
  const [, whole, decimals = ''] = AMOUNT.exec(tenThousandYuan) ?? [];
  if (whole === undefined) throw new RangeError(`not an amount in 10,000 yuan: ${tenThousandYuan}`);
  const fen = BigInt(whole + decimals.padEnd(6, '0'));
  const reaches = (yuan: number): boolean => fen >= BigInt(Math.round(yuan * 100));
  if (hugeFrom !== undefined && reaches(hugeFrom)) return 'huge';
  return largeFrom === undefined || reaches(largeFrom) ? 'large' : 'small';
}
