import type { AttachmentFault, AttachmentPart } from '../../core/model/inbound-email.ts';
import type { AttachmentReader, Claim, Clock, ConsultationStore } from '../../pipeline/ports.ts';
import type { Postman } from '../../pipeline/sending-port.ts';
import type { AttachmentKind, Meter } from './meter.ts';

/** The same store, counting what it commits: a decision counts only when it was committed. */
export function meteredStore(store: ConsultationStore, meter: Meter, clock: Clock): ConsultationStore {
  const claimedAt = new WeakMap<Claim, number>();
  const ended = (claim: Claim, outcome: 'done' | 'retry' | 'held' | 'lost'): void => {
    const since = claimedAt.get(claim);
    if (since !== undefined) meter.stageEnded(claim.stage, outcome, (performance.now() - since) / 1000);
  };
  return {
    ...store,
    claim: async (id, stage) => {
      const claim = await store.claim(id, stage);
      if (claim !== undefined) claimedAt.set(claim, performance.now());
      return claim;
    },
    finishIntake: async (claim, result) => {
      const isCommitted = await store.finishIntake(claim, result);
      ended(claim, isCommitted ? 'done' : 'lost');
      if (isCommitted) meter.decided(DECISIONS[result.next], result.verdict);
      return isCommitted;
    },
    finishCoding: async (claim, answer, trace) => {
      const isCommitted = await store.finishCoding(claim, answer, trace);
      ended(claim, isCommitted ? 'done' : 'lost');
      return isCommitted;
    },
    finishReply: async (claim, status, reason) => {
      const isCommitted = await store.finishReply(claim, status, reason);
      ended(claim, isCommitted ? (status === 'held' ? 'held' : 'done') : 'lost');
      if (isCommitted) meter.replied(status, (clock.now().getTime() - claim.receivedAt.getTime()) / 1000);
      return isCommitted;
    },
    release: async (claim, fault) => {
      const decided = await store.release(claim, fault);
      ended(claim, decided);
      return decided;
    },
  };
}

const DECISIONS = { coding: 'accepted', reply: 'noticed', review: 'review', nothing: 'closed' } as const;

export function meteredPostman<P extends Postman>(postman: P, meter: Meter): P {
  return {
    ...postman,
    send: async (mail, beforeBody) => {
      const outcome = await postman.send(mail, beforeBody);
      meter.sent(outcome);
      return outcome;
    },
  };
}

export function meteredReader(reader: AttachmentReader, meter: Meter): AttachmentReader {
  return {
    timeForMail: () => reader.timeForMail(),
    read: async (part, time) => {
      const read = await reader.read(part, time);
      const fault: AttachmentFault | undefined = read.error;
      meter.attachmentRead(kindOf(part), fault ?? 'ok', read.ocrConfidence);
      return read;
    },
  };
}

const KINDS: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['pdf', /pdf/],
  ['word', /wordprocessing|msword|opendocument|\.(?:docx?|odt)$/],
  ['image', /^image\/|\.(?:tiff?|jpe?g|png)$/],
  ['rtf', /rtf/],
  ['archive', /zip|ms-tnef|\.(?:zip|dat)$/],
  ['text', /^text\/|xml|hl7/],
];

/** By type and name as told; only the kind is kept of them. */
function kindOf({ contentType, filename }: AttachmentPart): AttachmentKind {
  const told = [contentType.toLowerCase(), filename.toLowerCase()];
  return KINDS.find(([, pattern]) => told.some((text) => pattern.test(text)))?.[0] ?? 'other';
}
