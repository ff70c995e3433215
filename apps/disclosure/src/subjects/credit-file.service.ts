import { type CreditCode } from '@chengxin/kernel';
import { Watermarks } from '@chengxin/messaging';
import { problem } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { type Age, ageOf } from '../database/age.js';
import { REFUSALS } from '../refusals.js';
import { CreditFileRepository } from './credit-file.repository.js';
import { FileRenewal } from './file-renewal.js';

/** The members of a credit file as JSON text, without braces, and how current it is. */
export type CreditFile = { members: string; age: Age };

/** Gives the public credit files. */
@Injectable()
export class CreditFileService {
  constructor(
    private readonly files: CreditFileRepository,
    private readonly renewal: FileRenewal,
    private readonly watermarks: Watermarks,
  ) {}

  /** The file of an enterprise. Throws 404 for one that is not registered. */
  async get(creditCode: CreditCode): Promise<CreditFile> {
    const age = ageOf(this.watermarks, creditCode);
    let found = await this.files.find(creditCode);
    if (found && !found.members) {
      await this.renewal.renew(creditCode);
      found = await this.files.find(creditCode);
    }
    if (!found?.members) throw problem('disclosure.subject-unknown', { creditCode }, REFUSALS);
    return { members: found.members, age };
  }
}
