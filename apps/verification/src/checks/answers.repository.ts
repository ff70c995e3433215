import { CheckAnsweredV1 } from '@chengxin/contracts';
import { type EvidenceRecord } from '@chengxin/law';
import { Outbox } from '@chengxin/messaging';
import { type Actor, knownAt, type Transaction } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AnswerRow } from './answer.row.js';
import { type AnswerDto } from './dto/answer.dto.js';

/** The answers that were given; each leaves as an event in the transaction that keeps it. */
@Injectable()
export class AnswersRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** Keeps an answer and announces it. */
  async keep(tx: Transaction, document: AnswerDto, actor: Actor, evidence: readonly EvidenceRecord[]): Promise<void> {
    const at = await knownAt(tx);
    const { number, creditCode, domain } = document;
    const askedByUnit = actor.unit ?? null;
    await tx.insert(AnswerRow, { number, creditCode, domain, askedBy: actor.subject, askedByUnit, document, answeredAt: at });
    await this.outbox.add(tx, { contract: CheckAnsweredV1, key: creditCode, data: eventOf(document, actor, evidence, at) });
  }

  /** The answer of this number; undefined when there is none. */
  async find(number: string): Promise<AnswerRow | undefined> {
    return (await this.dataSource.manager.findOneBy(AnswerRow, { number })) ?? undefined;
  }
}

function eventOf(document: AnswerDto, actor: Actor, evidence: readonly EvidenceRecord[], at: Date): CheckAnsweredV1 {
  const { number, creditCode, domain, matter, purpose, caseNumber, suggestion, evidenceDigest, asOf, answeredOn } = document;
  return {
    number,
    creditCode,
    domain,
    purpose,
    caseNumber,
    suggestion,
    evidenceDigest,
    asOf,
    answeredOn,
    ...(matter ? { matter } : {}),
    askedBy: { subject: actor.subject, ...(actor.unit ? { unit: actor.unit } : {}) },
    evidence: evidence.map(({ recordId, version }) => ({ recordId, version })),
    knownAt: at.toISOString(),
  };
}
