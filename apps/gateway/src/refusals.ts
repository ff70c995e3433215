import type { RefusalTable } from '@chengxin/platform';

/** What the gateway itself refuses. */
export type GatewayRefusal =
  | 'gateway.service-unreachable'
  | 'gateway.bad-answer'
  | 'gateway.no-answer-in-time'
  | 'gateway.unknown-event-type'
  | 'clock.demonstration-only'
  | 'clock.set-backwards'
  | 'clock.advance-running'
  | 'clock.advance-unknown';

/** Statuses and texts of the gateway's refusals. */
export const GATEWAY_REFUSALS: RefusalTable<GatewayRefusal> = {
  'gateway.service-unreachable': {
    status: 503,
    zh: '服务 {service} 暂时无法连接，请稍后再试',
    en: 'The service {service} cannot be reached now; try again later',
  },
  'gateway.bad-answer': {
    status: 502,
    zh: '服务 {service} 的答复中断或无效',
    en: 'The answer of the service {service} broke off or was invalid',
  },
  'gateway.no-answer-in-time': { status: 504, zh: '服务 {service} 未及时答复', en: 'The service {service} did not answer in time' },
  'gateway.unknown-event-type': { status: 404, zh: '没有事件类型 {type}', en: 'There is no event type {type}' },
  'clock.demonstration-only': { status: 403, zh: '只有演示环境可以拨动业务时间', en: 'Business time is moved in the demonstration only' },
  'clock.set-backwards': {
    status: 409,
    zh: '业务时间不能倒退：现在是 {now}，要求 {to}',
    en: 'Business time does not go backwards: it is {now}, asked for {to}',
  },
  'clock.advance-running': { status: 409, zh: '业务时间正在推进中（{id}）', en: 'Business time is being moved already ({id})' },
  'clock.advance-unknown': { status: 404, zh: '没有这次推进：{id}', en: 'There is no such advance: {id}' },
};
