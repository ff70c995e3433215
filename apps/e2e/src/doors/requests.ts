import { filingFor } from '../repairs.js';
import { type About } from './abouts.js';

/** What a request brings besides its path. */
type Prepared = { query?: string; headers?: Record<string, string>; body?: object };

const SOME_TOPIC = 'credit.registry.records';
const OLD_VERSION = { 'if-match': '"999999"' };
const TAKEN_BACK = { on: '2026-05-10', reason: '门禁测试', document: '测〔2026〕1号' };
const UNIT_STEP = { reason: '门禁测试', article: '测试条款' };

/**
 * Requests that say something sound in shape and that are refused for it behind an open door (an old version, an empty file, a day
 * in the future), so that who may enter is seen and nothing changes.
 */
const PREPARED: Readonly<Record<string, (about: About) => Prepared>> = {
  'POST /batches': ({ unit = '' }) => ({ body: emptyFileOf(unit) }),
  'POST /reports': ({ unit }) => ({ body: { item: 'penalty', unit, asOf: '2099-01-01' } }),
  'POST /records': ({ unit }) => ({ body: { kind: 'penalty', unit, fields: {} } }),
  'POST /records/{id}/fulfilment': () => ({ body: { fulfilledOn: '2099-01-01', what: '门禁测试', proof: '测试' } }),
  'POST /records/{id}/correction': () => ({ headers: OLD_VERSION, body: { ...TAKEN_BACK, on: undefined, fields: {} } }),
  'POST /records/{id}/withdrawal': () => ({ headers: OLD_VERSION, body: TAKEN_BACK }),
  'POST /records/{id}/annulment': () => ({ headers: OLD_VERSION, body: TAKEN_BACK }),
  'PUT /sources/{unit}/mappings/{item}': () => ({
    headers: OLD_VERSION,
    body: { columns: [{ column: '门禁测试', field: 'documentNumber' }], sample: { rows: [{}] } },
  }),
  'POST /sources/{unit}/problems': () => ({ body: { item: 'nothing-of-the-catalogue', description: '门禁测试' } }),
  'POST /sources/{unit}/problems/{id}/answer': () => ({ headers: OLD_VERSION, body: { answer: '门禁测试' } }),
  'POST /sources/{unit}/problems/{id}/closure': () => ({ headers: OLD_VERSION, body: { reason: '门禁测试' } }),
  'POST /sources/{unit}/problems/{id}/strike-off': () => ({ headers: OLD_VERSION, body: { reason: '门禁测试' } }),
  'POST /repair-cases': ({ recordId = '' }) => ({ body: { ...filingFor(recordId), commitment: {} } }),
  'POST /repair-cases/{id}/pre-check': () => ({ headers: OLD_VERSION, body: { note: '门禁测试' } }),
  'POST /repair-cases/{id}/acceptance': () => ({ headers: OLD_VERSION, body: { accepted: true } }),
  'POST /repair-cases/{id}/approval': () => ({ headers: OLD_VERSION, body: {} }),
  'POST /repair-cases/{id}/refusal': () => ({ headers: OLD_VERSION, body: UNIT_STEP }),
  'POST /repair-cases/{id}/withdrawal': () => ({ headers: OLD_VERSION, body: {} }),
  'POST /verifications': ({ code: creditCode }) => ({
    body: { domain: 'government-procurement', creditCode, purpose: 'award-of-contract', caseNumber: '门禁测试' },
  }),
  'GET /operations/{service}/applied': () => ({ query: `?topic=${SOME_TOPIC}` }),
  'GET /operations/{service}/produced': () => ({ query: `?topic=${SOME_TOPIC}` }),
  'POST /operations/{service}/parked/{id}/discard': () => ({ body: { because: '门禁测试' } }),
  'GET /subjects': () => ({ query: `?q=${encodeURIComponent('公司')}` }),
};

/** A request of a route: with what was prepared for it, else with nothing, and where it changes something with an empty body. */
export function requestOf(route: string, about: About): { method: string; path: string } & Prepared {
  const [method = '', template = ''] = route.split(' ');
  const prepared: Prepared = PREPARED[route]?.(about) ?? (/^P/.test(method) ? { headers: OLD_VERSION, body: {} } : {});
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? missing(route, name));
  return { method, ...prepared, path: path + (prepared.query ?? '') };
}

function missing(route: string, name: string): never {
  throw new Error(`${route}: what the row is about has no ${name}; see abouts.ts`);
}

function emptyFileOf(unit: string): FormData {
  const form = new FormData();
  form.set('kind', 'penalty');
  form.set('unit', unit);
  form.set('file', new Blob([]), 'empty.csv');
  return form;
}
