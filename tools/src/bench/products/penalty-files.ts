import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addDays, localDate } from '@chengxin/kernel';
import { loadLaw, type CatalogueItem, type ItemCode } from '@chengxin/law';
import { aCode, aPenalty, aRegistration, headerOf } from '@chengxin/registry/testing';

type Values = Record<string, string>;

/** One row in a thousand is refused, for one fault. */
const REFUSED_EVERY = 1_000;
const ON = localDate('2026-05-10');
const DAYS = 1_800;

/** The first enterprise of the files; smaller numbers are other people's. */
const FIRST = 1_000;

/** The credit code of enterprise `n` of the files, from 0. */
export const enterprise = (n: number): string => aCode(FIRST + n);

const registration = (n: number): Values =>
  aRegistration({ creditCode: enterprise(n), name: `澄州市第${n}号食品有限公司`, address: `澄州市东湖区望湖路${n}号` });

/** Penalty `n` of a year in the order of a department's archive: the enterprises in turn, fines of many amounts over five years. */
function penalty(n: number, enterprises: number): Values {
  const fine = 1_000 + ((n * 37) % 900) * 100;
  const isRefused = n % REFUSED_EVERY === REFUSED_EVERY - 1;
  return aPenalty({
    creditCode: enterprise(n % enterprises),
    partyName: `澄州市第${n % enterprises}号食品有限公司`,
    documentNumber: `澄市监罚〔${2021 + (n % 6)}〕${n}号`,
    facts: `经查，当事人于第${n % 97}号门店销售的预包装食品标签未标明生产日期，货值金额${(n % 500) + 20}元。`,
    content: `没收违法所得${(n % 500) + 20}元；罚款人民币${fine}元。`,
    penaltyKinds: '没收违法所得;罚款',
    fineAmount: isRefused ? `${fine}元` : String(fine / 10_000),
    confiscatedAmount: String(((n % 500) + 20) / 10_000),
    decidedOn: addDays(ON, -((n * 7) % DAYS)).replaceAll('-', '/'),
  });
}

/** How many rows of a penalty file are refused. */
export const refusedOf = (rows: number): number => Math.floor(rows / REFUSED_EVERY);

/** Writes a register of so many enterprises. */
export const writeRegister = (path: string, enterprises: number): Promise<void> =>
  write(path, 'subject-register', enterprises, registration);

/** Writes a file of so many penalties of these enterprises. */
export const writePenalties = (path: string, rows: number, enterprises: number): Promise<void> =>
  write(path, 'penalty', rows, (n) => penalty(n, enterprises));

function write(path: string, code: ItemCode, rows: number, row: (n: number) => Values): Promise<void> {
  const item = loadLaw().item(code, ON) as CatalogueItem;
  const names = Object.keys(row(0));
  const lines = function* (): Generator<string> {
    yield `${headerOf(item, names).join(',')}\n`;
    for (let n = 0; n < rows; n += 1) yield lineOf(row(n), names);
  };
  return pipeline(Readable.from(lines()), createWriteStream(path));
}

const lineOf = (values: Values, names: readonly string[]): string => `${names.map((name) => values[name] ?? '').join(',')}\n`;
