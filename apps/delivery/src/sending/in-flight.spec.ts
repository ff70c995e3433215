import { describe, expect, test } from '@jest/globals';
import { InFlight } from './in-flight.js';

const ENTRY = { webhookId: 'endpoint', key: 'enterprise' };

describe('what is under way', () => {
  test('is begun once, also when it ends after it was read what is due', async () => {
    const inFlight = new InFlight();
    let begun = 0;
    const work = () => Promise.resolve().then(() => void (begun += 1));
    inFlight.release();
    inFlight.begin(ENTRY, work);
    inFlight.release(); // from here on what is due is read, and the entry still is
    await inFlight.settled();
    inFlight.begin(ENTRY, work);
    await inFlight.settled();
    expect(begun).toBe(1);
    inFlight.release();
    inFlight.begin(ENTRY, work);
    await inFlight.settled();
    expect(begun).toBe(2);
  });

  test('is of one enterprise one, and at one endpoint not more than eight', async () => {
    const inFlight = new InFlight();
    const begun: string[] = [];
    const keys = Array.from({ length: 10 }, (_, n) => `enterprise ${n}`);
    for (const key of [...keys, ...keys]) {
      inFlight.begin({ ...ENTRY, key }, () => Promise.resolve(void begun.push(key)));
    }
    inFlight.begin({ webhookId: 'another', key: 'enterprise 0' }, () => Promise.resolve(void begun.push('another')));
    await inFlight.settled();
    expect(begun).toEqual([...keys.slice(0, InFlight.MOST), 'another']);
  });
});
