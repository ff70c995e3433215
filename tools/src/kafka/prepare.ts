import { SERVICES } from '@chengxin/contracts';
import { OPERATOR, prepareKafka } from '@chengxin/messaging';
import { writeFirstClock } from './first-clock.js';

/**
 * A process of its own, so that the launcher stays small: creates the topics, grants every user its rights (GRANT=true),
 * and writes the first offset of business time. KAFKA_BROKERS, and the logins ADMIN_… and OPERATOR_USERNAME, …_PASSWORD.
 */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const brokers = (env.KAFKA_BROKERS ?? '').split(',');
  const [admin, operator] = ['ADMIN', 'OPERATOR'].map((who) => login(env[`${who}_USERNAME`], env[`${who}_PASSWORD`]));
  const users = env.GRANT === 'true' ? [...SERVICES, OPERATOR] : [];
  await prepareKafka({ brokers, users: users as Parameters<typeof prepareKafka>[0]['users'], ...admin });
  await writeFirstClock({ brokers, ...operator });
}

const login = (username?: string, password?: string) => (username && password ? { sasl: { username, password } } : {});

await main(process.env);
