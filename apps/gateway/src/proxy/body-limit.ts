import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { PLATFORM_REFUSALS, problem } from '@chengxin/platform';

/** A file of 1 GB with its form around it; the registry refuses larger files with its own words. */
export const BODY_LIMIT = 1_034 * 1024 * 1024;

const tooLarge = () => problem('request.too-large', { limitBytes: BODY_LIMIT }, PLATFORM_REFUSALS);

/** Throws `request.too-large` when a body says of itself that it is over the limit. */
export function refuseTooLarge(contentLength: string | undefined): void {
  if (Number(contentLength ?? 0) > BODY_LIMIT) throw tooLarge();
}

/**
 * The body as it comes in, never held; it fails with `request.too-large` beyond the limit, and breaks off when the caller does.
 * Once nobody wants the rest, the rest is read and dropped, so that the caller gets to read the answer.
 */
export function limited(body: Readable, limit = BODY_LIMIT): Readable {
  let size = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      size += chunk.length;
      done(size > limit ? tooLarge() : null, chunk);
    },
  });
  body.once('close', () => {
    if (!body.readableEnded) counter.destroy(new Error('the caller broke off'));
  });
  counter.once('close', () => {
    body.unpipe(counter);
    body.resume();
  });
  return body.pipe(counter);
}
