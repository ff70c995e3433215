import type { Service } from '@chengxin/contracts';
import { problem, RefusedProblem } from '@chengxin/platform';
import { GATEWAY_REFUSALS, type GatewayRefusal } from '../refusals.js';

const BY_CODE: Partial<Record<string, GatewayRefusal>> = {
  ECONNREFUSED: 'gateway.service-unreachable',
  EHOSTUNREACH: 'gateway.service-unreachable',
  ENOTFOUND: 'gateway.service-unreachable',
  UND_ERR_CONNECT_TIMEOUT: 'gateway.service-unreachable',
  UND_ERR_BODY_TIMEOUT: 'gateway.no-answer-in-time',
  UND_ERR_HEADERS_TIMEOUT: 'gateway.no-answer-in-time',
};

type Fault = { code?: string; cause?: Fault };

/** Why a service could not be asked, as a problem for the caller: 503 not reached, 504 no answer in time, 502 any other broken answer. */
export function upstreamFault(service: Service, error: unknown): RefusedProblem {
  for (let fault = error as Fault | undefined; fault; fault = fault.cause) {
    if (fault instanceof RefusedProblem) return fault;
    const code = BY_CODE[fault.code ?? ''];
    if (code) return problem(code, { service }, GATEWAY_REFUSALS);
  }
  return problem('gateway.bad-answer', { service }, GATEWAY_REFUSALS);
}
