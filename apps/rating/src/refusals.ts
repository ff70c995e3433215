import type { RefusalTable } from '@chengxin/platform';

type Code = 'rating.not-rated';

/** Every refusal of this service, with its HTTP status and its texts. */
export const REFUSALS: RefusalTable<Code> = {
  'rating.not-rated': { status: 404, zh: '主体 {creditCode} 尚无评价结果', en: 'The subject {creditCode} has not been rated' },
};
