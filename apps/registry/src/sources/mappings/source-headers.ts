import { Injectable } from '@nestjs/common';
import { accept, type Result } from '@chengxin/kernel';
import type { CatalogueItem } from '@chengxin/law';
import { type Header, type HeaderRefusal, readHeader } from '@chengxin/registry';
import { DataSource } from 'typeorm';
import type { BatchRow } from '../../batches/batch.row.js';
import { Submissions } from '../../batches/submissions.js';
import { MappingsRepository } from './mappings.repository.js';

/** A header that was understood, and the version of the unit's mapping where it was understood by that. */
export type ReadHeader = { header: Header; mappingVersion?: number };

/** Headers of files, official or of the sender's own. */
@Injectable()
export class SourceHeaders {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mappings: MappingsRepository,
    private readonly submissions: Submissions,
  ) {}

  /** Reads the header of a file that a unit sends now, by its newest mapping where the header is not the official one. */
  async received(cells: readonly string[], item: CatalogueItem, unitCode: string): Promise<Result<ReadHeader, HeaderRefusal>> {
    const newest = await this.mappings.find(this.dataSource.manager, { unitCode, item: item.code });
    const header = readHeader(cells, item, newest?.columns);
    if (!header.ok) return header;
    return accept({ header: header.value, ...(newest && header.value.own && { mappingVersion: newest.version }) });
  }

  /** What rules the rows of a batch: the item, the business date, and the header by the mapping it began with, whatever was mapped since. */
  async of(batch: BatchRow) {
    const { header, unitCode, mappingVersion } = batch;
    const { item, today } = this.submissions.ruling(batch.item, batch.receivedOn);
    const key = { unitCode, item: batch.item };
    const mapping = mappingVersion === null ? null : await this.mappings.find(this.dataSource.manager, key, mappingVersion);
    return { item, today, header: item && readHeader(header, item, mapping?.columns) };
  }
}
