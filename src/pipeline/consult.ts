/**
 * The path of one email, top to bottom. Read this file first.
 *
 *   inbox process    receive     the source into PostgreSQL, then the doorbell rings for the next process
 *   intake process   parse       MIME -> headers, text, attachments, verdict (case, question, bounce ...)
 *                    hearBack    bounces and complaints are noted on the replies they are about
 *                    guard       machines get silence, loops and unproven senders wait for a person, guests have a few answers
 *                    followUp    a reply to an answer of ours goes on with its sender's earlier case
 *                    gather      body, forwarded original and attachments -> one note
 *                    deidentify  identifiers masked; from here on nothing else is seen
 *   coding process   extract     sections, statements, procedure instances
 *                    retrieve    candidate codes out of the library
 *                    applyRules  the deterministic draft, checked: the floor
 *                    draft       a model, when configured, chooses among the candidates; checked again
 *   reply process    render      answer -> HTML and text
 *                    send        claimed before SMTP; sent, refused or unknown, never twice
 *
 * Each process ends with one commit (ports.ts, ConsultationStore) and rings for the next.
 */
import type { Answer } from '../core/model/consultation.ts';
import type { IsoDate } from '../core/model/ids.ts';
import type { EngineLibrary } from '../core/retrieve/engine-library.ts';
import { answerNotice } from './answer-notice.ts';
import { answerQuestion } from './answer-question.ts';
import { applyRules } from './apply-rules.ts';
import { deidentify } from './deidentify.ts';
import { draft } from './draft.ts';
import { extract } from './extract.ts';
import { type CaseBook, followUp } from './follow-up.ts';
import { gather } from './gather.ts';
import { guard } from './guard.ts';
import { hearBack, type MailReports } from './hear-back.ts';
import type { DraftModel } from './model-port.ts';
import { type OwnIdentity, parse } from './parse.ts';
import type {
  AttachmentReader,
  Clock,
  CodingInput,
  IntakeResult,
  MimeReader,
  OfficialData,
  TraceEntry,
} from './ports.ts';
import { retrieve } from './retrieve.ts';
import type { SenderGate } from './sender-gate.ts';
import { startTrace } from './trace.ts';

export interface IntakePorts {
  readonly mime: MimeReader;
  readonly attachments: AttachmentReader;
  readonly own: OwnIdentity;
  readonly gate: SenderGate;
  readonly cases: CaseBook;
  readonly reports: MailReports;
}

/** parse -> hearBack -> guard -> followUp -> gather -> deidentify: from untrusted source to de-identified work, a notice, or silence. */
export async function intake(
  mail: { readonly source: Uint8Array; readonly oversizeBytes: number | undefined; readonly receivedOn: IsoDate },
  ports: IntakePorts,
): Promise<IntakeResult> {
  const parsed = await parse(mail, ports);
  if (parsed.goes === 'no-further') return parsed.result;
  const heard = await hearBack(parsed.value, ports);
  if (heard.goes === 'no-further') return heard.result;
  const guarded = await guard({ ...heard.value, source: mail.source }, ports);
  if (guarded.goes === 'no-further') return guarded.result;
  const followed = await followUp(guarded.value, ports);
  const gathered = await gather(followed, ports);
  if (gathered.goes === 'no-further') return gathered.result;
  return deidentify(gathered.value, mail.receivedOn);
}

export interface CodingPorts {
  readonly library: EngineLibrary;
  readonly official: OfficialData;
  readonly model: DraftModel | undefined;
  readonly clock: Clock;
}

export interface CodedAnswer {
  readonly answer: Answer;
  readonly trace: readonly TraceEntry[];
}

/** extract -> retrieve -> applyRules -> draft: from de-identified work to an answer. */
export async function coding(input: CodingInput, traceId: string, ports: CodingPorts): Promise<CodedAnswer> {
  const trace = startTrace(ports.clock, traceId);
  if (input.kind === 'question') {
    const answer = await trace.step('answer-question', () => answerQuestion(input, trace.id, ports));
    return { answer, trace: trace.entries };
  }
  const extracted = await trace.step('extract', () => extract(input, ports.library));
  if (extracted.goes === 'no-further') {
    return { answer: answerNotice(extracted.result, trace.id, input.limits), trace: trace.entries };
  }
  const retrieved = await trace.step('retrieve', () => retrieve(extracted.value, ports.library));
  const floor = await trace.step('apply-rules', () => applyRules(retrieved, ports));
  const answer = await trace.step('draft', () => draft(floor, input.limits, trace, ports));
  return { answer, trace: trace.entries };
}
