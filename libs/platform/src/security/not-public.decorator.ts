import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { LONGEST_CASE_NUMBER } from '@chengxin/law';

/** Metadata key of what a route does without a purpose. */
export const NOT_PUBLIC = 'chengxin:not-public';

/**
 * What a route that shows more than the public may see gives without a purpose: the public set and one's own (`public-set`); nothing
 * but to an enterprise of itself (`nothing`); one's own alone, which its service knows when it has found it (`own`).
 */
export type WithoutPurpose = 'public-set' | 'nothing' | 'own';

const IN_WORDS: Record<WithoutPurpose, string> = {
  'public-set': 'Without it the answer is what anyone is given, and one’s own.',
  nothing: 'Without it 403 with the purposes that are open to the caller; an enterprise needs none for itself.',
  own: 'Without it 403 with the purposes that are open to the caller, unless the answer is the caller’s own.',
};

/** The route shows what is not public: for a purpose (header `Purpose`) in a case of the reader's own (`Case-Number`). */
export function NotPublic(without: WithoutPurpose): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(NOT_PUBLIC, without),
    ApiExtension('x-without-purpose', without),
    ApiHeader({
      name: 'Purpose',
      required: false,
      description: `查询目的代码 Why it is looked at, a code. ${IN_WORDS[without]} The look is recorded and told to the enterprise.`,
      schema: { type: 'string', example: 'supervision' },
    }),
    ApiHeader({
      name: 'Case-Number',
      required: false,
      description: `办件编号 The number of the caller's own case, percent-encoded UTF-8, at most ${LONGEST_CASE_NUMBER} characters; goes with Purpose.`,
      schema: { type: 'string', example: encodeURIComponent('澄采〔2026〕15号') },
    }),
  );
}
