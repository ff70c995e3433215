import { describe, expect, test } from '@jest/globals';
import { isPublicAddress } from './public-address.js';
import { hostOf } from './addresses.js';

describe('an address of the public internet', () => {
  test.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ...['0.0.0.0', '127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
    ...['100.64.0.1', '100.100.100.200', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1'],
    ...['224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
      '100::1',
      'fe80::1',
      'fec0::1',
    ],
    ...['fc00::1', 'fd12:3456::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '5f00::1'],
    ...['', 'localhost', '127.1', '0x7f.0.0.1', '2130706433'],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('whatever the spelling, a host that is an address is read as one', () => {
  test.each([
    ...[
      'https://127.1/',
      'https://0x7f.0.0.1/',
      'https://2130706433/',
      'https://0177.0.0.1/',
      'https://127.0.0.1:8443/x',
      'https://①②⑦.0.0.1/',
    ],
    ...['https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://[0:0:0:0:0:0:0:1]/', 'https://10.0.0.1./', 'https://user@192.168.0.1/'],
  ])('%s', (url) => {
    expect(isPublicAddress(hostOf(new URL(url)))).toBe(false);
    expect(hostOf(new URL(url))).toMatch(/^[\d.]+$|:/);
  });
});
