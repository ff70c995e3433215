import { readFileSync } from 'node:fs';

const swc = { ...JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8')), swcrc: false };

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['@chengxin/source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['/dist/', '/.nx/', '/.data/'],
};

/** `unit` needs nothing; `integration` and `flow` find the one PostgreSQL and the one broker of the run in the environment. */
export default {
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,tools}/**/*.spec.ts'] },
    { ...shared, displayName: 'integration', testMatch: ['<rootDir>/{libs,apps,tools}/**/*.int-spec.ts'] },
    { ...shared, displayName: 'flow', testMatch: ['<rootDir>/apps/e2e/**/*.e2e-spec.ts'] },
  ],
};
