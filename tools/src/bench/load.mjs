/**
 * The client of both sides: asks `url` for every path of a file over so many connections, each of which asks again as soon as it is
 * answered, and sees that each answer is a 200 that holds the last segment of its path. The first tenth is not counted.
 * `node load.mjs URL FILE CONNECTIONS` prints `{ seconds, units, wrong }`.
 */
import { readFileSync } from 'node:fs';
import net from 'node:net';

const [url, file, connections] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const paths = readFileSync(file, 'utf8').trimEnd().split('\n');
const warmUp = Math.floor(paths.length / 10);
let next = 0;
let answered = 0;
let wrong = 0;
let started = performance.now();

/** The end of the first answer in a buffer, and where its body begins; undefined while it is not whole. */
function answerIn(buffer) {
  const head = buffer.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const length = /content-length: (\d+)/i.exec(buffer.latin1Slice(0, head))?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${buffer.latin1Slice(0, head)}`);
  const end = head + 4 + Number(length);
  return buffer.length < end ? undefined : { body: head + 4, end };
}

function connection() {
  return new Promise((done, failed) => {
    let path = '';
    let buffer = Buffer.alloc(0);
    const socket = net.connect(Number(port), hostname, ask).setNoDelay();
    socket.once('error', failed);
    socket.on('data', (chunk) => {
      buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
      const answer = answerIn(buffer);
      if (!answer) return;
      const isRight = buffer.latin1Slice(0, 12) === 'HTTP/1.1 200' && buffer.includes(path.slice(path.lastIndexOf('/') + 1), answer.body);
      if (!isRight) wrong += 1;
      answered += 1;
      if (answered === warmUp) started = performance.now();
      buffer = buffer.subarray(answer.end);
      ask();
    });

    function ask() {
      path = paths[next++] ?? '';
      if (path === '') socket.end(done);
      else socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: application/json\r\n\r\n`);
    }
  });
}

await Promise.all(Array.from({ length: Number(connections) }, connection));
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1_000, units: answered - warmUp, wrong }));
