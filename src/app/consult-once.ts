import { createAttachmentReader } from '../adapters/attachments/attachment-reader.ts';
import { createMimeReader } from '../adapters/mime/mime-reader.ts';
import type { Answer } from '../core/model/consultation.ts';
import type { IsoDate } from '../core/model/ids.ts';
import { NO_OFFICIAL_FACTS } from '../core/model/official.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import { type CodingPorts, coding, intake } from '../pipeline/consult.ts';
import type { AttachmentReader, Clock, MimeReader, OfficialData } from '../pipeline/ports.ts';
import type { Config } from './config/config.ts';
import { draftModelFor } from './model.ts';

export const SYSTEM_CLOCK: Clock = { now: () => new Date() };

/** No official file is loaded: every check that needs one says so. */
export const NO_OFFICIAL_DATA: OfficialData = { forCodes: async () => NO_OFFICIAL_FACTS };

/** The readers of one process: worker threads and child processes, closed together. */
export interface Readers {
  readonly mime: MimeReader;
  readonly attachments: AttachmentReader;
  close(): Promise<void>;
}

export function openReaders(config: Config): Readers {
  const mime = createMimeReader({ timeoutMs: config.limits.parseMs, maxBytes: config.limits.mailBytes });
  const attachments = createAttachmentReader({
    timeoutMs: config.limits.attachmentMs,
    maxRssMb: 1024,
    maxChars: config.limits.attachmentTextChars,
    maxBytes: config.limits.mailBytes,
  });
  return {
    mime,
    attachments,
    async close() {
      await Promise.all([mime.close(), attachments.close()]);
    },
  };
}

export interface OneShot {
  /** What the mail is: case, question, auto_reply ... */
  readonly kind: string;
  /** Undefined when nobody would be answered (a machine's mail). */
  readonly answer: Answer | undefined;
}

/** The whole path without a mailbox or a database: the same stages, for one mail whose sender is trusted. */
export async function consultOnce(
  source: Uint8Array,
  receivedOn: IsoDate,
  ports: { readonly readers: Readers; readonly coding: CodingPorts; readonly ownAddress: string },
): Promise<OneShot> {
  const result = await intake(
    { source, oversizeBytes: undefined, receivedOn },
    {
      ...ports.readers,
      own: { addresses: [ports.ownAddress], messageIdDomain: domainOf(ports.ownAddress) },
      gate: { allows: () => true, mayNotify: async () => true },
      cases: { enter: async () => ({ entered: 'own' }) },
    },
  );
  if (result.next === 'nothing') return { kind: result.verdict, answer: undefined };
  if (result.next === 'reply') return { kind: result.verdict, answer: result.answer };
  const { answer } = await coding(result.input, 'one-shot', ports.coding);
  return { kind: result.verdict, answer };
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

export async function codingPorts(
  config: Config,
  library: EngineLibrary,
  official: OfficialData = NO_OFFICIAL_DATA,
): Promise<CodingPorts> {
  return { library, official, model: await draftModelFor(config), clock: SYSTEM_CLOCK };
}
