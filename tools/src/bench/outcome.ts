/** What a program says of itself in its last line: how long it took for how much, whether that was right, and further figures. */
export type Outcome = { seconds: number; units: number; checked: boolean } & Partial<Record<Extra, number>>;

/** Further figures: latencies in milliseconds, memory in MB, and the rate through the gateway in units a second. */
export type Extra = 'p50' | 'p99' | 'peakMegabytes' | 'totalMegabytes' | 'gatewayRate';

/** The outcome among the lines that a program wrote. Throws with its last words when there is none. */
export function outcomeIn(said: string): Outcome {
  const lines = said.trimEnd().split('\n');
  for (const line of lines.reverse()) {
    const outcome = line.startsWith('{') ? parsed(line) : undefined;
    if (outcome) return outcome;
  }
  throw new Error(`it gave no outcome; its last words:\n${said.slice(-2_000)}`);
}

function parsed(line: string): Outcome | undefined {
  try {
    const value = JSON.parse(line) as Partial<Outcome>;
    const isWhole = typeof value.seconds === 'number' && typeof value.units === 'number' && typeof value.checked === 'boolean';
    return isWhole ? (value as Outcome) : undefined;
  } catch {
    return undefined;
  }
}
