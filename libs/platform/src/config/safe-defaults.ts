import type { ConfigFault } from './load-config.js';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1'];
const WELL_KNOWN = ['postgres', 'password', 'secret', 'changeme', 'admin', 'chengxin'];

interface KafkaSettings {
  demonstration: boolean;
  kafkaBrokers?: string[];
  kafkaUsername?: string;
  kafkaPassword?: string;
}

const parse = (url: string | undefined): URL | undefined => (url && URL.canParse(url) ? new URL(url) : undefined);
const isLoopback = (host: string): boolean => LOOPBACK.includes(host);

/** A Kafka user needs its password and the other way round; an open broker is accepted on this machine only. */
export function kafkaFaults({ demonstration, kafkaBrokers, kafkaUsername: user, kafkaPassword: password }: KafkaSettings): ConfigFault[] {
  if (user && !password) return [{ variable: 'KAFKA_PASSWORD', zh: '有用户名就必须有密码', en: 'is required with KAFKA_USERNAME' }];
  if (password && !user) return [{ variable: 'KAFKA_USERNAME', zh: '有密码就必须有用户名', en: 'is required with KAFKA_PASSWORD' }];
  if (demonstration) return [];
  if (password) return WELL_KNOWN.includes(password) ? [defaultSecret('KAFKA_PASSWORD')] : [];
  return isElsewhere(kafkaBrokers)
    ? [{ variable: 'KAFKA_USERNAME', zh: '演示以外连接其他机器必须登录', en: 'is required for a broker on another machine' }]
    : [];
}

const isElsewhere = (brokers: string[] | undefined): boolean =>
  Array.isArray(brokers) && brokers.some((broker) => !isLoopback(broker.replace(/:\d+$/, '')));

/** A database on another machine needs a password that is not a well-known one. */
export function databaseFaults({ databaseUrl }: { databaseUrl?: string }): ConfigFault[] {
  const url = parse(databaseUrl);
  if (!url || isLoopback(url.hostname)) return [];
  if (!url.password)
    return [{ variable: 'DATABASE_URL', zh: '演示以外连接其他机器必须有密码', en: 'needs a password for another machine' }];
  return WELL_KNOWN.includes(decodeURIComponent(url.password)) ? [defaultSecret('DATABASE_URL')] : [];
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
