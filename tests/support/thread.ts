import { createHash } from 'node:crypto';
import { createReplyRenderer } from '../../src/adapters/handlebars/reply-renderer.ts';
import type { Answer, RenderedReply } from '../../src/core/model/consultation.ts';
import type { CaseKey, ConsultationId } from '../../src/core/model/ids.ts';
import type { InboundEmail } from '../../src/core/model/inbound-email.ts';
import { NO_OFFICIAL_FACTS } from '../../src/core/model/official.ts';
import { performCoding, performIntake } from '../../src/pipeline/perform.ts';
import type { CaseInput, Clock, OfficialData } from '../../src/pipeline/ports.ts';
import { OPEN_GATE } from '../../src/pipeline/sender-gate.ts';
import { makeEmail, OWN } from '../unit/mail/make-email.ts';
import { labels } from './code-a-note.ts';
import { createMemoryStores } from './memory/stores.ts';
import { REAL_LIBRARY } from './real-library.ts';
import { recordingLog } from './recording-log.ts';

export interface ThreadMail {
  readonly text: string;
  /** Which of the answers before it replies to, 0 for the first. @default the last one */
  readonly answers?: number | undefined;
  /** Written below an attribution line: what the client quotes. */
  readonly quotes?: string;
  readonly from?: string;
  readonly email?: Partial<InboundEmail>;
}

/** What became of one mail of a thread. */
export interface ThreadStep {
  readonly id: ConsultationId;
  readonly caseKey: CaseKey;
  /** `coding`, `reply`, `nothing` or `review`. */
  readonly next: string;
  readonly answer: Answer | undefined;
  /** `47563 49591`; empty without a coded answer. */
  readonly codes: string;
  readonly input: CaseInput | undefined;
  /** Without line breaks. */
  readonly text: string;
  readonly html: string;
  readonly feedback: unknown;
}

const renderer = createReplyRenderer();
const NO_OFFICIAL: OfficialData = { forCodes: async () => NO_OFFICIAL_FACTS };

/** Sends the mails of one thread, one after the other, through intake, coding and rendering with the real library. */
export async function runThread(
  mails: readonly (string | ThreadMail)[],
  official: OfficialData = NO_OFFICIAL,
): Promise<readonly ThreadStep[]> {
  let minutes = 0;
  const clock: Clock = { now: () => new Date(Date.UTC(2025, 5, 2, 9, minutes)) };
  const stores = createMemoryStores({ clock, leaseMs: 60_000, attempts: 3 });
  const steps: ThreadStep[] = [];
  for (const [at, given] of mails.entries()) {
    const mail = typeof given === 'string' ? { text: given } : given;
    minutes += 1;
    steps.push(await runMail(mail, at, steps, { stores, clock, official }));
  }
  return steps;
}

async function runMail(
  mail: ThreadMail,
  at: number,
  steps: readonly ThreadStep[],
  {
    stores,
    clock,
    official,
  }: {
    readonly stores: ReturnType<typeof createMemoryStores>;
    readonly clock: Clock;
    readonly official: OfficialData;
  },
): Promise<ThreadStep> {
  const email = emailOf(mail, at === 0 ? undefined : steps[mail.answers ?? at - 1]);
  const store = stores.consultations;
  const hash = createHash('sha256').update(String(at)).digest('hex');
  const { id } = await store.receive({
    place: { mailbox: 'INBOX', uidValidity: 1n, uid: at + 1 },
    source: Buffer.from('x'),
    messageIdHash: hash,
    contentHash: hash,
    oversizeBytes: undefined,
    arrivedAt: undefined,
  });
  const claim = await store.claim(id, 'intake');
  if (claim === undefined) throw new Error('expected work for intake');
  let decided: { readonly next: string; readonly feedback?: unknown } = { next: 'nothing' };
  const next = await performIntake(claim, {
    store: {
      ...store,
      finishIntake: (own, result) => {
        decided = result;
        return store.finishIntake(own, result);
      },
    },
    mime: { read: async () => ({ outcome: 'read', email }) },
    attachments: {
      timeForMail: () => ({ leftMs: 0 }),
      read: () => Promise.reject(new Error('no attachment is expected')),
    },
    own: { addresses: OWN.ownAddresses, messageIdDomain: OWN.ownMessageIdDomain },
    gateFor: () => ({
      ...OPEN_GATE,
      rules: { ...OPEN_GATE.rules, registered: { addresses: [], domains: ['clinic.test'] } },
    }),
    reports: { note: async () => 'no-such-reply', isUnwilling: async () => false, forgive: async () => undefined },
    log: recordingLog(),
  });
  if (next === 'coding') {
    const coding = await store.claim(id, 'coding');
    if (coding === undefined) throw new Error('expected work for coding');
    await performCoding(coding, { store, library: REAL_LIBRARY, official, model: undefined, clock });
  }
  const reply = await store.claim(id, 'reply');
  const input = await store.codingInput(id);
  const { answer } = (await store.replyInput(id)) ?? {};
  const rendered: RenderedReply | undefined =
    answer && renderer.render({ answer, caseKey: claim.caseKey, subject: email.subject });
  if (reply !== undefined) await store.finishReply(reply, 'answered', 'sent');
  return {
    id,
    caseKey: reply?.caseKey ?? claim.caseKey,
    next: decided.next,
    answer,
    codes: answer?.kind === 'case' ? labels(answer).join(' ') : '',
    input: input?.kind === 'case' ? input : undefined,
    text: rendered?.text.replace(/\s+/g, ' ') ?? '',
    html: rendered?.html.replace(/\s+/g, ' ') ?? '',
    feedback: decided.feedback,
  };
}

/** A mail as a client writes it: with the id of the reply that it answers, and that reply quoted below. */
function emailOf({ text, quotes, from, email }: ThreadMail, answered: ThreadStep | undefined): InboundEmail {
  const quoted =
    quotes === undefined
      ? ''
      : `\n\nOn Mon, Jun 2, 2025 at 9:12 AM Desk <coding@own.test> wrote:\n${quotes.replace(/^/gm, '> ')}`;
  return makeEmail({
    subject: answered === undefined ? 'Op note' : `Re: Op note [${answered.caseKey}]`,
    inReplyTo: answered && `<cc.${answered.caseKey}.${answered.id}@own.test>`,
    ...(from === undefined ? {} : { from: { name: undefined, address: from } }),
    ...email,
    text: `${text}${quoted}`,
    headers: {},
  });
}
