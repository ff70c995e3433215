/** The server of this test run (superuser), from TEST_DATABASE_URL. Throws with what to do when the variable is missing. */
export const databaseServer = (): string => needed('TEST_DATABASE_URL');

/** The broker of this test run, from TEST_KAFKA_BROKERS. Throws with what to do when the variable is missing. */
export const broker = (): string => needed('TEST_KAFKA_BROKERS');

function needed(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`${variable} is not set: run "npm test", or "node tools/dist/src/dev-services.js" and export what it prints`);
}
