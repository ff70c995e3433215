import type { Readable } from 'node:stream';
import type { Service } from '@chengxin/contracts';
import type { FastifyReply } from 'fastify';
import { upstreamFault } from './upstream-fault.js';

/** Larger answers, and those that say no length, pass through piece by piece. */
const SMALL_BYTES = 64 * 1024;

/** Headers that speak of the answer that did not come. */
const OF_THE_ANSWER = ['cache-control', 'content-length', 'content-type', 'etag', 'last-modified'];

/** What a service answers: its headers, and its body as it arrives. */
export type Answer = { headers: Record<string, string | string[] | undefined>; stream: Readable & { bytes(): Promise<Uint8Array> } };

/**
 * Sends the body of a service's answer on: a small one whole, which is less work than to join two streams. One that breaks off before it
 * was whole becomes a problem, as `upstreamFault` knows it.
 */
export function sendAnswer(reply: FastifyReply, { headers, stream }: Answer, service: Service): void {
  const isSmall = Number(headers['content-length'] ?? Infinity) <= SMALL_BYTES;
  if (!isSmall) return void reply.send(stream);
  stream.bytes().then(
    ({ buffer, byteOffset, length }) => reply.send(Buffer.from(buffer, byteOffset, length)),
    (error: unknown) => {
      for (const name of OF_THE_ANSWER) reply.removeHeader(name);
      reply.send(upstreamFault(service, error));
    },
  );
}
