import path from 'node:path';
import { Metrics } from '@chengxin/platform';
import { WORKSPACE } from './compose-file.js';

/** What registers the figures of a service when it starts; the libraries keep these classes to themselves. */
const SOURCES = {
  MessagingMetrics: 'libs/messaging/src/operations/messaging-metrics.ts',
  TimerMetrics: 'libs/platform/src/metrics/timer-metrics.ts',
};

type Registers = new (metrics: Metrics, ...others: unknown[]) => { onModuleInit(): void };

/** What registration touches and does not measure by: readiness takes a check, the sources are asked only when figures are. */
const quiet = { add: () => undefined };

/** The names under which a service's /metrics shows its figures, those of histograms with their parts. */
export async function registeredMetrics(): Promise<Set<string>> {
  const metrics = new Metrics();
  for (const [name, file] of Object.entries(SOURCES)) {
    const found = (await import(path.join(WORKSPACE, file))) as Record<string, Registers | undefined>;
    const Source = found[name];
    if (!Source) throw new Error(`${file} has no ${name}`);
    new Source(metrics, quiet, quiet, quiet).onModuleInit();
  }
  const names = metrics.getMetricsAsArray().flatMap((metric) => {
    const { name, type } = metric as unknown as { name: string; type?: string };
    return type === 'histogram' || 'upperBounds' in metric ? ['bucket', 'count', 'sum'].map((part) => `${name}_${part}`) : [name];
  });
  return new Set(names);
}
