import { parseCreditCode } from '@chengxin/kernel';
import { InvalidRequest, type Page } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type FoundSubject } from './dto/search.view.js';
import { SearchRepository } from './search.repository.js';
import { comparable } from './search-text.js';

const LEAST_CHARACTERS = 2;
const TOO_SHORT = { in: 'query', pointer: '/q', rule: 'minLength', zh: '请至少输入 2 个字', en: 'needs at least two characters' } as const;

/** What is looked for, and which page of what is found. */
export type Search = { q: string; limit: number; after?: string };

/** Looks for credit subjects. */
@Injectable()
export class SearchService {
  constructor(private readonly subjects: SearchRepository) {}

  /** The subject with exactly this code, else those with this fragment in a name. Throws 400 for less than two characters. */
  async find({ q, limit, after }: Search): Promise<Page<FoundSubject>> {
    const fragment = comparable(q);
    if ([...fragment].length < LEAST_CHARACTERS) throw new InvalidRequest([TOO_SHORT]);
    const code = parseCreditCode(q);
    const exact = code.ok ? await this.subjects.byCode(code.value) : undefined;
    return exact ? { items: [exact] } : this.subjects.byName(fragment, { limit, after });
  }
}
