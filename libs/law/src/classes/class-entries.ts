import { localDate } from '@chengxin/kernel';
import { type Mark } from '../entry.js';
import { type RecordClass } from '../publicity/publicity-entry.js';
import { type ClassEntry } from './class-entry.js';

type Conditions = Pick<ClassEntry, 'item'> & Partial<Pick<ClassEntry, 'kinds' | 'procedure' | 'fine' | 'sectors'>>;
type Frame = Pick<ClassEntry, 'regime' | 'source' | 'from'> & Partial<Pick<ClassEntry, 'until'>> & { year: string };

/** Writes the class entries of one regime: name, class, mark and conditions of each. */
const regime =
  ({ year, ...frame }: Frame) =>
  (name: string, recordClass: RecordClass, mark: Mark, conditions: Conditions): ClassEntry => ({
    id: `class.${name}.${year}`,
    mark,
    class: recordClass,
    ...frame,
    ...conditions,
  });

const WARNINGS = ['警告', '通报批评'];
const CONFISCATIONS = ['没收违法所得', '没收非法财物'];
const SUSPENSIONS = ['暂扣许可证件', '降低资质等级'];
const REVOCATIONS = ['吊销许可证件', '限制从业'];
const STOPS = ['限制开展生产经营活动', '责令停产停业', '责令关闭'];
/** The list of 2018 does not tell a suspension from a revocation. */
const SUSPENSIONS_OR_REVOCATIONS = ['暂扣或者吊销许可证', '暂扣或者吊销执照'];
const DETENTION = ['行政拘留'];
const OTHERS = ['法律、行政法规规定的其他行政处罚', '其他-'];
const HEAVY = [...SUSPENSIONS, ...REVOCATIONS, ...STOPS, ...SUSPENSIONS_OR_REVOCATIONS, ...DETENTION];
const SHOWN_IN_2023 = ['罚款', ...CONFISCATIONS, ...HEAVY, ...OTHERS];

const penalty = (kinds: readonly string[], rest: Partial<Conditions> = {}): Conditions => ({ item: 'penalty', kinds, ...rest });
const ordinary = (kinds: readonly string[], rest: Partial<Conditions> = {}): Conditions =>
  penalty(kinds, { procedure: 'ordinary', ...rest });
const SIMPLE: Conditions = { item: 'penalty', procedure: 'simple' };
const LISTED: Conditions = { item: 'serious-dishonesty' };
const ABNORMAL: Conditions = { item: 'abnormal-operation' };

/** The notices of 2017 and 2019 go by what was done, which no file says; penalty kinds stand in for it. */
function byKindAlone(frame: Frame): ClassEntry[] {
  const entry = regime(frame);
  return [
    entry('light', 'general', 'assumed', penalty([...WARNINGS, '罚款', ...CONFISCATIONS, ...OTHERS])),
    entry('heavy', 'serious', 'assumed', penalty(HEAVY)),
    entry('serious-dishonesty', 'serious', 'assumed', LISTED),
    entry('abnormal-operation', 'general', 'assumed', ABNORMAL),
  ];
}

const in2023 = regime({
  year: '2023',
  regime: '2023',
  source: '《失信行为纠正后的信用信息修复管理办法(试行)》(国家发展改革委令第58号, 2023)',
  from: localDate('2023-05-01'),
  until: localDate('2026-03-31'),
});

const in2026 = regime({
  year: '2026',
  regime: '2026',
  source: '《信用修复管理办法》(国家发展改革委令第36号)第二章; 《行政处罚法》(2021年修订)第九条',
  from: localDate('2026-04-01'),
});

/** The class of a record, by the rules in force on the day of the decision. */
export const CLASSES: readonly ClassEntry[] = [
  ...byKindAlone({
    year: '1949',
    regime: '2017',
    source: '按2017年通知推定',
    from: localDate('1949-10-01'),
    until: localDate('2017-07-30'),
  }),
  ...byKindAlone({
    year: '2017',
    regime: '2017',
    source: '国家发展改革委办公厅关于行政处罚信息公示的通知(2017年)',
    from: localDate('2017-07-31'),
    until: localDate('2019-06-30'),
  }),
  ...byKindAlone({
    year: '2019',
    regime: '2019',
    source: '发改办财金〔2019〕527号',
    from: localDate('2019-07-01'),
    until: localDate('2023-04-30'),
  }),
  in2023('simple', 'minor', 'recalled', SIMPLE),
  in2023('warning', 'minor', 'recalled', ordinary(WARNINGS)),
  in2023('ordinary', 'general', 'confirmed', ordinary(SHOWN_IN_2023)),
  in2023('safety', 'serious', 'confirmed', ordinary(SHOWN_IN_2023, { sectors: ['special-equipment', 'fire'] })),
  in2023('safety-partly', 'serious', 'recalled', ordinary(SHOWN_IN_2023, { sectors: ['work-safety', 'food', 'drug'] })),
  in2023('serious-dishonesty', 'serious', 'assumed', LISTED),
  in2023('abnormal-operation', 'general', 'assumed', ABNORMAL),
  in2026('simple', 'minor', 'confirmed', SIMPLE),
  in2026('warning', 'minor', 'confirmed', ordinary(WARNINGS)),
  in2026('small-fine', 'minor', 'confirmed', ordinary(['罚款'], { fine: 'small' })),
  in2026('large-fine', 'general', 'confirmed', ordinary(['罚款'], { fine: 'large' })),
  in2026('huge-fine', 'serious', 'confirmed', ordinary(['罚款'], { fine: 'huge' })),
  in2026('goods-confiscated', 'general', 'confirmed', ordinary(['没收非法财物'])),
  in2026('gains-confiscated', 'general', 'recalled', ordinary(['没收违法所得'])),
  in2026('suspension', 'serious', 'recalled', ordinary([...SUSPENSIONS, ...SUSPENSIONS_OR_REVOCATIONS])),
  in2026('revocation', 'serious', 'confirmed', ordinary(REVOCATIONS)),
  in2026('stop', 'serious', 'assumed', ordinary(STOPS)),
  in2026('detention', 'serious', 'assumed', ordinary(DETENTION)),
  in2026('other', 'general', 'assumed', ordinary(OTHERS)),
  in2026('serious-dishonesty', 'serious', 'confirmed', LISTED),
  in2026('abnormal-operation', 'minor', 'confirmed', ABNORMAL),
];
