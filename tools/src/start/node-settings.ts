import { type Service } from '@chengxin/contracts';

/** How Node is told to run any service. */
const EVERY = ['--disable-warning=TimeoutNegativeWarning'];

/** The flags of Node that a service is started with. */
export function settingsOfNode(_service: Service | 'issuer'): string[] {
  return EVERY;
}
