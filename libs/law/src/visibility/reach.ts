import { localDate } from '@chengxin/kernel';
import { type Openness } from '../catalogue/item.js';
import { type Entry } from '../entry.js';
import { type Reader } from './reader.js';

/** How a reader stands to a record: as its role alone, as the enterprise it is about, or as the unit that supplied it. */
export type Standing = Reader['role'] | 'own-enterprise' | 'source-unit';

/** Which degrees of openness each standing reaches; what is not listed is denied. `internal` is reached by nobody. */
export type ReachEntry = Entry & { reach: Readonly<Record<Standing, readonly Openness[]>> };

const ANYONE: readonly Openness[] = ['public'];
const DEPARTMENTS: readonly Openness[] = ['public', 'shared'];
const CONSENTED: readonly Openness[] = ['public', 'shared', 'authorised'];
const WHOLE_RECORD: readonly Openness[] = ['public', 'shared', 'authorised', 'own-unit'];

/** The three ways of disclosure (公开公示, 政务共享, 授权查询) and who has a right to which. */
export const REACH: readonly ReachEntry[] = [
  {
    id: 'visibility.reach.2018',
    source: '社会信用信息披露三种方式(公开公示、政务共享、授权查询); 《政府信息公开条例》第十五条; 《个人信息保护法》第二十五条',
    mark: 'assumed',
    from: localDate('2018-01-01'),
    reach: {
      public: ANYONE,
      'enterprise-agent': ANYONE,
      administrator: ANYONE,
      'centre-reviewer': DEPARTMENTS,
      'centre-supervisor': DEPARTMENTS,
      'determining-officer': DEPARTMENTS,
      'checking-officer': DEPARTMENTS,
      'department-client': DEPARTMENTS,
      'own-enterprise': CONSENTED,
      'source-unit': WHOLE_RECORD,
      regulator: WHOLE_RECORD,
      auditor: WHOLE_RECORD,
    },
  },
];
