import { describe, expect, test } from '@jest/globals';
import { SERVICES } from '@chengxin/contracts';
import { type ConfigError, loadConfig } from '@chengxin/platform';
import { configOf } from '../../test/deploy/environment-faults.js';

const UPSTREAMS = SERVICES.filter((service) => service !== 'gateway').map((service) => [
  `${service.toUpperCase()}_URL`,
  'http://service:8080',
]);

/** What a city would give a service, with a secret of its own for each login. */
const CITY: Record<string, string> = {
  ...Object.fromEntries(UPSTREAMS),
  PORT: '8080',
  DATABASE_URL: 'postgres://rating:9f2c51d07a@db.city.example/rating',
  KAFKA_BROKERS: 'kafka.city.example:9092',
  KAFKA_USERNAME: 'rating',
  KAFKA_PASSWORD: '51d07a9f2c',
  OIDC_ISSUER: 'https://id.city.example',
};

/** The variables for whose sake a service does not start. */
async function refused(service: string, changes: Record<string, string>): Promise<string[]> {
  const config = await configOf(service);
  try {
    loadConfig(config, { ...CITY, ...changes });
    return [];
  } catch (fault) {
    return (fault as ConfigError).faults.map(({ variable }) => variable);
  }
}

const OWNERS = SERVICES.filter((service) => service !== 'gateway');

describe.each(SERVICES)('%s outside the demonstration', (service) => {
  test('starts with secrets of its own', async () => {
    expect(await refused(service, {})).toEqual([]);
  });

  test.each([
    ['no login for a broker elsewhere', { KAFKA_USERNAME: '', KAFKA_PASSWORD: '' }, 'KAFKA_USERNAME'],
    ['a user without a password', { KAFKA_PASSWORD: '' }, 'KAFKA_PASSWORD'],
    ['a password everybody tries', { KAFKA_PASSWORD: 'ChangeMe' }, 'KAFKA_PASSWORD'],
    ['its own name as its password', { KAFKA_PASSWORD: 'rating' }, 'KAFKA_PASSWORD'],
    ['tokens that come in the clear', { OIDC_ISSUER: 'http://id.city.example' }, 'OIDC_ISSUER'],
  ])('does not start with %s', async (_, changes, variable) => {
    expect(await refused(service, changes)).toEqual([variable]);
  });
});

describe.each(OWNERS)('%s outside the demonstration', (service) => {
  test.each([
    ['without a password', 'postgres://rating@db.city.example/rating'],
    ['with one that everybody tries', 'postgres://rating:Postgres@db.city.example/rating'],
    ['with its own name as its password', 'postgres://rating:rating@db.city.example/rating'],
  ])('does not start with a database elsewhere %s', async (_, DATABASE_URL) => {
    expect(await refused(service, { DATABASE_URL })).toEqual(['DATABASE_URL']);
    expect(await refused(service, { DATABASE_URL, DEMONSTRATION: 'true' })).toEqual([]);
  });
});

test('the gateway does not start with an operator whose password everybody tries', async () => {
  const operator = { KAFKA_OPERATOR_USERNAME: 'operator', KAFKA_OPERATOR_PASSWORD: 'operator' };
  expect(await refused('gateway', operator)).toEqual(['KAFKA_OPERATOR_PASSWORD']);
  expect(await refused('gateway', { KAFKA_OPERATOR_USERNAME: 'operator' })).toEqual(['KAFKA_OPERATOR_PASSWORD']);
});
