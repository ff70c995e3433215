import { expect, test } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { CONTRACTS, SERVICES, TOPICS } from '@chengxin/contracts';
import { asyncApiDocument } from './asyncapi.js';

test('the parser of AsyncAPI accepts the document without a word, with every topic, message and service', async () => {
  const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApiDocument()));
  expect(diagnostics.filter(({ severity }) => severity <= 1)).toEqual([]);
  expect(document?.version()).toBe('3.0.0');
  expect(
    document
      ?.channels()
      .all()
      .map((channel) => channel.address())
      .sort(),
  ).toEqual(TOPICS.map(({ name }) => name).sort());
  expect(
    document
      ?.messages()
      .all()
      .map((message) => message.id())
      .sort(),
  ).toEqual(CONTRACTS.map(({ type }) => type).sort());
  const services = new Set(
    document
      ?.operations()
      .all()
      .map((operation) => operation.id()?.split('.')[0]),
  );
  expect([...services].sort()).toEqual([...SERVICES, 'operator'].sort());
}, 120_000);
