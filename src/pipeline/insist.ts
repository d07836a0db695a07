/** Pauses that outlast a restart of the database and end before a lease does. */
const PAUSES_MS = [100, 400, 1_000, 2_000, 3_000] as const;

/**
 * Does a write again while it fails: for what only this process knows and a database that is away for seconds would lose.
 * The write must bear being done twice. Throws the last fault.
 */
export async function insist(write: () => Promise<void>): Promise<void> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await write();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return write();
}
