import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Reads the names from standard input. */
const FROM_INPUT = '-';

/**
 * The files that the arguments of a command name, in order: a folder stands for every file in it and below, hidden ones
 * aside, and `-` for the names on `input`, one a line. A name that is no file comes out as it is: its reader says so.
 */
export async function* inputFiles(named: readonly string[], input: Readable): AsyncGenerator<string> {
  for (const name of named) {
    if (name === FROM_INPUT) {
      for await (const line of createInterface({ input })) if (line.trim() !== '') yield* filesAt(line);
    } else yield* filesAt(name);
  }
}

async function* filesAt(path: string): AsyncGenerator<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  const shown = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of shown) {
    if (entry.isDirectory()) yield* filesAt(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}
