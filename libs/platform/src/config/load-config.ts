import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { brokenRules, type Texts } from '../validation/rule-texts.js';

/** One setting that is missing or wrong; its value is not repeated, it may be a secret. */
export interface ConfigFault extends Texts {
  variable: string;
}

/** Every fault of a configuration at once, in Chinese and English. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    const lines = faults.map(({ variable, zh, en }) => `  ${variable}: ${zh} / ${en}`);
    super(['配置有误，未启动 / The configuration is faulty, nothing was started:', ...lines].join('\n'));
    this.name = 'ConfigError';
  }
}

/** A configuration class may find faults that lie between two settings. */
export interface ChecksItself {
  faults(): ConfigFault[];
}

const checksItself = (config: object): config is ChecksItself => 'faults' in config && typeof config.faults === 'function';

/** `databaseUrl` is `DATABASE_URL` in the environment. */
const variableOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

function settingsOf(type: new () => object): string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(metadata.map((entry) => entry.propertyName))];
}

/**
 * Reads a configuration class from environment variables (its properties in SCREAMING_SNAKE; an empty variable counts
 * as absent, so the class's default holds). Throws one ConfigError with every fault.
 */
export function loadConfig<T extends object>(type: new () => T, env: Record<string, string | undefined>): T {
  const given = settingsOf(type).flatMap((property) => {
    const value = env[variableOf(property)]?.trim();
    return value ? [[property, value] as const] : [];
  });
  const config = plainToInstance(type, Object.fromEntries(given), { exposeDefaultValues: true });
  const broken = validateSync(config, { forbidUnknownValues: true }).flatMap((error) =>
    brokenRules(error).map(({ zh, en }) => ({ variable: variableOf(error.property), zh, en })),
  );
  const faults = [...broken, ...(checksItself(config) ? config.faults() : [])];
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
