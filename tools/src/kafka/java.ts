import { run } from '../processes/spawning.js';

const NEEDED = [
  { program: 'java', probe: ['-version'], debian: 'openjdk-17-jre-headless' },
  { program: 'mvn', probe: ['-v'], debian: 'maven' },
];

/**
 * Sees to it that Java and Maven are on the path: where it may (root, apt-get) it installs Debian's packages.
 * Throws with what to install where it may not.
 */
export async function ensureJava(report: (line: string) => void): Promise<void> {
  const missing = [];
  for (const needed of NEEDED) if (!(await works(needed.program, needed.probe))) missing.push(needed.debian);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !(await works('apt-get', ['--version']))) throw new Error(advice(missing));
  report(`installing ${missing.join(' and ')} from the Debian packages`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { code, said } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env });
  if (code !== 0) throw new Error(`${advice(missing)}\napt-get said:\n${said.slice(-2000)}`);
}

async function works(program: string, probe: string[]): Promise<boolean> {
  try {
    return (await run(program, probe)).code === 0;
  } catch {
    return false;
  }
}

function advice(missing: string[]): string {
  const packages = missing.join(' ');
  return (
    'Kafka needs Java 17 or newer, and Maven to bring its jars. Install them (Debian: ' +
    `"sudo apt-get install ${packages}"; macOS: "brew install openjdk@17 maven"), or set KAFKA_BROKERS to a broker of your own.`
  );
}
