import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { instanceToPlain, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CloudEvent, HTTP } from 'cloudevents';
import { canonicalJson, isCreditCode } from '@chengxin/kernel';
import {
  accessContract,
  ANNOUNCING_SERVICES,
  CONTRACTS,
  contractOf,
  operationContract,
  sampleOf,
  schemaAddress,
  SERVICES,
  TOPICS,
  watermarkContract,
  type ContractClass,
} from './index.js';

const rows = CONTRACTS.map((contract) => [contract.type, contract] as const);
const topicOf = (contract: ContractClass) => TOPICS.find((topic) => topic.name === contract.topic);

describe('names', () => {
  test.each(rows)('%s says context, subject, past participle and major version, and lies on a topic of its context', (type, contract) => {
    expect(type).toMatch(/^credit\.[a-z]+(\.[a-z]+(-[a-z]+)+)\.v\d+$/);
    expect(contract.topic).toMatch(/^credit\.[a-z]+\.[a-z]+$/);
    expect(contract.topic.split('.')[1]).toBe(type.split('.')[1]);
    expect(topicOf(contract)).toBeDefined();
  });

  test('a class is called as its file and its type say', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => /\.v\d+\.ts$/.test(file));
    for (const [type, { name }] of rows.filter(([type]) => !/watermark|operation|access/.test(type))) {
      const [event = '', major = ''] = type.split('.').slice(2);
      expect(files).toContain(`${event}.${major}.ts`);
      expect(name).toBe(event.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()) + major.toUpperCase());
    }
  });

  test('a type is said by one contract, and found by it', () => {
    expect(new Set(CONTRACTS.map(({ type }) => type)).size).toBe(CONTRACTS.length);
    for (const contract of CONTRACTS) expect(contractOf(contract.type)).toBe(contract);
    expect(contractOf('credit.registry.record-collected.v2')).toBeUndefined();
  });

  test('the contracts of every service are one class for each', () => {
    expect(watermarkContract('rating')).toBe(watermarkContract('rating'));
    expect(watermarkContract('rating').topic).toBe('credit.rating.watermarks');
    expect(operationContract('audit').type).toBe('credit.audit.operation-performed.v1');
    expect(accessContract('rating').topic).toBe('credit.rating.accesses');
  });
});

describe('topics', () => {
  test('facts are cut in twelve and kept for ever; clock and watermarks are whole, watermarks kept an hour', () => {
    for (const { name, partitions, retentionMs } of TOPICS) {
      const whole = name === 'credit.platform.clock' || name.endsWith('.watermarks');
      expect([name, partitions, retentionMs]).toEqual([name, whole ? 1 : 12, name.endsWith('.watermarks') ? 3_600_000 : -1]);
    }
  });

  test('every topic has something said on it, and is written by the service of its name, the clock by the operator', () => {
    for (const { name, producer } of TOPICS) {
      expect(CONTRACTS.some(({ topic }) => topic === name)).toBe(true);
      expect(producer).toBe(name === 'credit.platform.clock' ? 'operator' : name.split('.')[1]);
    }
  });

  test('audit hears every fact, its own operations and looks too; no other service hears itself; everybody hears the clock', () => {
    for (const { name, producer, consumers } of TOPICS) {
      if (producer !== 'audit') expect(consumers).not.toContain(producer);
      if (!name.endsWith('.watermarks')) expect(consumers).toContain('audit');
    }
    expect(TOPICS.find(({ name }) => name === 'credit.platform.clock')?.consumers).toEqual(SERVICES);
  });

  test('who keeps copies of a service hears its watermark', () => {
    expect(TOPICS.find(({ name }) => name === 'credit.registry.watermarks')?.consumers).toEqual([
      'rating',
      'repair',
      'verification',
      'disclosure',
      'delivery',
      'audit',
    ]);
    expect(ANNOUNCING_SERVICES).not.toContain('gateway');
  });
});

describe('golden samples', () => {
  test.each(rows)('that of %s is a valid event of its contract', (type, contract) => {
    const sample = sampleOf(contract);
    const data = plainToInstance(contract, sample.data);
    expect(validateSync(data, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    expect(instanceToPlain(data)).toEqual(sample.data);
    expect(sample).toMatchObject({ type, source: `/chengxin/${topicOf(contract)?.producer}`, dataschema: schemaAddress(type) });
  });

  test.each(rows)('that of %s is accepted by the CloudEvents SDK and comes through it unchanged', (_, contract) => {
    const sample = sampleOf(contract);
    const event = new CloudEvent(sample as ConstructorParameters<typeof CloudEvent>[0], true);
    expect(event.validate()).toBe(true);
    expect(JSON.parse(HTTP.structured(event).body as string)).toEqual(sample);
  });

  test('they are of the fictional city and of nobody real', () => {
    const codes = new Set<string>();
    for (const contract of CONTRACTS)
      for (const [code] of JSON.stringify(sampleOf(contract)).matchAll(/\b[0-9A-Y]{2}4295\d\d[0-9A-Y]{10}\b/g)) codes.add(code);
    expect(codes.size).toBeGreaterThanOrEqual(3);
    for (const code of codes) expect([code, isCreditCode(code)]).toEqual([code, true]);
    for (const contract of CONTRACTS)
      for (const [code] of JSON.stringify(sampleOf(contract)).matchAll(/"[0-9A-Y]{18}"/g)) expect(code).toMatch(/^"..4295/);
  });

  test('they are frozen', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
    const frozen = files.map((file) => [file, digest(JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')))]);
    const kept = JSON.parse(readFileSync(path.join(import.meta.dirname, '../samples.lock.json'), 'utf8')) as object;
    expect(Object.fromEntries(frozen)).toEqual(kept);
  });
});

function digest(sample: unknown): string {
  return createHash('sha256').update(canonicalJson(sample)).digest('hex');
}
