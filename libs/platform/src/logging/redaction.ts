import { maskPersonalNumbers } from '@chengxin/kernel';

const NAMED = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'secret',
  'token',
  'accessToken',
  'idNumber',
  'citizenNumber',
  'telephone',
  'phone',
  'operator',
  'legalRepresentative',
  'contact',
];
const JWT = /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g;
/** The secret of a webhook's signatures, and what comes behind the name of a scheme in an Authorization header. */
const WEBHOOK_SECRET = /\bwhsec_[\w+/=-]+/g;
const CREDENTIALS = /\b(Bearer|Basic) +[\w.~+/=-]{6,}/gi;
const URL_PASSWORD = /(\/\/[^/\s:@"]+:)[^@\s"/]+@/g;

/** Paths of members that never appear in a log, at the first two levels. */
export const REDACTED_PATHS = NAMED.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `req.headers["${name}"]`]);

/** Letters and digits of an escape in JSON or in an address; they do not belong to a number that comes behind them. */
const ESCAPES = /\\u[0-9a-fA-F]{4}|\\.|%[0-9a-fA-F]{2}/g;

/** Takes tokens, webhook secrets, credentials, passwords in addresses, and identity and telephone numbers out of a finished log line. */
export function redactLine(line: string): string {
  const withoutSecrets = line
    .replace(JWT, '[token]')
    .replace(WEBHOOK_SECRET, '[secret]')
    .replace(CREDENTIALS, '$1 [redacted]')
    .replace(URL_PASSWORD, '$1***@');
  return maskBehindEscapes(withoutSecrets);
}

function maskBehindEscapes(line: string): string {
  const plain = line.replace(ESCAPES, (escape) => ' '.repeat(escape.length));
  const masked = maskPersonalNumbers(plain);
  if (masked === plain) return line;
  return [...line.split('')].map((character, at) => (masked[at] === plain[at] ? character : '*')).join('');
}
