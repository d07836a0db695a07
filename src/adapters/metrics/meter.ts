import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { MAIL_VERDICTS } from '../../core/model/inbound-email.ts';
import type { IntakeResult, WorkStage } from '../../pipeline/ports.ts';
import type { SendOutcome } from '../../pipeline/sending-port.ts';
import type { OpenWork } from '../../pipeline/watching-port.ts';
import { mailboxGauges, openWorkGauges, type WatchedMailbox } from './gauges.ts';

const VERDICTS: ReadonlySet<string> = new Set(MAIL_VERDICTS);
/** Coding takes milliseconds without a model and up to its deadline with one. */
const STAGE_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
/** Seconds to the hours that greylisting and outages cost. */
const REPLY_SECONDS = [1, 2, 5, 10, 30, 60, 300, 900, 3600, 4 * 3600, 24 * 3600];
const PERCENT = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99];

export type AttachmentKind = 'pdf' | 'word' | 'image' | 'rtf' | 'text' | 'archive' | 'other';

/** Counts what happens in one process, and prints it in the text format of Prometheus. No label holds an identifier. */
export interface Meter {
  /** Intake has decided what becomes of a mail. */
  decided(decision: 'accepted' | 'noticed' | 'review' | 'closed', verdict: IntakeResult['verdict']): void;
  stageEnded(stage: WorkStage, outcome: 'done' | 'retry' | 'held' | 'lost', seconds: number): void;
  replied(outcome: 'answered' | 'held' | 'failed', secondsSinceReceived: number): void;
  sent(outcome: SendOutcome): void;
  attachmentRead(kind: AttachmentKind, outcome: string, ocrConfidence: number | undefined): void;
  /** The line to the mailbox of this process; taking it makes its gauges appear. */
  mailbox(): WatchedMailbox;
  /** Makes the gauges of open work appear, asked at a scrape and at most once in some seconds. */
  watchOpenWork(ask: () => Promise<OpenWork>): void;
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

export function createMeter(options: { readonly process: string; readonly hasDefaults?: boolean }): Meter {
  const registry = new Registry();
  registry.setDefaultLabels({ process: options.process });
  const registers = [registry];
  let refresh = async (): Promise<void> => undefined;
  if (options.hasDefaults === true) collectDefaultMetrics({ register: registry });
  const decisions = new Counter({
    name: 'caseconsult_mails_total',
    help: 'Mails by what intake decided and what they are.',
    labelNames: ['decision', 'verdict'],
    registers,
  });
  const stages = new Histogram({
    name: 'caseconsult_stage_seconds',
    help: 'Time from claim to commit of one try of a stage.',
    labelNames: ['stage', 'outcome'],
    buckets: STAGE_SECONDS,
    registers,
  });
  const replies = new Counter({
    name: 'caseconsult_replies_total',
    help: 'Replies by how their consultation ended.',
    labelNames: ['outcome'],
    registers,
  });
  const latency = new Histogram({
    name: 'caseconsult_reply_latency_seconds',
    help: 'Time from the commit of a mail to the acceptance of its reply.',
    buckets: REPLY_SECONDS,
    registers,
  });
  const smtp = new Counter({
    name: 'caseconsult_smtp_total',
    help: 'Tries to send a reply, by outcome and class of the reply code.',
    labelNames: ['outcome', 'code'],
    registers,
  });
  const attachments = new Counter({
    name: 'caseconsult_attachments_total',
    help: 'Attachments read, by kind of file and outcome (ok or the fault).',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const ocr = new Histogram({
    name: 'caseconsult_ocr_confidence_percent',
    help: 'Confidence of text recognition, one value an attachment.',
    buckets: PERCENT,
    registers,
  });
  return {
    decided: (decision, verdict) => decisions.inc({ decision, verdict: VERDICTS.has(verdict) ? verdict : 'other' }),
    stageEnded: (stage, outcome, seconds) => stages.observe({ stage, outcome }, seconds),
    replied: (outcome, seconds) => {
      replies.inc({ outcome });
      if (outcome === 'answered') latency.observe(Math.max(0, seconds));
    },
    sent: (outcome) => smtp.inc({ outcome: outcome.outcome, code: codeClass(outcome) }),
    attachmentRead: (kind, outcome, confidence) => {
      attachments.inc({ kind, outcome });
      if (confidence !== undefined) ocr.observe(confidence);
    },
    mailbox: () => mailboxGauges(registry),
    watchOpenWork: (ask) => {
      refresh = openWorkGauges(registry, ask);
    },
    text: async () => {
      // Before, not while they are printed: prom-client reads each gauge as it comes to it.
      await refresh();
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}

function codeClass(outcome: SendOutcome): string {
  const code = 'replyCode' in outcome ? outcome.replyCode : undefined;
  return code === undefined ? 'none' : `${Math.floor(code / 100)}xx`;
}
