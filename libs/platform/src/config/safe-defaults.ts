import type { ConfigFault } from './load-config.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1'];
const WELL_KNOWN = [
  ...['postgres', 'password', 'passwd', 'secret', 'changeme', 'changeit', 'admin', 'root', 'kafka', 'test', 'guest', 'default', 'chengxin'],
  ...['123456', '12345678', 'password1', 'admin123', 'admin-secret', 'kafka-secret'],
];

interface KafkaSettings {
  demonstration: boolean;
  kafkaBrokers?: string[];
  kafkaUsername?: string;
  kafkaPassword?: string;
}

/** A login of a broker and the variables it came from. */
export interface Login {
  variables: { user: string; password: string };
  user?: string;
  password?: string;
}

const parse = (url: string | undefined): URL | undefined => (url && URL.canParse(url) ? new URL(url) : undefined);
const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

/** A Kafka user needs its password and the other way round; an open broker is accepted on this machine only. */
export function kafkaFaults({ demonstration, kafkaBrokers, kafkaUsername: user, kafkaPassword: password }: KafkaSettings): ConfigFault[] {
  if (user ?? password)
    return loginFaults({ variables: { user: 'KAFKA_USERNAME', password: 'KAFKA_PASSWORD' }, user, password }, demonstration);
  return isElsewhere(kafkaBrokers) && !demonstration
    ? [{ variable: 'KAFKA_USERNAME', zh: '演示以外连接其他机器必须登录', en: 'is required for a broker on another machine' }]
    : [];
}

/** A user needs a password and the other way round; outside the demonstration none that anybody would try. Nobody at all is no fault. */
export function loginFaults({ variables, user, password }: Login, demonstration: boolean): ConfigFault[] {
  if (user && !password) return [{ variable: variables.password, zh: '有用户名就必须有密码', en: `is required with ${variables.user}` }];
  if (password && !user) return [{ variable: variables.user, zh: '有密码就必须有用户名', en: `is required with ${variables.password}` }];
  return password && !demonstration && isWellKnown(password, user) ? [defaultSecret(variables.password)] : [];
}

/** What is tried first: a password of the lists, or the name of its user. */
const isWellKnown = (password: string, user: string | undefined): boolean =>
  WELL_KNOWN.includes(password.toLowerCase()) || password.toLowerCase() === user?.toLowerCase();

const isElsewhere = (brokers: string[] | undefined): boolean =>
  Array.isArray(brokers) && brokers.some((broker) => !isLoopback(broker.replace(/:\d+$/, '')));

/** A database on another machine needs a password that is not a well-known one. */
export function databaseFaults({ databaseUrl }: { databaseUrl?: string }): ConfigFault[] {
  const url = parse(databaseUrl);
  if (!url || isLoopback(url.hostname)) return [];
  if (!url.password)
    return [{ variable: 'DATABASE_URL', zh: '演示以外连接其他机器必须有密码', en: 'needs a password for another machine' }];
  return isWellKnown(decodeURIComponent(url.password), decodeURIComponent(url.username)) ? [defaultSecret('DATABASE_URL')] : [];
}

/** Tokens of an issuer on another machine are only as good as the way their keys came. */
export function issuerFaults({ oidcIssuer }: { oidcIssuer?: string }): ConfigFault[] {
  const url = parse(oidcIssuer);
  if (!url || url.protocol === 'https:' || isLoopback(url.hostname)) return [];
  return [{ variable: 'OIDC_ISSUER', zh: '演示以外必须使用 https', en: 'must use https' }];
}

const defaultSecret = (variable: string): ConfigFault => ({
  variable,
  zh: '演示以外不能使用众所周知的密码',
  en: 'holds a well-known password, which only the demonstration may use',
});
