import { Command } from 'commander';
import { type Session } from './session.js';
import { answers } from './terminal/answer.js';

/** `token`: a bearer token for a demonstration user, as `npm run token` prints it. */
export function tokenCommand(session: () => Session): Command {
  const command = new Command('token')
    .description('a bearer token for a demonstration user, or for a machine client of a department')
    .argument('<user>');
  return answers(command, async (user: string) => {
    const token = await session().token(user);
    return { document: { token }, text: token };
  });
}
