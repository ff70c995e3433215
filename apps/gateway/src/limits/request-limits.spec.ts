import { describe, expect, test } from '@jest/globals';
import { REQUEST_LIMITS, requestLimits } from './request-limits.js';

describe('the limits of a city', () => {
  test('are the shipped ones where it says nothing', () => {
    expect(requestLimits('')).toEqual(REQUEST_LIMITS);
  });

  test('are its own where it says so', () => {
    expect(requestLimits('public=60, auditor=6000')).toEqual({ ...REQUEST_LIMITS, public: 60, auditor: 6000 });
  });

  test('may be the same for all but some', () => {
    const limits = requestLimits('all=5000, public=60');
    expect(new Set(Object.values(limits ?? {}))).toEqual(new Set([5000, 60]));
    expect(limits?.public).toBe(60);
  });

  test.each(['public', 'public=0', 'public=-1', 'public=many', 'root=5', 'constructor=5', 'public=1.5', 'public:5'])(
    'are not %s',
    (text) => {
      expect(requestLimits(text)).toBeUndefined();
    },
  );
});
