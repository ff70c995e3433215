import { problem, type RefusalTable, type RefusedProblem } from '@chengxin/platform';

type RebuildRefusal = 'rebuild.no-copies' | 'rebuild.running' | 'rebuild.under-way';

const REFUSALS: RefusalTable<RebuildRefusal> = {
  'rebuild.no-copies': { status: 409, zh: '服务 {service} 没有副本表，无可重建', en: 'The service {service} has no copies to rebuild' },
  'rebuild.running': { status: 409, zh: '服务 {service} 正在重建', en: 'The service {service} is being rebuilt already' },
  'rebuild.under-way': {
    status: 503,
    zh: '服务 {service} 正在重建副本，请稍后再试',
    en: 'The service {service} is rebuilding its copies; try again later',
  },
};

/** Why a service does not rebuild, or does not answer while it does. */
export const refusalOf = (code: RebuildRefusal, service: string): RefusedProblem => problem(code, { service }, REFUSALS);
