/** Prints one line on standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

export interface Progress {
  /** Shows how far the work is; on a terminal the line is redrawn, elsewhere only the steps are told. */
  at(done: number, what?: string): void;
  end(): void;
}

const BAR_WIDTH = 24;
const COUNT_EVERY = 100;

/** A progress bar on standard error for work of `total` steps. */
export function progressBar(label: string, total: number): Progress {
  const terminal = process.stderr.isTTY === true;
  if (!terminal) process.stderr.write(`${label}: ${total}\n`);
  return {
    at(done, what = '') {
      if (!terminal) return;
      const filled = total === 0 ? BAR_WIDTH : Math.round((done / total) * BAR_WIDTH);
      const bar = '#'.repeat(filled).padEnd(BAR_WIDTH, '.');
      process.stderr.write(`\r\x1b[K${label} [${bar}] ${done}/${total} ${what}`);
    },
    end() {
      if (terminal) process.stderr.write('\r\x1b[K');
    },
  };
}

/** Counts up on standard error for work whose end is not known; quiet where nobody watches. */
export function counter(label: string): { readonly at: (done: number) => void; end(): void } {
  const terminal = process.stderr.isTTY === true;
  return {
    at(done) {
      if (terminal && done % COUNT_EVERY === 0) process.stderr.write(`\r\x1b[K${label}: ${done}`);
    },
    end() {
      if (terminal) process.stderr.write('\r\x1b[K');
    },
  };
}

/** Tells one step of a start-up on standard error. */
export function step(text: string): void {
  process.stderr.write(`  ${text}\n`);
}
