import { closeClient, createLine, openInbox } from './connection.ts';
import type { ImapOptions } from './options.ts';

/** Logs in and opens the mailbox once, for the doctor. Throws what the connection throws. */
export async function probeMailbox(
  options: ImapOptions,
): Promise<{ readonly canIdle: boolean; readonly canMove: boolean }> {
  const line = await createLine(options);
  const { client } = line;
  try {
    await openInbox(line, options);
    return { canIdle: client.capabilities.has('IDLE'), canMove: client.capabilities.has('MOVE') };
  } finally {
    await closeClient(client);
  }
}
