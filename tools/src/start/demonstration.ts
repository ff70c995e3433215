import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ANNOUNCING_SERVICES, SERVICES } from '@chengxin/contracts';
import { exportJWK, generateKeyPair } from 'jose';
import { type DemonstrationUser, type IssuerContent, type MachineClient } from '../issuer/holders.js';

/** Everything secret or personal about one demonstration; made at its first start, kept in its data folder, never anywhere else. */
export type Demonstration = {
  /** password of the embedded PostgreSQL's superuser, and of each service's two roles */
  superuser: string;
  databases: Record<string, { owner: string; service: string }>;
  /** passwords of the users of the embedded Kafka */
  kafka: Record<string, string>;
} & IssuerContent;

/** A persona as the fictional city describes it. */
type Persona = DemonstrationUser & { machine?: true };

/** The administrator of the embedded broker, and the user who alone writes the clock. */
export const KAFKA_ADMIN = 'admin';
export const KAFKA_OPERATOR = 'operator';

const secret = (): string => randomBytes(24).toString('base64url');

/** The file in the data folder that holds the demonstration; for its owner's eyes only. */
export const demonstrationFile = (dataDir: string): string => path.join(dataDir, 'demonstration.json');

/** Reads the demonstration of a data folder; undefined before its first start. */
export function readDemonstration(dataDir: string): Demonstration | undefined {
  const file = demonstrationFile(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Demonstration) : undefined;
}

/** Reads the demonstration of a data folder, or makes it: passwords, client secrets and a signing key by dice. */
export async function demonstrationOf(dataDir: string, personas: () => Promise<readonly Persona[]>): Promise<Demonstration> {
  const known = readDemonstration(dataDir);
  if (known) return known;
  const made = await makeDemonstration(await personas());
  mkdirSync(dataDir, { recursive: true });
  const file = demonstrationFile(dataDir);
  writeFileSync(`${file}.part`, JSON.stringify(made, undefined, 2), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return made;
}

async function makeDemonstration(personas: readonly Persona[]): Promise<Demonstration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' };
  return {
    superuser: secret(),
    databases: Object.fromEntries(ANNOUNCING_SERVICES.map((service) => [service, { owner: secret(), service: secret() }])),
    kafka: Object.fromEntries([KAFKA_ADMIN, KAFKA_OPERATOR, ...SERVICES].map((user) => [user, secret()])),
    users: personas.filter(({ machine }) => !machine).map(userOf),
    clients: personas.filter(({ machine }) => machine).map(clientOf),
    keys: [key],
  };
}

function userOf({ user, name, role, unit, areas, enterprises }: Persona): DemonstrationUser {
  return { user, name, role, areas, enterprises, ...(unit && { unit }) };
}

function clientOf({ user, name, role, unit, areas, enterprises }: Persona): MachineClient {
  return { id: user, secret: secret(), name, role, areas, enterprises, ...(unit && { unit }) };
}
