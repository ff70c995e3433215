/**
 * The door to every command of this repository, in plain JavaScript without dependencies, so that it runs on a fresh clone
 * under whatever Node the machine has: installs what the lock file names, goes over to the pinned Node, builds, and hands on.
 * `node tools/start.mjs start | test | token | chengxin | api-docs | draw | bench [arguments]`
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const workspace = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inWorkspace = (...parts) => path.join(workspace, ...parts);
const pinnedNode = inWorkspace('node_modules/node/bin/node');

const parent = process.ppid;

const COMMANDS = {
  start: { main: 'start/main.js', builds: true },
  test: { main: 'run-tests/main.js', builds: true },
  token: { main: 'issuer/token.js', builds: false },
  chengxin: { main: 'chengxin/main.js', builds: false },
  'api-docs': { main: 'api-docs.js', builds: true },
  draw: { main: 'draw/main.js', builds: true },
  bench: { main: 'bench/main.js', builds: true },
};

const [name = '', ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) stop(`usage: node tools/start.mjs ${Object.keys(COMMANDS).join(' | ')} [arguments]`);

if (!installed()) await install();
const version = JSON.parse(readFileSync(inWorkspace('node_modules/node/package.json'), 'utf8')).version;
if (process.version !== `v${version}` && existsSync(pinnedNode) && !process.env.CHENGXIN_REEXECUTED) process.exit(await reexecute());
checkVersion();
const main = inWorkspace('tools/dist/src', command.main);
if (command.builds || !existsSync(main)) await build();
process.env.PATH = `${inWorkspace('node_modules/.bin')}${path.delimiter}${process.env.PATH}`;
process.argv = [process.execPath, main, ...rest];
await import(pathToFileURL(main).href);

function stop(message) {
  console.error(message);
  process.exit(1);
}

/** npm leaves its own copy of the lock file behind when it has installed everything. */
function installed() {
  const mark = inWorkspace('node_modules/.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(inWorkspace('package-lock.json')).mtimeMs;
}

async function install() {
  console.log('installing the dependencies (npm ci)');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
  if (code !== 0) stop(`npm ci failed (exit ${code}); what it said stands above.`);
}

function reexecute() {
  const environment = { ...process.env, CHENGXIN_REEXECUTED: '1', CHENGXIN_PARENT: String(process.pid) };
  return run(pinnedNode, process.argv.slice(1), { env: environment });
}

function checkVersion() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= Number(version.split('.')[0])) return;
  stop(
    `This is Node ${process.version}; Chengxin runs on Node ${version}, which comes with npm ci as the package "node".\n` +
      `It is not at ${pinnedNode}: its install script did not run. Run "npm ci" without --ignore-scripts, or use Node 24 yourself.`,
  );
}

async function build() {
  const started = Date.now();
  let said = '';
  const nx = inWorkspace('node_modules/nx/dist/bin/nx.js');
  const code = await run(
    process.execPath,
    [nx, 'run-many', '-t', 'build'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
    (text) => (said += text),
  );
  if (code !== 0) stop(`${said}\nthe build failed; what it said stands above.`);
  console.error(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Runs a program to its end and gives its exit code; what ends this process, or the npm that started it, ends it too. */
function run(program, args, options = {}, listen = () => {}) {
  return new Promise((answer) => {
    const PATH = `${inWorkspace('node_modules/.bin')}${path.delimiter}${process.env.PATH}`;
    const child = spawn(program, args, { cwd: workspace, stdio: 'inherit', ...options, env: { ...process.env, ...options.env, PATH } });
    child.stdout?.on('data', (chunk) => listen(String(chunk)));
    child.stderr?.on('data', (chunk) => listen(String(chunk)));
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const watch = process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && forward('SIGTERM'), 500);
    child.once('error', (fault) => stop(`${program}: ${fault.message}`));
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, forward);
      answer(code ?? (signal ? 1 : 0));
    });
  });
}
