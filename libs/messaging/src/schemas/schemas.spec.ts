import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { CONTRACTS, sampleOf, type ContractClass } from '@chengxin/contracts';
import { breaksOf } from './compatibility.js';
import { schemaOf } from './schemas.js';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Path = (string | number)[];

const ajv = new Ajv2020({ strict: true, strictRequired: false });
const compiled = CONTRACTS.map((contract) => ({
  contract,
  closed: ajv.compile(schemaOf(contract, { closed: true })),
  open: ajv.compile(schemaOf(contract, { closed: false })),
}));
const rows = compiled.map((row) => [row.contract.type, row] as const);
/** The contracts that every service has differ by name only. */
const different = rows.filter(([type]) => !/^credit\.(?!registry).*(watermark|operation)/.test(type));

const byClass = (contract: ContractClass, value: Json, closed: boolean) =>
  validateSync(plainToInstance(contract, value), closed ? { whitelist: true, forbidNonWhitelisted: true } : {}).length === 0;

/** Every place in a value, the places inside records of free names included. */
function pathsIn(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, Json][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return [path, ...entries.flatMap(([name, inner]) => pathsIn(inner, [...path, name]))];
}

type Holder = Record<string | number, Json>;

/** A copy of `value` in which `step` has changed the place at `path`: its holder, and its name there. */
function change(value: Json, path: Path, step: (holder: Holder, name: string | number) => void): Json {
  const copy = structuredClone({ root: value });
  const way: Path = ['root', ...path];
  const holder = way.slice(0, -1).reduce<Holder>((outer, name) => outer[name] as Holder, copy);
  step(holder, way.at(-1) ?? 'root');
  return copy.root;
}

const WRONG: Json[] = [
  null,
  '',
  ' ',
  'x',
  '2026-02-03',
  '2026-13-01',
  '2026-05-11T01:00:00Z',
  0,
  -1,
  1.5,
  7,
  true,
  [],
  [null],
  [[{}]],
  ['x'],
  {},
  { a: 1 },
  { a: 'b' },
];

const mutations = (value: Json): Json[] =>
  pathsIn(value).flatMap((path) => [
    ...(path.length > 0 ? WRONG.map((wrong) => change(value, path, (holder, last) => void (holder[last] = wrong))) : []),
    ...(path.length > 0 && typeof path.at(-1) === 'string' ? [change(value, path, (holder, last) => void delete holder[last])] : []),
    change(value, path, (holder, last) => void Object.assign(holder[last] as object, { unheardOf: 'x' })),
  ]);

describe('the schema and the class of a contract agree', () => {
  test.each(rows)('%s: the golden sample is valid, closed and open', (_, { contract, closed, open }) => {
    const { data } = sampleOf(contract);
    expect([closed(data), open(data)]).toEqual([true, true]);
  });

  test.each(different)('%s: on every change of the sample', (_, { contract, closed, open }) => {
    const disagreed = mutations(sampleOf(contract).data as Json).filter(
      (mutation) => closed(mutation) !== byClass(contract, mutation, true) || open(mutation) !== byClass(contract, mutation, false),
    );
    expect(disagreed).toEqual([]);
  });

  test('on any value at any place', () => {
    const name = fc.string().filter((text) => !(text in {}));
    const anything = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...WRONG),
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.array(tie('value')),
        fc.dictionary(name, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(fc.constantFrom(...compiled), fc.nat(), anything, ({ contract, closed, open }, place, value) => {
        const data = sampleOf(contract).data as Json;
        const paths = pathsIn(data).slice(1);
        const mutation = change(data, paths[place % paths.length] ?? [], (holder, last) => void (holder[last] = value));
        expect([closed(mutation), open(mutation)]).toEqual([byClass(contract, mutation, true), byClass(contract, mutation, false)]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a closed schema refuses what an open one ignores', () => {
  test.each(rows)('%s: an unknown field', (_, { contract, closed, open }) => {
    const data = { ...sampleOf(contract).data, unheardOf: 1 };
    expect([closed(data), open(data)]).toEqual([false, true]);
  });
});

describe('within a version only optional fields are added', () => {
  const before = {
    properties: { a: { type: 'string' }, b: { type: 'integer' } },
    required: ['a'],
    $defs: { Part: { properties: { c: {} } } },
  };

  test.each([
    ['an optional field', { ...before, properties: { ...before.properties, d: {} } }, []],
    ['a new part', { ...before, $defs: { ...before.$defs, Other: {} } }, []],
    ['a required field', { ...before, properties: { ...before.properties, d: {} }, required: ['a', 'd'] }, ['d is new and required']],
    ['a field left out', { ...before, properties: { a: { type: 'string' } } }, ['b is gone']],
    ['another type', { ...before, properties: { ...before.properties, b: { type: 'string' } } }, ['b has another form']],
    ['optional made required', { ...before, required: ['a', 'b'] }, ['b is required in one and optional in the other']],
    ['required made optional', { ...before, required: [] }, ['a is required in one and optional in the other']],
    ['a field of a part left out', { ...before, $defs: { Part: {} } }, ['Part.c is gone']],
  ])('%s', (_, after, breaks) => expect(breaksOf(before, after)).toEqual(breaks));
});
