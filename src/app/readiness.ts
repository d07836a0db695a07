import { sql } from 'kysely';
import type { Database } from '../adapters/postgres/database.ts';

/** The state of one part: `ok`, or a word for what is wrong. */
export type PartState = () => string | Promise<string>;

const WITHIN_MS = 3_000;

/** Asks every part at once; one that throws or does not answer is `unreachable`. */
export async function askParts(parts: Readonly<Record<string, PartState>>): Promise<Record<string, string>> {
  const asked = Object.entries(parts).map(async ([name, state]) => [name, await stateOf(state)] as const);
  return Object.fromEntries(await Promise.all(asked));
}

async function stateOf(state: PartState): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, WITHIN_MS, 'unreachable');
  });
  try {
    return await Promise.race([Promise.resolve().then(state), late]);
  } catch {
    return 'unreachable';
  } finally {
    clearTimeout(timer);
  }
}

export async function databaseState(db: Database): Promise<string> {
  await sql`select 1`.execute(db);
  return 'ok';
}
