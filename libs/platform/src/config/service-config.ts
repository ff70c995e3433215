import { Transform } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
import type { ConfigFault } from './load-config.js';
import { databaseFaults, issuerFaults, kafkaFaults } from './safe-defaults.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DATABASE_URL = /^postgres(ql)?:\/\/.+\/.+/;
const NOT_A_DATABASE = { context: { zh: '必须是 postgres://用户@主机:端口/库名', en: 'must be postgres://user@host:port/database' } };
const ANY_URL = { require_tld: false, protocols: ['http', 'https'], require_protocol: true };

const toNumber = Transform(({ value }) => (typeof value === 'string' ? Number(value) : value));
const toBoolean = Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value));
const toList = Transform(({ value }) => (typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value));

/** What every service reads from the environment; a service with settings of its own extends it. */
export class ServiceConfig {
  @IsString() host = '127.0.0.1';
  @toNumber @IsInt() @Min(0) @Max(65535) port!: number;

  @Matches(DATABASE_URL, NOT_A_DATABASE) databaseUrl!: string;

  @toList @IsArray() @IsString({ each: true }) kafkaBrokers!: string[];
  @IsOptional() @IsString() kafkaUsername?: string;
  @IsOptional() @IsString() kafkaPassword?: string;
  /** Goes before the name of every topic and group, so that tests can share one broker. */
  @IsString() kafkaPrefix = '';
  /** Tells the replicas of one service apart. */
  @IsString() instance = String(process.pid);

  @IsUrl(ANY_URL) oidcIssuer!: string;
  @IsNotEmpty() oidcAudience = 'chengxin';
  /** Without it the issuer's discovery document is asked. */
  @IsOptional() @IsUrl(ANY_URL) oidcJwksUri?: string;
  @IsNotEmpty() claimRole = 'role';
  @IsNotEmpty() claimUnit = 'unit';
  @IsNotEmpty() claimAreas = 'areas';
  @IsNotEmpty() claimEnterprises = 'enterprises';

  /** Addresses of proxies whose word on who is behind them is taken (`X-Forwarded-For`); nobody's where there are none. */
  @toList @IsArray() @IsString({ each: true }) trustedProxies: string[] = [];

  /** Path of the city's overlay file over the shipped law. */
  @IsOptional() @IsString() cityOverlay?: string;
  @toBoolean @IsBoolean() demonstration = false;
  /** Folder for uploaded files, readable by the service alone. */
  @IsString() storageDir = '.data/storage';
  @IsIn(LOG_LEVELS) logLevel: (typeof LOG_LEVELS)[number] = 'info';

  /** Faults between settings, and secrets that are missing or well known outside the demonstration. */
  faults(): ConfigFault[] {
    return [...kafkaFaults(this), ...(this.demonstration ? [] : [...databaseFaults(this), ...issuerFaults(this)])];
  }
}

/** What a migration reads from the environment: the owner's login. */
export class MigrationConfig {
  @Matches(DATABASE_URL, NOT_A_DATABASE) databaseOwnerUrl!: string;
}
