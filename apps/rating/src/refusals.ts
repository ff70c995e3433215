import type { RefusalTable } from '@chengxin/platform';

type Code = 'rating.not-rated' | 'rating.not-rated-then';

/** Every refusal of this service, with its HTTP status and its texts. */
export const REFUSALS: RefusalTable<Code> = {
  'rating.not-rated': { status: 404, zh: '主体 {creditCode} 尚无评价结果', en: 'The subject {creditCode} has not been rated' },
  'rating.not-rated-then': {
    status: 404,
    zh: '没有可提供的主体 {creditCode} 在该时点（记录时间 {knownAt}）的评价结果',
    en: 'There is no rating of the subject {creditCode} of that moment, recorded by {knownAt}, that can be shown',
  },
};
