import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { ContractClass } from '@chengxin/contracts';
import { schemaOf } from './schemas.js';

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);

/** Says what is wrong with an event's data, each fault as JSON Pointer and rule; empty when it fits. */
export type ContractCheck = (data: unknown) => string[];

const faultsOf = (validate: ValidateFunction): ContractCheck => {
  return (data) =>
    validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message = 'is wrong' }) => `${instancePath || '/'} ${message}`);
};

const compiled = { closed: new Map<ContractClass, ContractCheck>(), open: new Map<ContractClass, ContractCheck>() };

/** The check of a contract's data, compiled once: closed on the way out (unknown fields refused), open on the way in (ignored). */
export function checkOf(contract: ContractClass, way: 'closed' | 'open'): ContractCheck {
  const known = compiled[way].get(contract);
  if (known) return known;
  const check = faultsOf(ajv.compile(schemaOf(contract, { closed: way === 'closed' })));
  compiled[way].set(contract, check);
  return check;
}
