import { readFileSync } from 'node:fs';
import { schemaAddress, sourceOf, type ContractClass, type Envelope } from './contract.js';
import type { Service } from './services.js';

const [EVENT, MAJOR] = [-2, -1];

/**
 * The golden sample of a contract: a whole event of the fictional city of Chengzhou (澄州市), as it stands on the wire; a new copy each
 * time. The contracts that every service has share one sample, which is turned to the service asked for.
 */
export function sampleOf<T extends object>(contract: ContractClass<T>): Envelope<T> {
  const parts = contract.type.split('.');
  const file = new URL(`./${parts.at(EVENT)}.${parts.at(MAJOR)}.json`, import.meta.url);
  const sample = JSON.parse(readFileSync(file, 'utf8')) as Envelope<T>;
  return sample.type === contract.type ? sample : turnedTo(parts[1] as Service, contract, sample);
}

function turnedTo<T extends object>(service: Service, { type }: ContractClass<T>, sample: Envelope<T>): Envelope<T> {
  return {
    ...sample,
    source: sourceOf(service),
    type,
    subject: sample.subject === sample.type.split('.')[1] ? service : sample.subject,
    dataschema: schemaAddress(type),
    data: { ...sample.data, service },
  };
}
