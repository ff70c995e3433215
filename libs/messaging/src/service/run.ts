import { describeApplication, loadConfig, migrate, MigrationConfig } from '@chengxin/platform';
import { rebase } from './rebase.js';
import { migrationsOf, serve, type RunningService, type ServiceDefinition } from './serve.js';

const DEADLINE_MS = 10_000;

/**
 * The main program of a service. Its first argument says what it does: `migrate` brings the database up to date, `rebase` takes over
 * an outbox from another server, `openapi` prints the document, nothing serves until SIGTERM or SIGINT.
 */
export async function run(definition: ServiceDefinition): Promise<void> {
  const commands: Record<string, (definition: ServiceDefinition) => Promise<void>> = {
    migrate: toMigrate,
    rebase: toRebase,
    openapi: toDescribe,
  };
  try {
    await (commands[process.argv[2] ?? ''] ?? toServe)(definition);
  } catch (error) {
    console.error(error instanceof Error && error.name === 'ConfigError' ? error.message : error);
    process.exit(1);
  }
}

const ownerUrl = (): string => loadConfig(MigrationConfig, process.env).databaseOwnerUrl;

async function toMigrate(definition: ServiceDefinition): Promise<void> {
  const migrations = migrationsOf(definition);
  const done = migrations.length > 0 ? await migrate({ ownerUrl: ownerUrl(), migrations }) : [];
  console.log(`${definition.service}: ${done.length} migrations`);
}

async function toRebase({ service }: ServiceDefinition): Promise<void> {
  console.log(`${service}: ${await rebase(ownerUrl())} events wait to be published`);
}

async function toDescribe({ service, module }: ServiceDefinition): Promise<void> {
  process.stdout.write(`${JSON.stringify(await describeApplication(module, service), undefined, 2)}\n`);
}

async function toServe(definition: ServiceDefinition): Promise<void> {
  let running: RunningService | undefined = undefined;
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    void (running?.close() ?? Promise.resolve()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  running = await serve(definition, process.env);
}
