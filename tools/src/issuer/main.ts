import { readFileSync } from 'node:fs';
import http from 'node:http';
import { type IssuerContent } from './holders.js';
import { developmentIssuer } from './provider.js';

/** The issuer's process: HOST, PORT, OIDC_ISSUER, and ISSUER_FILE with its users, clients and keys. */
function main({ HOST = '127.0.0.1', PORT, OIDC_ISSUER, ISSUER_FILE }: NodeJS.ProcessEnv): void {
  if (!PORT || !OIDC_ISSUER || !ISSUER_FILE) throw new Error('the issuer needs PORT, OIDC_ISSUER and ISSUER_FILE');
  const content = JSON.parse(readFileSync(ISSUER_FILE, 'utf8')) as IssuerContent;
  const server = http.createServer(developmentIssuer(OIDC_ISSUER, content).callback());
  server.listen(Number(PORT), HOST, () => console.log(`development issuer on ${OIDC_ISSUER}`));
  process.once('SIGTERM', () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

main(process.env);
