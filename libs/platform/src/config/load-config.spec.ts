import { describe, expect, test } from '@jest/globals';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import { ConfigError, loadConfig } from './load-config.js';
import { ServiceConfig } from './service-config.js';

const complete = {
  PORT: '8081',
  DATABASE_URL: 'postgres://registry:s3@127.0.0.1:8432/registry',
  KAFKA_BROKERS: '127.0.0.1:8492, 127.0.0.1:8493',
  OIDC_ISSUER: 'http://127.0.0.1:8089',
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(ServiceConfig, env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ variable }) => variable);
  }
}

describe('the configuration', () => {
  test('is read from the environment with its defaults', () => {
    const config = loadConfig(ServiceConfig, { ...complete, DEMONSTRATION: 'true', CITY_OVERLAY: '' });
    expect(config).toMatchObject({
      port: 8081,
      host: '127.0.0.1',
      kafkaBrokers: ['127.0.0.1:8492', '127.0.0.1:8493'],
      demonstration: true,
      oidcAudience: 'chengxin',
      kafkaPrefix: '',
      logLevel: 'info',
    });
    expect(config.cityOverlay).toBeUndefined();
  });

  test('names every fault at once, in Chinese and English, and repeats no value', () => {
    const faulty = {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://me:hidden@db/x',
      DEMONSTRATION: 'maybe',
      LOG_LEVEL: 'loud',
      KAFKA_USERNAME: 'registry',
    };
    expect([...new Set(faultsOf(faulty))].sort()).toEqual([
      'DATABASE_URL',
      'DEMONSTRATION',
      'KAFKA_BROKERS',
      'KAFKA_PASSWORD',
      'LOG_LEVEL',
      'OIDC_ISSUER',
      'PORT',
    ]);
    expect(() => loadConfig(ServiceConfig, faulty)).toThrow(/PORT: 必须是整数 \/ must be an integer/);
    expect(() => loadConfig(ServiceConfig, faulty)).toThrow(/OIDC_ISSUER: 必填 \/ is required/);
    expect(() => loadConfig(ServiceConfig, faulty)).not.toThrow(/hidden/);
  });

  test('of a service may have settings of its own', () => {
    class OwnConfig extends ServiceConfig {
      @IsOptional()
      @Transform(({ value }) => Number(value))
      @IsInt()
      @Min(1)
      rowLimit = 10;
    }
    expect(loadConfig(OwnConfig, { ...complete, ROW_LIMIT: '5' }).rowLimit).toBe(5);
    expect(() => loadConfig(OwnConfig, { ...complete, ROW_LIMIT: '0' })).toThrow(/ROW_LIMIT: 不能小于 1/);
  });

  test('of a service without a database may leave its address out', () => {
    class GatewayConfig extends ServiceConfig {
      @IsOptional() override databaseUrl!: string;
    }
    const { DATABASE_URL: _, ...without } = complete;
    expect(loadConfig(GatewayConfig, without).databaseUrl).toBeUndefined();
  });

  test.each([
    ['a database elsewhere without a password', { DATABASE_URL: 'postgres://registry@db.example/registry' }, ['DATABASE_URL']],
    ['a well-known password', { DATABASE_URL: 'postgres://registry:postgres@db.example/registry' }, ['DATABASE_URL']],
    ['an open broker elsewhere', { KAFKA_BROKERS: 'kafka.example:9092' }, ['KAFKA_USERNAME']],
    ['a well-known Kafka password', { KAFKA_USERNAME: 'registry', KAFKA_PASSWORD: 'changeme' }, ['KAFKA_PASSWORD']],
    ['an issuer elsewhere without TLS', { OIDC_ISSUER: 'http://id.example' }, ['OIDC_ISSUER']],
    ["secrets of one's own", { DATABASE_URL: 'postgres://registry:Xk29@db.example/registry', OIDC_ISSUER: 'https://id.example' }, []],
  ])('outside the demonstration: %s', (_, settings, expected) => {
    expect(faultsOf({ ...complete, ...settings })).toEqual(expected);
    expect(faultsOf({ ...complete, ...settings, DEMONSTRATION: 'true' })).toEqual([]);
  });
});
