import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson, type LocalDate } from '@chengxin/kernel';
import { inForce, modelFaults, type RatingModel, SHIPPED_MODELS } from '@chengxin/rating';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ModelRow } from './model.row.js';

/** A model with the digest of its canonical JSON (sha256, hexadecimal), by which every rating names it. */
export interface PublishedModel {
  digest: string;
  model: RatingModel;
}

/** The published models. The shipped ones are published at the first start; from then on the table is the one place. */
@Injectable()
export class Models implements OnModuleInit {
  private published: PublishedModel[] = [];

  constructor(private readonly dataSource: DataSource) {}

  /** Throws when a shipped model has faults. */
  async onModuleInit(): Promise<void> {
    const shipped = SHIPPED_MODELS.map((file) => toRow(JSON.parse(readFileSync(file, 'utf8')) as RatingModel));
    await this.dataSource.createQueryBuilder().insert().into(ModelRow).values(shipped).orIgnore().execute();
    this.published = await this.dataSource.getRepository(ModelRow).find({ order: { version: 'DESC', id: 'ASC' } });
  }

  /** The newest model in force on a day. Throws when there is none. */
  inForce(on: LocalDate): PublishedModel {
    const found = this.published.find(({ model }) => inForce(model, on));
    if (!found) throw new Error(`no rating model is in force on ${on}`);
    return found;
  }
}

function toRow(model: RatingModel): ModelRow {
  const faults = modelFaults(model);
  if (faults.length > 0) throw new Error(`the model ${model.id} may not be published: ${faults.join('; ')}`);
  const digest = createHash('sha256').update(canonicalJson(model)).digest('hex');
  return { id: model.id, version: model.version, digest, model };
}
