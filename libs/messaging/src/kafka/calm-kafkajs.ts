import kafkajs from 'kafkajs';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const askLater = Object.getOwnPropertyDescriptor(RequestQueue.prototype, 'scheduleCheckPendingRequests')?.value as () => void;

/**
 * Each connection of kafkajs 2.2.4 asks its queue every millisecond, for ever, whether a request may be sent (its issues 1704 and
 * 1751): at rest this is a tenth of a processor for ten processes and, by the garbage it makes, keeps V8 from giving memory back. A
 * queue without a request in it that is not slowed down by the broker has nothing to ask; the next request asks again.
 */
RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
  if (this.pending.length > 0 || this.throttledUntil > Date.now()) askLater.call(this);
};

export { kafkajs };
