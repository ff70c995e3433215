/** What came of an attempt: the HTTP status of the answer, or why there was none; taken with 2xx. Duration in milliseconds. */
export type Outcome = { taken: boolean; status?: number; error?: string; milliseconds: number };
