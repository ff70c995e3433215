import { SERVICES } from '@chengxin/contracts';
import { prepareKafka } from '@chengxin/messaging';
import { BROKER_SETTINGS, requiredSettings } from './settings.js';

/** Creates the topics of the contracts that a broker does not have yet and grants every service its rights. May be run again. */
async function main(): Promise<void> {
  const settings = requiredSettings(BROKER_SETTINGS, process.env);
  const sasl = { username: settings.KAFKA_USERNAME, password: settings.KAFKA_PASSWORD };
  const created = await prepareKafka({ brokers: settings.KAFKA_BROKERS.split(','), sasl, users: SERVICES });
  console.log(`${created.length} topics created, rights granted to ${SERVICES.join(', ')}`);
}

await main();
