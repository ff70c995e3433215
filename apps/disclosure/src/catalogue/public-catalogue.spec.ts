import { localDate } from '@chengxin/kernel';
import { loadLaw } from '@chengxin/law';
import { describe, expect, test } from '@jest/globals';
import { PublicView } from './public-catalogue.js';

const TODAY = localDate('2026-05-11');
const catalogue = loadLaw().catalogue(TODAY);
const view = new PublicView(catalogue, TODAY);

describe('what anyone may see', () => {
  test('is the open fields, masked ones masked, the rest left out', () => {
    const values = { documentNumber: '澄市监罚〔2026〕17号', taxNumber: '420200123456789', remarks: '内部说明', telephone: '1' };
    expect(view.of('penalty', values)).toEqual({ documentNumber: '澄市监罚〔2026〕17号', taxNumber: '420**********89' });
  });

  test('is nothing of an item that is not for everyone, nor of one that is not in force', () => {
    const shared = catalogue.map((item) => (item.code === 'honour' ? { ...item, openness: 'shared' as const } : item));
    expect(new PublicView(shared, TODAY).of('honour', { honourName: '守合同重信用' })).toBeUndefined();
    expect(new PublicView([], TODAY).of('honour', {})).toBeUndefined();
  });

  test('is nothing of a record that goes less far than its item', () => {
    const values = { title: '社会公益活动' };
    expect(view.of('volunteered-fact', values, 'public')).toEqual(values);
    expect(view.of('volunteered-fact', values, 'shared')).toBeUndefined();
  });

  test('has another mark when any field is opened or closed', () => {
    const closed = catalogue.map((item) => ({ ...item, fields: item.fields.map((field) => ({ ...field, openness: 'shared' as const })) }));
    expect(new PublicView(closed, TODAY).rights).not.toBe(view.rights);
    expect(new PublicView([...catalogue], TODAY).rights).toBe(view.rights);
  });

  test('writes the records of an item and counts them by name, each item in its place', () => {
    expect(JSON.parse(view.recordText('penalty', '"item":"penalty"'))).toEqual({
      item: 'penalty',
      category: 3,
      name: { zh: '行政处罚', en: 'Administrative penalty' },
    });
    const items = JSON.parse(view.items) as object[];
    const counts = JSON.parse(view.countsText(['honour', 'penalty', 'honour'])) as { item: string; count: number }[];
    expect(counts.map(({ count: _, ...item }) => item)).toEqual(items);
    expect(counts.filter(({ count }) => count > 0).map(({ item, count }) => [item, count])).toEqual([
      ['penalty', 1],
      ['honour', 2],
    ]);
  });

  test('names the public items of records in both languages, and not the register', () => {
    const items = JSON.parse(view.items) as { item: string }[];
    expect(items).toContainEqual({ item: 'penalty', category: 3, name: { zh: '行政处罚', en: 'Administrative penalty' } });
    for (const item of ['subject-register', 'payment-arrears']) expect(items.map((each) => each.item)).not.toContain(item);
  });
});
