import { SingleBar } from 'cli-progress';
import { grouped } from './table.js';

const SHOWN_AFTER_MS = 1_000;

/**
 * How far a piece of work is, on stderr: a bar where the total is known, else a count. Work that is over in a second shows
 * nothing; without a terminal a line is written every two seconds.
 */
export class Progress {
  private readonly timer: NodeJS.Timeout;
  private bar?: SingleBar;
  private value = 0;
  private note = '';

  constructor(
    private readonly title: string,
    private total?: number,
  ) {
    this.timer = setTimeout(() => this.show(), SHOWN_AFTER_MS);
  }

  /** Says how far it is, with a note on what is being done. */
  at(value: number, note = ''): void {
    this.value = value;
    this.note = note;
    if (this.total !== undefined) this.bar?.setTotal((this.total = Math.max(this.total, value)));
    this.bar?.update(value, { note });
  }

  /** Takes it away. */
  end(): void {
    clearTimeout(this.timer);
    this.bar?.stop();
  }

  private show(): void {
    const format = this.total === undefined ? '{title} {value} {note}' : '{title} [{bar}] {percentage}% {value}/{total} {note}';
    this.bar = new SingleBar({
      format,
      stream: process.stderr,
      noTTYOutput: true,
      clearOnComplete: true,
      barsize: 30,
      formatValue: (value, _options, type) => (type === 'percentage' ? String(value) : grouped(value)),
    });
    this.bar.start(this.total ?? 0, this.value, { title: this.title, note: this.note });
  }
}

/** Runs a piece of work with its progress, which is taken away when it ends, well or not. */
export async function withProgress<T>(progress: Progress, work: (progress: Progress) => Promise<T>): Promise<T> {
  try {
    return await work(progress);
  } finally {
    progress.end();
  }
}
