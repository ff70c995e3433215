import { createHash } from 'node:crypto';
import { canonicalJson, type CreditCode, type LocalDate, maskedTexts } from '@chengxin/kernel';
import { type EvidenceRecord, type VerificationDomain } from '@chengxin/law';
import { type CopyAge, Watermarks } from '@chengxin/messaging';
import { type Actor, inTransaction, LawInForce, lock, publicNumber } from '@chengxin/platform';
import { type Answer, answer, type Doubt } from '@chengxin/verification';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecordsRepository } from '../records/records.repository.js';
import { SubjectRow } from '../subjects/subject.row.js';
import { AnswersRepository } from './answers.repository.js';
import { type AnswerDto } from './dto/answer.dto.js';
import { type AskDto } from './dto/ask.dto.js';

/** A question that may be put: a sound credit code, the domain in force, and the business day. */
export type Question = Omit<AskDto, 'domain'> & { creditCode: CreditCode; domain: VerificationDomain; on: LocalDate };

/** Answers checks, each with its evidence. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: RecordsRepository,
    private readonly answers: AnswersRepository,
    private readonly watermarks: Watermarks,
    private readonly lawInForce: LawInForce,
  ) {}

  /** Answers a question, and keeps the answer with its event in one transaction. */
  answer(question: Question, actor: Actor): Promise<AnswerDto> {
    const { creditCode, domain, on } = question;
    return inTransaction(this.dataSource, async (tx) => {
      await lock(tx, creditCode);
      const age = this.watermarks.asOf(['registry']);
      const subject = await tx.findOneBy(SubjectRow, { creditCode });
      const evidence = await this.records.evidence(tx, creditCode);
      const given = answer(evidence, domain, on, doubtOf(age, creditCode, subject !== null));
      const document = { ...this.document(question, given, evidence, age), ...identityOf(question, subject) };
      await this.answers.keep(tx, document, actor, evidence);
      return document;
    });
  }

  private document(question: Question, given: Answer, evidence: readonly EvidenceRecord[], age: CopyAge): Omit<AnswerDto, 'identity'> {
    const { domain, creditCode, on } = question;
    const { matter, purpose, caseNumber } = maskedTexts(question);
    const law = this.lawInForce.digest;
    return {
      number: publicNumber('HC', on),
      domain: domain.code,
      creditCode,
      ...given,
      hits: [...given.hits],
      lawDigest: law,
      evidenceDigest: digestOf(evidence, given.entry, law),
      asOf: (age.asOf ?? new Date(0)).toISOString(),
      answeredOn: on,
      ...(matter ? { matter } : {}),
      purpose,
      caseNumber,
    };
  }
}

/** Over identifiers and versions, so that it stands when personal details are deleted. */
function digestOf(evidence: readonly EvidenceRecord[], entry: string, law: string): string {
  const looked = evidence.map(({ recordId, version }) => ({ recordId, version }));
  return createHash('sha256').update(canonicalJson({ looked, entry, law })).digest('hex');
}

/** What stands in the way of an answer, the gravest first. */
function doubtOf(age: CopyAge, creditCode: string, registered: boolean): Doubt | undefined {
  if (age.rebuilding) return 'rebuilding';
  if (age.behind) return 'behind';
  if (age.parked(creditCode)) return 'parked';
  return registered ? undefined : 'subject-unknown';
}

/** Whether the enterprise is the one the asker means. */
function identityOf({ name }: Question, subject: SubjectRow | null): Pick<AnswerDto, 'identity' | 'name' | 'state'> {
  if (!subject) return { identity: 'unknown' };
  const { name: registered, state, formerNames } = subject;
  if (name === undefined || name === registered) return { identity: 'matched', name: registered, state };
  return { identity: formerNames.includes(name) ? 'former-name' : 'name-differs', name: registered, state };
}
