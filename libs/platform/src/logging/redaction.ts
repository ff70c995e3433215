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
const URL_PASSWORD = /(\/\/[^/\s:@"]+:)[^@\s"/]+@/g;

/** Paths of members that never appear in a log, at the first two levels. */
export const REDACTED_PATHS = NAMED.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `req.headers["${name}"]`]);

/** Takes tokens, passwords in addresses, and identity and telephone numbers out of a finished log line. */
export function redactLine(line: string): string {
  return maskPersonalNumbers(line.replace(JWT, '[token]').replace(URL_PASSWORD, '$1***@'));
}
