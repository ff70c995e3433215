import { SubjectChangedV1, SubjectRegisteredV1 } from '@chengxin/contracts';
import { dataOf, On, type Received } from '@chengxin/messaging';
import { type Transaction } from '@chengxin/platform';
import { Controller } from '@nestjs/common';
import { SubjectsRepository } from './subjects.repository.js';

/** Keeps the names of credit subjects in step with `registry`. */
@Controller()
export class SubjectsConsumer {
  constructor(private readonly subjects: SubjectsRepository) {}

  @On(SubjectRegisteredV1, SubjectChangedV1)
  stated(events: Received<SubjectRegisteredV1 | SubjectChangedV1>[], tx: Transaction): Promise<void> {
    return this.subjects.remember(tx, dataOf(events));
  }
}
