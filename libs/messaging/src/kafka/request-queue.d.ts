/** As much of the inside of kafkajs 2.2.4 as `calm-kafkajs.ts` touches. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  export default class RequestQueue {
    constructor(options: object);
    pending: unknown[];
    throttledUntil: number;
    throttleCheckTimeoutId: NodeJS.Timeout | null;
    checkPendingRequests(): void;
    scheduleCheckPendingRequests(): void;
    maybeThrottle(milliseconds: number): void;
    push(request: object): void;
    destroy(): void;
  }
}
