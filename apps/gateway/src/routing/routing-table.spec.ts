import { describe, expect, test } from '@jest/globals';
import { routeOf } from './routing-table.js';

describe('who answers', () => {
  test.each([
    ['batches', 'registry'],
    ['batches/019e/rejections', 'registry'],
    ['records', 'registry'],
    ['records/019e/fulfilment', 'registry'],
    ['reports', 'registry'],
    ['sources/11429500MA000001XX/mappings/penalty', 'registry'],
    ['subjects', 'disclosure'],
    ['subjects/91429502MA4KC7Y11P', 'disclosure'],
    ['subjects/91429502MA4KC7Y11P/records', 'disclosure'],
    ['subjects/rating', 'disclosure'],
    ['subjects/91429502MA4KC7Y11P/rating', 'rating'],
    ['subjects/91429502MA4KC7Y11P/rating/history', 'rating'],
    ['subjects/91429502MA4KC7Y11P/repair-eligibility', 'repair'],
    ['subjects/91429502MA4KC7Y11P/accesses', 'audit'],
    ['repair-cases', 'repair'],
    ['repair-cases/019e/pre-check', 'repair'],
    ['verifications/V-7K2M', 'verification'],
    ['events', 'delivery'],
    ['webhooks/019e', 'delivery'],
    ['audit/entries', 'audit'],
  ])('/%s is answered by %s at the same path', (address, service) => {
    expect(routeOf(`/api/v1/${address}`)).toEqual({ service, path: `/api/v1/${address}` });
  });

  test.each([
    ['operations/registry/idle', 'registry', 'operations/idle'],
    ['operations/audit/parked/019e', 'audit', 'operations/parked/019e'],
  ])('/%s is answered by %s at /%s', (address, service, path) => {
    expect(routeOf(`/api/v1/${address}`)).toEqual({ service, path: `/api/v1/${path}` });
  });

  test.each([
    ['/api/v1/'],
    ['/api/v1/nothing'],
    ['/api/v1/Subjects'],
    ['/api/v1/constructor'],
    ['/api/v1//subjects'],
    ['/api/v2/subjects'],
    ['/subjects'],
    ['/api/v1/operations'],
    ['/api/v1/operations/registry'],
    ['/api/v1/operations/gateway/idle'],
    ['/api/v1/operations/clock'],
  ])('nobody: %s', (address) => expect(routeOf(address)).toBeUndefined());
});
