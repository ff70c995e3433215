import { Command } from 'commander';
import { clockCommand } from './clock/clock.command.js';
import { eventsCommand } from './events/events.command.js';
import { importCommand } from './import/import.command.js';
import { parkedCommand } from './parked/parked.command.js';
import { rebuildCommand } from './rebuild/rebuild.command.js';
import { reconcileCommand } from './reconcile/reconcile.command.js';
import { Session } from './session.js';
import { statusCommand } from './status/status.command.js';
import { tokenCommand } from './token.command.js';

/** `npm run chengxin -- <command>`: the command line, a client of the gateway. */
const session = () => new Session(process.env);

const program = new Command('chengxin')
  .description('the command line of Chengxin; CHENGXIN_URL and CHENGXIN_TOKEN name another city than the demonstration')
  .usage('<command> [options]')
  .showHelpAfterError('(--help says more)');
const COMMANDS = [importCommand, clockCommand, parkedCommand, rebuildCommand, eventsCommand, tokenCommand, statusCommand, reconcileCommand];
for (const command of COMMANDS) {
  program.addCommand(command(session));
}
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit(); // whoever read on the other side of the pipe has seen enough
});
await program.parseAsync();
