import path from 'node:path';
import { SERVICES, type Service } from '@chengxin/contracts';

/** The repository's folder. */
export const WORKSPACE = path.resolve(import.meta.dirname, '../../../..');

/** What the environment tells the launcher, with everything derived from it. */
export type Settings = {
  host: string;
  port: number;
  /** the public address, and where the issuer answers */
  url: string;
  issuer: string;
  ports: Record<Service | 'issuer' | 'postgres' | 'kafka' | 'kafka-controller', number>;
  dataDir: string;
  /** how many enterprises the fictional city has; undefined: no city */
  citySize?: number;
  /** servers that replace the embedded ones; Kafka's user is an administrator */
  databaseUrl?: string;
  kafka?: { brokers: string; username?: string; password?: string };
  /** the city's overlay file over the law; the fictional city's, unless another is named */
  overlay: string;
};

const FICTIONAL_CITY = path.join(WORKSPACE, 'libs/testing/src/city/chengzhou.overlay.json');
const ISSUER = 9;
const POSTGRES = 352;
const KAFKA = 412;
const CITY_SIZES = ['200', '5000', '100000'];

/** Reads PORT, DATA_DIR, CHENGXIN_CITY, DATABASE_URL, KAFKA_BROKERS, KAFKA_USERNAME, KAFKA_PASSWORD and CITY_OVERLAY. Throws with what is wrong. */
export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const port = portFrom(env.PORT);
  const citySize = citySizeFrom(env.CHENGXIN_CITY);
  const host = '127.0.0.1';
  return {
    host,
    port,
    url: `http://${host}:${port}`,
    issuer: `http://${host}:${port + ISSUER}`,
    ports: portsFrom(port),
    dataDir: path.resolve(WORKSPACE, env.DATA_DIR ?? '.data'),
    ...(citySize && { citySize }),
    ...(env.DATABASE_URL && { databaseUrl: env.DATABASE_URL }),
    ...(env.KAFKA_BROKERS && { kafka: externalKafka(env.KAFKA_BROKERS, env) }),
    overlay: env.CITY_OVERLAY ? path.resolve(env.CITY_OVERLAY) : FICTIONAL_CITY,
  };
}

function portFrom(text = '8080'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) throw new Error('PORT must be a number from 1024 to 65000');
  return port;
}

function citySizeFrom(text = '5000'): number | undefined {
  if (text !== 'none' && !CITY_SIZES.includes(text)) throw new Error(`CHENGXIN_CITY must be one of ${CITY_SIZES.join(', ')}, none`);
  return text === 'none' ? undefined : Number(text);
}

function externalKafka(brokers: string, { KAFKA_USERNAME: username, KAFKA_PASSWORD: password }: NodeJS.ProcessEnv): Settings['kafka'] {
  if (Boolean(username) !== Boolean(password)) throw new Error('KAFKA_USERNAME and KAFKA_PASSWORD go together');
  return { brokers, ...(username && password && { username, password }) };
}

/** One number moves them all, so that a second system can run beside the first. */
function portsFrom(port: number): Settings['ports'] {
  const services = Object.fromEntries(SERVICES.map((service, index) => [service, port + index])) as Record<Service, number>;
  return { ...services, issuer: port + ISSUER, postgres: port + POSTGRES, kafka: port + KAFKA, 'kafka-controller': port + KAFKA + 1 };
}
