import { describe, expect, test } from '@jest/globals';
import { settingsFrom } from './settings.js';

describe('the settings of the launcher', () => {
  test('stand without any variable', () => {
    expect(settingsFrom({})).toMatchObject({ url: 'http://127.0.0.1:8080', issuer: 'http://127.0.0.1:8089', citySize: 5000 });
    expect(settingsFrom({}).ports).toEqual({
      gateway: 8080,
      registry: 8081,
      rating: 8082,
      repair: 8083,
      verification: 8084,
      disclosure: 8085,
      delivery: 8086,
      audit: 8087,
      issuer: 8089,
      postgres: 8432,
      kafka: 8492,
      'kafka-controller': 8493,
    });
  });

  test('move every port with PORT, so that two systems run side by side', () => {
    const [one, two] = [settingsFrom({}), settingsFrom({ PORT: '9080' })].map(({ ports }) => Object.values(ports));
    expect(one?.filter((port) => two?.includes(port))).toEqual([]);
  });

  test.each([
    [{ PORT: '80' }, 'PORT'],
    [{ PORT: 'x' }, 'PORT'],
    [{ CHENGXIN_CITY: '17' }, 'CHENGXIN_CITY'],
    [{ KAFKA_BROKERS: 'a:1', KAFKA_USERNAME: 'admin' }, 'KAFKA_PASSWORD'],
  ])('refuse %j and name the variable', (env, variable) => {
    expect(() => settingsFrom(env)).toThrow(variable);
  });

  test('take servers of another', () => {
    const settings = settingsFrom({ DATABASE_URL: 'postgres://h/d', KAFKA_BROKERS: 'a:1,b:2', CHENGXIN_CITY: 'none' });
    expect(settings).toMatchObject({ databaseUrl: 'postgres://h/d', kafka: { brokers: 'a:1,b:2' } });
    expect(settings).not.toHaveProperty('citySize');
  });
});
