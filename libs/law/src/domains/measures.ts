/**
 * A measure of the national basic list of measures against dishonesty; `kind` 1 reduces rights or adds duties and needs a
 * law, 2 is management within a duty, 3 is the free decision of bodies that are not public.
 */
export type Measure = { code: string; name: { zh: string; en: string }; kind: 1 | 2 | 3 };

/** The measures the domains suggest (全国失信惩戒措施基础清单, 2021 edition); no other measure may be used. */
export const MEASURES = {
  'market-access': { code: 'market-access', name: { zh: '限制市场或行业准入', en: 'Restrict access to a market or trade' }, kind: 1 },
  appointment: { code: 'appointment', name: { zh: '限制任职', en: 'Restrict holding a post' }, kind: 1 },
  'fiscal-funds': { code: 'fiscal-funds', name: { zh: '限制申请财政性资金项目', en: 'Restrict applying for public funds' }, kind: 2 },
  honours: { code: 'honours', name: { zh: '限制参加评先评优', en: 'Restrict honours and awards' }, kind: 2 },
  'preferential-policy': {
    code: 'preferential-policy',
    name: { zh: '限制享受优惠政策和便利措施', en: 'Restrict preferential policies and simplified procedures' },
    kind: 2,
  },
  'key-supervision': { code: 'key-supervision', name: { zh: '纳入重点监管范围', en: 'Supervise closely' }, kind: 2 },
  'prudent-credit': { code: 'prudent-credit', name: { zh: '从严审慎授信', en: 'Lend with strict prudence' }, kind: 3 },
} as const satisfies Record<string, Measure>;
