import { builtinModules } from 'node:module';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const pure = ['kernel', 'law', 'registry', 'rating', 'repair', 'verification'];
const contexts = ['registry', 'rating', 'repair', 'verification', 'disclosure', 'delivery', 'audit', 'gateway'];
const shared = ['kernel', 'domain', 'contracts', 'platform', 'sdk', 'portal'];

/** Who may import whom, one row for each tag; `tools/src/boundaries.spec.ts` plants a violation against every one. */
export const depConstraints = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain'], bannedExternalImports: ['*'] },
  {
    sourceTag: 'type:contracts',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:domain'],
    allowedExternalImports: ['class-validator', 'class-transformer'],
  },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain', 'type:contracts', 'type:platform'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'type:sdk', onlyDependOnLibsWithTags: ['type:contracts', 'type:kernel'] },
  { sourceTag: 'type:portal', onlyDependOnLibsWithTags: ['type:sdk', 'type:kernel'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:kernel', 'type:domain', 'type:contracts', 'type:platform'] },
  // What is shared knows no context; only tests and tools may know all of them.
  ...shared.map((type) => ({ allSourceTags: ['scope:shared', `type:${type}`], onlyDependOnLibsWithTags: ['scope:shared'] })),
  ...contexts.map((context) => ({ sourceTag: `scope:${context}`, onlyDependOnLibsWithTags: [`scope:${context}`, 'scope:shared'] })),
];

const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/test/**', '**/testing/**', 'libs/testing/**'];

/** Specs may use what their project may, and `testing` beside it. */
const specConstraints = depConstraints.map((rule) => ({
  ...rule,
  onlyDependOnLibsWithTags: [...rule.onlyDependOnLibsWithTags, 'type:testing'],
  bannedExternalImports: undefined,
  allowedExternalImports: undefined,
}));

const boundaries = (constraints) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    { enforceBuildableLibDependency: false, allow: [], depConstraints: constraints, banTransitiveDependencies: false },
  ],
});

/** What no rule about tags can see: an application has no door, so an import of its files is no edge of the project graph. */
const doors = [
  { regex: '^@chengxin/[^/]+/(src|dist)(/|$)', message: 'A library is entered by its door.' },
  { regex: '^@chengxin/([a-z]+-service|tools|e2e)(/|$)', message: 'Applications never import one another.' },
];
const kafka = { regex: '^kafkajs(/|$)', message: 'Only libs/messaging talks to Kafka.' };
const machine = {
  regex: `^(node:.*|(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(/.*)?)$`,
  message: 'A pure library does no I/O.',
};
const restricted = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const wording = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', '.cache/**', 'docs/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      ...boundaries(depConstraints),
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...restricted(...doors),
      'no-restricted-syntax': ['error', ...wording],
      'max-depth': ['error', 3],
      complexity: ['error', 10],
      'max-params': ['error', 5],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['apps/**/*.ts', 'libs/platform/**/*.ts', 'libs/contracts/**/*.ts'], ignores: specs, rules: restricted(...doors, kafka) },
  {
    files: pure.map((name) => `libs/${name}/src/**/*.ts`),
    ignores: specs,
    rules: {
      ...restricted(...doors, machine),
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'globalThis', 'global', 'console', 'fetch', 'crypto', 'performance'],
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is passed in.' },
        { object: 'Math', property: 'random', message: 'No dice in a rule.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...wording,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is passed in.' },
        { selector: 'CallExpression[callee.name="Date"]', message: 'Time is passed in.' },
        { selector: 'ImportExpression', message: 'A pure library loads nothing while it runs.' },
      ],
    },
  },
  {
    files: specs,
    rules: {
      ...boundaries(specConstraints),
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.row.ts', '**/dto/**', 'libs/contracts/src/**/*.v*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } }, // other people's modules as they are
  {
    files: ['**/migrations/**', 'libs/law/src/entries/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
