import { type Command } from 'commander';
import { GatewayProblem } from '../../gateway/problem.js';

/** What a command found: the same as a document for programs and as a text for people; `ok: false` makes the exit code 1. */
export type Answer = { document: unknown; text: string; ok?: boolean };

/**
 * Gives a command `--json` and an action that answers: one JSON document or the text on stdout. A refusal goes to stderr in its
 * own words, with `--json` to stdout as the problem document; the exit code is 1 then.
 */
export function answers<A extends unknown[]>(command: Command, act: (...given: A) => Promise<Answer>): Command {
  return command.option('--json', 'one JSON document on stdout').action(async (...given: unknown[]) => {
    const { json } = command.opts<{ json?: boolean }>();
    try {
      const { document, text, ok = true } = await act(...(given as A));
      process.stdout.write(`${json ? JSON.stringify(document, undefined, 2) : text}\n`);
      if (!ok) process.exitCode = 1;
    } catch (fault) {
      reportFault(fault as Error, json);
    }
  });
}

/** Says why a command failed and makes the exit code 1. */
export function reportFault(fault: Error, json = false): void {
  if (json && fault instanceof GatewayProblem) process.stdout.write(`${JSON.stringify(fault.document, undefined, 2)}\n`);
  else process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
