import { parentPort } from 'node:worker_threads';
import type { InboundEmail } from '../../core/model/inbound-email.ts';
import type { MimeOutcome } from '../../pipeline/ports.ts';
import { readSource } from './read-source.ts';

/** Main of the parser thread: bytes in, a MimeOutcome out. Its owner kills it when it takes too long. */

const port = parentPort;
if (port === null) throw new Error('the MIME worker runs in a worker thread only');

port.on('message', async (source: Uint8Array) => {
  const outcome = await readOutcome(source);
  port.postMessage(outcome, outcome.outcome === 'read' ? buffersOf(outcome.email) : []);
});
port.postMessage('ready');

async function readOutcome(source: Uint8Array): Promise<MimeOutcome> {
  try {
    return { outcome: 'read', email: await readSource(source) };
  } catch {
    return { outcome: 'unreadable', why: 'broken' };
  }
}

/** Handed over instead of copied. */
function buffersOf(email: InboundEmail): ArrayBuffer[] {
  const own = email.attachments.map((part) => part.bytes.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  return [...own, ...email.embedded.flatMap(buffersOf)];
}
