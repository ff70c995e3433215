import {
  type ContractClass,
  CaseFiledV1,
  CaseClosedV1,
  FeedEntryWrittenV1,
  RatingAssignedV1,
  RecordCollectedV1,
  RecordFulfilledV1,
  RecordRepairedV1,
  ReportReceivedV1,
  sampleOf,
  SourceProblemOpenedV1,
  SubjectRegisteredV1,
  SuggestionsReviewedV1,
} from '@chengxin/contracts';
import { localDate } from '@chengxin/kernel';
import { type CatalogueItem, loadLaw, type Law, type Reader } from '@chengxin/law';
import { describe, expect, test } from '@jest/globals';
import { FEED_TYPES } from './feed-types.js';
import { type FeedEntry, handOn } from './hand-on.js';

const TODAY = localDate('2026-05-11');
const LAW = loadLaw();
const SOURCE = sampleOf(RecordCollectedV1).data.sourceUnit.code;
const PROBLEM_UNIT = sampleOf(SourceProblemOpenedV1).data.unit.code;
const OTHER = '11429500MB1A000288';

const reader = (role: Reader['role'], unit?: string): Reader => ({ role, enterprises: [], ...(unit && { unit }) });
const DEPARTMENT = reader('department-client', OTHER);
const PUBLIC = reader('public');

const entry = (contract: ContractClass, changes: Partial<FeedEntry> = {}, data: object = {}): FeedEntry => {
  const event = sampleOf(contract);
  return { position: 7, event: { ...event, data: { ...event.data, ...data } }, sourceUnit: SOURCE, shared: true, ...changes };
};
const seen = (of: FeedEntry, by: Reader, law: Law = LAW) => handOn(of, { reader: by, law, on: TODAY });

describe('an event goes to', () => {
  test.each<[string, ContractClass, Reader, boolean]>([
    ['departments: a subject', SubjectRegisteredV1, DEPARTMENT, true],
    ['everyone: a subject', SubjectRegisteredV1, PUBLIC, true],
    ['departments: a record', RecordCollectedV1, DEPARTMENT, true],
    ['nobody outside: a record', RecordCollectedV1, PUBLIC, false],
    ['departments: a report', ReportReceivedV1, DEPARTMENT, true],
    ['departments: a rating', RatingAssignedV1, DEPARTMENT, true],
    ['checking officers: a rating', RatingAssignedV1, reader('checking-officer', OTHER), true],
    ['determining officers: a rating', RatingAssignedV1, reader('determining-officer', OTHER), true],
    ['regulators: a rating', RatingAssignedV1, reader('regulator'), true],
    ['nobody outside: a rating', RatingAssignedV1, PUBLIC, false],
    ['no enterprise: a rating', RatingAssignedV1, reader('enterprise-agent'), false],
    ['departments: suggestions', SuggestionsReviewedV1, DEPARTMENT, true],
    ['departments: a closed case', CaseClosedV1, DEPARTMENT, true],
    ['no other unit: a case on its way', CaseFiledV1, DEPARTMENT, false],
    ['no other unit: a problem of a source', SourceProblemOpenedV1, DEPARTMENT, false],
    ['its own unit: a problem of a source', SourceProblemOpenedV1, reader('determining-officer', PROBLEM_UNIT), true],
    ['those who oversee: a problem of a source', SourceProblemOpenedV1, reader('auditor'), true],
    ['nobody: what is internal', FeedEntryWrittenV1, reader('regulator'), false],
  ])('%s', (_, contract, who, expected) => {
    expect(seen(entry(contract), who) !== undefined).toBe(expected);
  });

  test('nobody when its type is not known', () => {
    const unknown = entry(RecordCollectedV1);
    expect(seen({ ...unknown, event: { ...unknown.event, type: 'credit.registry.record-guessed.v1' } }, DEPARTMENT)).toBeUndefined();
  });

  test.each<[CatalogueItem['openness'], Reader, boolean]>([
    ['shared', DEPARTMENT, true],
    ['authorised', DEPARTMENT, false],
    ['own-unit', DEPARTMENT, false],
    ['own-unit', reader('department-client', SOURCE), true],
    ['internal', reader('regulator'), false],
  ])('those whom its item reaches, when that is %s: %j', (openness, who, expected) => {
    const law: Law = { ...LAW, item: (code, on) => ({ ...LAW.item(code, on)!, openness }) };
    expect(seen(entry(RecordRepairedV1), who, law) !== undefined).toBe(expected);
  });

  test.each<[CatalogueItem['openness'], Reader, boolean]>([
    ['shared', DEPARTMENT, true],
    ['authorised', DEPARTMENT, false],
    ['authorised', reader('department-client', SOURCE), true],
    ['authorised', reader('regulator'), true],
    ['internal', reader('regulator'), false],
  ])('those whom the record reaches, when that is %s: %j', (openness, who, expected) => {
    for (const contract of [RecordCollectedV1, RecordRepairedV1])
      expect(seen(entry(contract, { openness }), who) !== undefined).toBe(expected);
  });

  test('nobody when its item is not in force', () => {
    expect(seen(entry(RecordRepairedV1), DEPARTMENT, { ...LAW, item: () => undefined })).toBeUndefined();
  });
});

describe('of a record', () => {
  const fields = { documentNumber: '澄市监罚〔2026〕17号', remarks: '内部', taxNumber: '429500123456789', telephone: '1' };

  test('departments get the open and the shared fields, at its place', () => {
    const handed = seen(entry(RecordCollectedV1, {}, { fields }), DEPARTMENT);
    const { telephone: _, ...known } = fields;
    expect(handed).toMatchObject({ position: 7, id: sampleOf(RecordCollectedV1).id, data: { fields: known } });
    expect(handed?.data).not.toHaveProperty('fields.telephone');
  });

  test.each([RecordCollectedV1, RecordFulfilledV1])('that is shared no longer only its identity is left: %p', (contract) => {
    const { recordId, creditCode, version, item, knownAt } = sampleOf<RecordCollectedV1 | RecordFulfilledV1>(contract).data;
    const handed = seen(entry(contract, { shared: false }), DEPARTMENT);
    expect(handed).toMatchObject({ withheld: true, type: contract.type });
    expect(handed?.data).toEqual({ recordId, creditCode, version, item, knownAt });
    expect(handed).not.toHaveProperty('dataschema');
  });

  test.each([
    ['its source', reader('determining-officer', SOURCE)],
    ['regulators', reader('regulator')],
  ])('that is shared no longer %s still get the content', (_, who) => {
    expect(seen(entry(RecordCollectedV1, { shared: false }), who)).not.toHaveProperty('withheld');
  });

  test('that is shared no longer its end is told to all departments', () => {
    expect(seen(entry(RecordRepairedV1, { shared: false }), DEPARTMENT)).toMatchObject({ data: { repairedOn: expect.any(String) } });
  });
});

test('the feed has the public and shared events of the path, the problems of each unit, and no other', () => {
  expect(FEED_TYPES).toContain(RatingAssignedV1.type);
  expect(FEED_TYPES).toContain(CaseClosedV1.type);
  expect(FEED_TYPES).not.toContain(CaseFiledV1.type);
  expect(FEED_TYPES).not.toContain(FeedEntryWrittenV1.type);
  expect(FEED_TYPES).toHaveLength(19);
});
