import { type SubjectState } from '@chengxin/contracts';
import { Counts } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublicCatalogue } from '../catalogue/public-catalogue.js';
import { bigramsOf, comparable } from './search-text.js';

const REMEMBER = `
  insert into subjects as s (credit_code, version, name, former_names, state, district, register, as_of, source_unit,
                             search_name, search_names, bigrams, public_register, rights)
  select distinct on ("creditCode") "creditCode", version, name, "formerNames", state, district, register, "asOf", "sourceUnit",
         "searchName", "searchNames", bigrams, "publicRegister", $2
    from json_to_recordset($1::json) as e ("creditCode" text, version integer, name text, "formerNames" text[], state text,
         district text, register json, "asOf" date, "sourceUnit" json, "searchName" text, "searchNames" text, bigrams text[], "publicRegister" json)
   order by "creditCode", version desc
  on conflict (credit_code) do update
    set version = excluded.version, name = excluded.name, former_names = excluded.former_names, state = excluded.state,
        district = excluded.district, register = excluded.register, as_of = excluded.as_of, source_unit = excluded.source_unit,
        search_name = excluded.search_name, search_names = excluded.search_names, bigrams = excluded.bigrams,
        public_register = excluded.public_register, rights = excluded.rights
  where s.version < excluded.version`;

const KEEP = `
  insert into subject_versions (credit_code, version, known_at, name, former_names, state, register, as_of, source_unit)
  select "creditCode", version, "knownAt", name, "formerNames", state, register, "asOf", "sourceUnit"
    from json_to_recordset($1::json) as e ("creditCode" text, version integer, "knownAt" timestamptz, name text, "formerNames" text[],
         state text, register json, "asOf" date, "sourceUnit" json)
  on conflict on constraint subject_versions_pkey do nothing`;

const RENEW = `
  update subjects set public_register = $3::json, rights = $4 where credit_code = $1 and version = $2`;

type Held = { version: number; register: Record<string, string> };

/** The copies of credit subjects, each with what may be searched in its names and what anyone may see of its register entry. */
@Injectable()
export class SubjectsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: PublicCatalogue,
  ) {}

  /** Takes subjects in, of each the newest as it is, and every version for past moments. */
  async remember(tx: Transaction, subjects: readonly SubjectState[]): Promise<void> {
    const view = this.catalogue.today();
    const rows = subjects.map((subject) => {
      const register = registerOf(subject);
      return { ...subject, ...searchable(subject), register, publicRegister: view.of('subject-register', register) ?? {} };
    });
    const stated = JSON.stringify(rows);
    await tx.query(REMEMBER, [stated, view.rights]);
    await tx.query(KEEP, [stated]);
  }

  /** Prepares anew what anyone may see of a register entry, after the rights have changed. */
  async renew(tx: Transaction, creditCode: string): Promise<void> {
    const view = this.catalogue.today();
    const [held] = await tx.query<Held[]>(`select version, register from subjects where credit_code = $1`, [creditCode]);
    if (!held) return;
    const open = JSON.stringify(view.of('subject-register', held.register) ?? {});
    await tx.query(RENEW, [creditCode, held.version, open, view.rights]);
  }

  /** Whether a subject of this code has come. */
  async knows(creditCode: string): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>(`select from subjects where credit_code = $1`, [creditCode])).length > 0;
  }

  @Counts('subjects')
  count(): Promise<number> {
    return this.dataSource.query<[{ n: number }]>(`select count(*)::integer as n from subjects`).then(([{ n }]) => n);
  }
}

/** The values of the register item, by field. */
function registerOf(subject: SubjectState): Record<string, string> {
  const { creditCode, name, establishedOn, kind, legalRepresentative, registeredCapital, scope, address, state } = subject;
  const { industry, size, district } = subject;
  const values = { creditCode, name, establishedOn, kind, legalRepresentative, registeredCapital, scope, address, state };
  const stated = Object.entries({ ...values, industry, size, district }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated) as Record<string, string>;
}

/** Pairs are taken within each name, never across two. */
function searchable({ name, formerNames }: SubjectState): { searchName: string; searchNames: string; bigrams: string[] } {
  const names = [name, ...formerNames].map(comparable);
  return { searchName: comparable(name), searchNames: names.join('\n'), bigrams: [...new Set(names.flatMap(bigramsOf))] };
}
