import { run } from '../processes/spawning.js';

const OLDEST_JAVA = 17;

/** What Kafka needs on the path, how to see that it is there, and the Debian packages that bring it, the first that can be had. */
const NEEDED = [
  { works: javaWorks, packages: ['openjdk-17-jre-headless', 'default-jre-headless'] },
  { works: () => works('mvn', ['-v']), packages: ['maven'] },
];

/**
 * Sees to it that Java (17 or newer) and Maven are on the path: where it may (root, apt-get) it installs Debian's
 * packages. Throws with what to install where it may not, or could not.
 */
export async function ensureJava(report: (line: string) => void, isRoot = process.getuid?.() === 0): Promise<void> {
  const missing = [];
  for (const needed of NEEDED) if (!(await needed.works())) missing.push(needed);
  if (missing.length === 0) return;
  if (!isRoot || !(await works('apt-get', ['--version']))) throw new Error(advice(missing.map(({ packages }) => packages[0] ?? '')));
  await aptGet(['update', '-qq']);
  for (const { packages } of missing) await installFirst(packages, report);
}

async function installFirst(packages: readonly string[], report: (line: string) => void): Promise<void> {
  let words = '';
  for (const name of packages) {
    report(`installing ${name} from the Debian packages`);
    const { code, said } = await aptGet(['install', '-y', '-qq', '--no-install-recommends', name]);
    if (code === 0) return;
    words = said;
  }
  throw new Error(`${advice(packages.slice(0, 1))}\napt-get said:\n${words.slice(-2000)}`);
}

const aptGet = (args: string[]) => run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

async function javaWorks(): Promise<boolean> {
  const said = await words('java', ['-version']);
  return Number(/version "(\d+)/.exec(said ?? '')?.[1] ?? 0) >= OLDEST_JAVA;
}

async function works(program: string, probe: string[]): Promise<boolean> {
  return (await words(program, probe)) !== undefined;
}

/** What a program says; undefined when it is not there or fails. */
async function words(program: string, probe: string[]): Promise<string | undefined> {
  try {
    const { code, said } = await run(program, probe, { env: process.env });
    return code === 0 ? said : undefined;
  } catch {
    return undefined;
  }
}

function advice(packages: readonly string[]): string {
  return (
    'Kafka needs Java 17 or newer, and Maven to bring its jars. Install them (Debian: ' +
    `"sudo apt-get install ${packages.join(' ')}"; macOS: "brew install openjdk@17 maven"), or set KAFKA_BROKERS to a broker of your own.`
  );
}
