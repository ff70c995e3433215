import { Injectable } from '@nestjs/common';
import { Counts } from '@chengxin/messaging';
import { DataSource } from 'typeorm';
import { BatchesRepository } from './batches/batches.repository.js';
import { RecordsRepository } from './records/records.repository.js';
import { SubjectsRepository } from './subjects/subjects.repository.js';

/** What the status of the registry shows. */
@Injectable()
export class RegistryCounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: SubjectsRepository,
    private readonly records: RecordsRepository,
    private readonly batches: BatchesRepository,
  ) {}

  /** Credit subjects in the register. */
  @Counts('subjects')
  countSubjects(): Promise<number> {
    return this.subjects.count(this.dataSource.manager);
  }

  /** Records of every item, in every status. */
  @Counts('records')
  countRecords(): Promise<number> {
    return this.records.count(this.dataSource.manager);
  }

  /** Batches that wait or are being read. */
  @Counts('unfinishedBatches')
  countUnfinishedBatches(): Promise<number> {
    return this.batches.countUnfinished();
  }
}
