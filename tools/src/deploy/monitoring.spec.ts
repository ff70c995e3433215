import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SERVICES } from '@chengxin/contracts';
import { parse } from 'yaml';
import { textOf, WORKSPACE } from '../../test/deploy/compose-file.js';
import { registeredMetrics } from '../../test/deploy/registered-metrics.js';

type Rule = { alert: string; expr: string; for: string; labels: Record<string, string>; annotations: Record<string, string> };
type Panel = { title: string; targets: { expr: string }[] };

const { groups } = parse(textOf('deploy/alerts/chengxin.rules.yml')) as { groups: { rules: Rule[] }[] };
const { panels } = JSON.parse(textOf('deploy/grafana/chengxin.json')) as { panels: Panel[] };
const { scrape_configs: scrapes } = parse(textOf('deploy/prometheus.yml')) as {
  scrape_configs: { job_name: string; dns_sd_configs?: { names: string[] }[] }[];
};

const rules = groups.flatMap((group) => group.rules);
const alerts = rules.map((rule) => [rule.alert, rule] as const);
const expressions = [
  ...rules.map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [`panel ${title}`, expr] as const)),
];

/** What Prometheus and the exporter of the host tell, not a service. */
const OF_OTHERS = ['up', 'node_filesystem_avail_bytes', 'node_filesystem_size_bytes'];
const WORDS = new Set(['by', 'on', 'unless', 'and', 'or']);

/** The metrics an expression asks for. */
function metricsIn(expr: string): string[] {
  const bare = expr
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replace(/\b(by|on)\s*\([^)]*\)/g, ' ')
    .replace(/\b\w+\s*\(/g, ' ');
  return [...bare.matchAll(/[a-z_:][\w:]*/gi)].map(([name]) => name).filter((name) => !WORDS.has(name));
}

let known: Set<string>;
beforeAll(async () => {
  known = new Set([...(await registeredMetrics()), ...OF_OTHERS]);
});

describe('dashboard and alerts', () => {
  test.each(expressions)('%s asks for what a service shows', (_, expr) => {
    const asked = metricsIn(expr);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  test('a metric that nobody registers is found', () => {
    expect(metricsIn('max by (app) (outbox_oldest_seconds{app="x"}) > 60').filter((name) => !known.has(name))).toEqual([
      'outbox_oldest_seconds',
    ]);
  });

  test('watch what stands for a platform that falls behind', () => {
    const watched = new Set(rules.flatMap(({ expr }) => metricsIn(expr)));
    expect([...watched]).toEqual(
      expect.arrayContaining([
        ...['outbox_oldest_unpublished_seconds', 'consumer_lag_messages', 'watermark_age_seconds'],
        ...['parked_events', 'timers_overdue', 'node_filesystem_avail_bytes'],
      ]),
    );
  });

  test('every service is asked', () => {
    expect(scrapes.find(({ job_name: name }) => name === 'chengxin')?.dns_sd_configs?.[0]?.names).toEqual(SERVICES);
  });
});

describe('runbooks', () => {
  test.each(alerts)('%s has one, which names it and says what it means, how to look, what to do, when it is over', (alert, rule) => {
    expect(rule).toMatchObject({
      for: expect.stringMatching(/^\d+m$/),
      labels: { severity: expect.stringMatching(/^(warning|critical)$/) },
    });
    const text = textOf(rule.annotations.runbook ?? 'none');
    expect(/^Alerts: (.+)\.$/m.exec(text)?.[1]?.split(', ')).toContain(alert);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
      ...['What it means', 'How to look', 'What to do', 'When it is over'],
    ]);
  });

  test('each belongs to an alert, stands in the list, and leads only to files that are there', () => {
    const files = readdirSync(path.join(WORKSPACE, 'docs/runbooks'));
    const linked = new Set(rules.map(({ annotations }) => path.basename(annotations.runbook ?? '')));
    expect(files.filter((file) => file !== 'README.md').sort()).toEqual([...linked].sort());
    for (const file of files) {
      const links = [...textOf(`docs/runbooks/${file}`).matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, to]) => to);
      expect({ file, broken: links.filter((to) => !files.includes(to ?? '')) }).toEqual({ file, broken: [] });
    }
    for (const file of linked) expect(textOf('docs/runbooks/README.md')).toContain(`](${file})`);
  });
});
