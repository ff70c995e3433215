import { describe, expect, test } from '@jest/globals';
import { serverProperties } from './properties.js';

const place = { dataDir: '/data', port: 1, controllerPort: 2 };

describe('the settings of the broker', () => {
  test('listen on this machine alone', () => {
    const addresses = [...serverProperties(place).matchAll(/:\/\/([^:,\n]+):\d+/g)].map(([, host]) => host);
    expect(new Set(addresses)).toEqual(new Set(['127.0.0.1']));
  });

  test('create no topic that nobody asked for', () => {
    expect(serverProperties(place)).toContain('auto.create.topics.enable=false\n');
  });

  test('with an administrator, let nobody in without a password and a right', () => {
    const text = serverProperties({ ...place, admin: { name: 'admin', password: 'p' } });
    expect(text).not.toMatch(/(^|[^_])PLAINTEXT:/m);
    expect(text).toContain('allow.everyone.if.no.acl.found=false\n');
    expect(text).toContain('super.users=User:admin\n');
  });
});
