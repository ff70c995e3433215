/** What a row compares: rates (higher is better), or times, costs and memory (lower is better). */
export type Measure = 'rate' | 'gatewayRate' | 'p50' | 'p99' | 'growth' | 'peakMegabytes' | 'totalMegabytes';

/** A row of the table: a figure of a job, with the floor that it has to meet and the goal that it may claim. */
export type Row = {
  code: string;
  title: { zh: string; en: string };
  compared: string;
  measure: Measure;
  floor: number;
  goal?: number;
};

/**
 * A job: `limits/<code>.mjs` and `products/<code>.ts` do it in turns, after `inputs/<code>.ts` has made what both read. `size` is how
 * much of it they do; `growsBy` is what a unit costs, compared between ten times the enterprises and the usual number.
 */
export type Job = {
  code: string;
  size: number;
  rounds: number;
  warmUp: boolean;
  limit: boolean;
  inputs: boolean;
  growsBy?: 'cost' | 'p50';
  rows: readonly Row[];
};

/** How many enterprises a job is done with, and how many when its growth is measured. */
export const ENTERPRISES = { usual: 10_000, grown: 100_000 } as const;

const growthOf = (code: string, of: { zh: string; en: string }): Row => ({
  code: `${code}-growth`,
  title: { zh: `${of.zh}：十万主体与一万主体的单位成本之比`, en: `${of.en}: unit cost at 100,000 enterprises ÷ at 10,000` },
  compared: 'the product with itself, in the same run',
  measure: 'growth',
  floor: 1.3,
  goal: 1.1,
});

const IMPORT: Job = {
  code: 'import',
  size: 100_000,
  rounds: 5,
  warmUp: true,
  limit: true,
  inputs: false,
  growsBy: 'cost',
  rows: [
    {
      code: 'import',
      title: { zh: '批量入库（全部校验，每条一个事件）', en: 'Import with all checks and one event for each record' },
      compared: 'bare COPY of the same rows and as many event rows into the same indexed tables',
      measure: 'rate',
      floor: 0.35,
      goal: 0.55,
    },
    {
      code: 'import-memory',
      title: { zh: '批量入库时 registry 的内存峰值（MB）', en: 'Peak memory of registry while it imports (MB)' },
      compared: 'nothing: the highest resident memory of the process',
      measure: 'peakMegabytes',
      floor: 300,
      goal: 200,
    },
    growthOf('import', { zh: '批量入库', en: 'Import' }),
  ],
};

const RE_RATING: Job = {
  code: 're-rating',
  size: 6_000,
  rounds: 2,
  warmUp: false,
  limit: true,
  inputs: false,
  growsBy: 'p50',
  rows: [
    {
      code: 're-rating-p50',
      title: { zh: '记录提交到新评价提交，每秒 100 条，中位数', en: 'Record committed → new rating committed, 100 a second, p50' },
      compared: 'two bare processes: insert and commit, kafkajs, insert and commit',
      measure: 'p50',
      floor: 4,
      goal: 2.5,
    },
    {
      code: 're-rating-p99',
      title: { zh: '记录提交到新评价提交，每秒 100 条，99 分位', en: 'Record committed → new rating committed, 100 a second, p99' },
      compared: 'two bare processes: insert and commit, kafkajs, insert and commit',
      measure: 'p99',
      floor: 4,
      goal: 2.5,
    },
    growthOf('re-rating', { zh: '重新评价（中位数）', en: 'Re-rating (p50)' }),
  ],
};

const OUTBOX_DRAIN: Job = {
  code: 'outbox-drain',
  size: 100_000,
  rounds: 5,
  warmUp: true,
  limit: true,
  inputs: true,
  growsBy: 'cost',
  rows: [
    {
      code: 'outbox-drain',
      title: { zh: '发件箱积压清空', en: 'Outbox drain' },
      compared: 'a bare kafkajs producer of the same messages, one send in flight in both',
      measure: 'rate',
      floor: 0.5,
      goal: 0.75,
    },
    growthOf('outbox-drain', { zh: '发件箱清空', en: 'Outbox drain' }),
  ],
};

const CONSUMER_DRAIN: Job = {
  code: 'consumer-drain',
  size: 100_000,
  rounds: 5,
  warmUp: true,
  limit: true,
  inputs: true,
  growsBy: 'cost',
  rows: [
    {
      code: 'consumer-drain',
      title: { zh: '消费积压清空（去重与副本写入）', en: 'Consumer drain with inbox and effect' },
      compared: 'one SQL statement for each 1,000 events, which writes the same inbox and copy rows',
      measure: 'rate',
      floor: 0.1,
      goal: 0.25,
    },
    growthOf('consumer-drain', { zh: '消费清空', en: 'Consumer drain' }),
  ],
};

const CREDIT_FILE: Job = {
  code: 'credit-file',
  size: 40_000,
  rounds: 5,
  warmUp: true,
  limit: true,
  inputs: true,
  growsBy: 'cost',
  rows: [
    {
      code: 'credit-file',
      title: { zh: '公开信用档案，直接读取，32 连接', en: 'Public credit file straight from disclosure, 32 connections' },
      compared: 'a bare Fastify + pg handler that selects the same document ready made',
      measure: 'rate',
      floor: 0.8,
      goal: 1.5,
    },
    {
      code: 'credit-file-gateway',
      title: { zh: '公开信用档案，经网关，32 连接', en: 'Public credit file through the gateway, 32 connections' },
      compared: 'the same bare handler, straight',
      measure: 'gatewayRate',
      floor: 0.5,
    },
    growthOf('credit-file', { zh: '信用档案', en: 'Credit file' }),
  ],
};

const MEMORY: Job = {
  code: 'memory',
  size: 5_000,
  rounds: 1,
  warmUp: false,
  limit: false,
  inputs: false,
  rows: [
    {
      code: 'memory-service',
      title: { zh: '载入 5000 户后静止时最大的服务（MB）', en: 'The largest service at rest after a city of 5,000 (MB)' },
      compared: 'nothing: what `status` says',
      measure: 'peakMegabytes',
      floor: 170,
      goal: 110,
    },
    {
      code: 'memory-total',
      title: { zh: '全部进程（含数据库与消息系统，MB）', en: 'All processes with broker and database (MB)' },
      compared: 'nothing: what `status` says',
      measure: 'totalMegabytes',
      floor: 2_500,
    },
  ],
};

/** Every job of the bench, in the order in which they are done. */
export const JOBS: readonly Job[] = [IMPORT, RE_RATING, OUTBOX_DRAIN, CONSUMER_DRAIN, CREDIT_FILE, MEMORY];
