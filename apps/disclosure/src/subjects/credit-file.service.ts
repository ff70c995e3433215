import { type CreditCode } from '@chengxin/kernel';
import { Watermarks } from '@chengxin/messaging';
import { Clock, problem } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { PublicCatalogue } from '../catalogue/public-catalogue.js';
import { type Age, ageOf } from '../database/age.js';
import { REFUSALS } from '../refusals.js';
import { CreditFileRepository, type FoundFile } from './credit-file.repository.js';
import { FileRenewal } from './file-renewal.js';

/** A credit file as JSON text, and how current it is. */
export type CreditFile = { document: string; age: Age };

/** Gives the public credit files. */
@Injectable()
export class CreditFileService {
  constructor(
    private readonly files: CreditFileRepository,
    private readonly renewal: FileRenewal,
    private readonly catalogue: PublicCatalogue,
    private readonly watermarks: Watermarks,
    private readonly clock: Clock,
  ) {}

  /** The file of an enterprise. Throws 404 for one that is not registered. */
  async get(creditCode: CreditCode): Promise<CreditFile> {
    const age = ageOf(this.watermarks, creditCode);
    let found = await this.find(creditCode);
    if (found?.document === null) {
      await this.renewal.renew(creditCode);
      found = await this.find(creditCode);
    }
    if (!found?.document) throw problem('disclosure.subject-unknown', { creditCode }, REFUSALS);
    return { document: found.document, age };
  }

  private find(creditCode: CreditCode): Promise<FoundFile | undefined> {
    return this.files.find(creditCode, this.clock.today(), this.catalogue.today());
  }
}
