/** The largest body a service takes as JSON; files come as forms, which their route limits in its own words. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

/** How many objects and lists may lie in one another in a body of JSON. */
export const JSON_DEPTH = 32;

/** The largest head, request line and headers together, in bytes. */
export const HEAD_LIMIT_BYTES = 16 * 1024;

/** How long a head may take to arrive, in seconds. */
export const HEAD_SECONDS = 60;

/** How long a whole request may take to arrive, in seconds: 1 GB at 15 Mbit/s. */
export const REQUEST_SECONDS = 600;
