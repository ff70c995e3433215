import { type CityRecord } from './city.js';
import { type Demonstration } from './demonstration.js';
import { type Settings } from './settings.js';

/** What the launcher prints when all is ready: address, what was loaded, who may sign in, where things lie, how to stop. */
export function readyText(settings: Settings, { users, clients }: Demonstration, city: CityRecord | undefined): string {
  const widest = Math.max(...users.map(({ user }) => user.length));
  const person = ({ user, role, name }: Demonstration['users'][number]) => `  ${user.padEnd(widest)}  ${role} ${name}`;
  return [
    '',
    ...(city ? [cityLine(city), ''] : []),
    'demonstration users (npm run token -- USER prints a bearer token):',
    ...users.map(person),
    `machine clients of the departments: ${clients.map(({ id }) => id).join(', ')}`,
    '',
    `passwords and keys: ${settings.dataDir}/demonstration.json    logs: ${settings.dataDir}/logs`,
    'stop with Ctrl-C; the next start finds everything as it was',
    '',
    `ready ${settings.url}`,
  ].join('\n');
}

function cityLine({ size, counts }: CityRecord): string {
  const items = Object.entries(counts.byItem).map(([item, count]) => `${item} ${count}`);
  return `the city of ${size}: subjects ${counts.subjects}, records ${counts.records}, refused rows ${counts.refused} (${items.join(', ')})`;
}
