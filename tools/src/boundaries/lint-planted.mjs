/** Reads `[{ file, code }]` from standard input, lints each as if it lay there in the workspace of the current folder, prints the messages. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: process.cwd() });
const outcomes = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  outcomes.push((result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
console.log(JSON.stringify(outcomes));
