import type { InboundEmail, MailReading } from '../../src/core/model/inbound-email.ts';
import type { Expectation } from './mail-corpus.ts';

/** Why a reading misses its expectation; an empty list means it is met. Only what the label states is compared. */
export function misses(expectation: Expectation, email: InboundEmail, reading: MailReading): readonly string[] {
  const { kind, expected } = expectation;
  switch (kind) {
    case 'bounce':
    case 'delay_notice':
    case 'delivered_report':
      return [...differs('verdict', reading.verdict, kind), ...reportMisses(expected, reading)];
    case 'auto_reply':
    case 'feedback_report':
    case 'calendar':
    case 'list':
      return differs('verdict', reading.verdict, kind);
    case 'not_bounce':
      return /bounce|delay|report/.test(reading.verdict) ? [`verdict: ${reading.verdict}`] : [];
    case 'forward':
      return forwardMisses(expected, reading);
    case 'not_forward':
      return reading.forwarded === undefined ? [] : ['seen as forwarded'];
    case 'reply_trim':
    case 'reply_trim_html':
    case 'visible_text':
      return trimMisses(expected, reading);
    case 'signature':
      return differs('signature', reading.signature, expected['signature']);
    case 'decode':
      return decodeMisses(expected, email);
    default:
      return lostMisses(expected, email);
  }
}

/**
 * Recipient by recipient: how many, what became of each, and the status told (RFC 3463). That project's own statuses
 * (`5.0.9xx`) stand in no mail; a generic one may be told more precisely. An address may be a program behind an alias.
 */
function reportMisses(expected: Expectation['expected'], { verdict, recipients }: MailReading): readonly string[] {
  const labels = (expected['recipients'] ?? []) as readonly { readonly status?: string }[];
  if (labels.length === 0) return [];
  const wanted = labels.map(({ status = '' }) => status).filter((status) => !/^$|\.0\.9\d\d$|\.0\.0$/.test(status));
  const told = recipients.map(({ status }) => status);
  const actions = verdict === 'delivered_report' ? /^(?:delivered|relayed|expanded)$/ : /^(?:failed|delayed)$/;
  const odd = recipients.filter(({ address, action }) => !/^\S+@\S+$|^\|/.test(address) || !actions.test(action));
  return [
    ...differs('recipients', String(recipients.length), labels.length),
    ...wanted.filter((status) => !told.includes(status)).map((status) => `status: no ${status}, but ${told}`),
    ...odd.map(({ address, action }) => `recipient: ${action} ${address}`),
  ];
}

function forwardMisses(expected: Expectation['expected'], { forwarded, visibleText }: MailReading): readonly string[] {
  if (forwarded === undefined) return ['not seen as forwarded'];
  const embedded = expected['embedded'];
  const bodyStart = typeof embedded === 'string' ? embedded.split('\n').at(-1) : undefined;
  return [
    ...differs('body', forwarded.body, expected['email.body']),
    ...(bodyStart === undefined || forwarded.body.includes(bodyStart.trim()) ? [] : ['body: lost its end']),
    ...differs('from', forwarded.from?.address, expected['email.from.address']),
    ...differs('from name', forwarded.from?.name, expected['email.from.name']),
    ...differs('subject', forwarded.subject, expected['email.subject']),
    ...differs('to', forwarded.to[0]?.address, expected['email.to.0.address']),
    ...differs('to name', forwarded.to[0]?.name, expected['email.to.0.name']),
    ...differs('second to', forwarded.to[1]?.address, expected['email.to.1.address']),
    ...differs('own words', visibleText, expected['message'] ?? expected['before']),
  ];
}

function trimMisses(expected: Expectation['expected'], reading: MailReading): readonly string[] {
  const first = expected['first_fragment'];
  const patterns = (expected['first_fragment_matches'] ?? []) as readonly string[];
  const kept = flat(`${reading.visibleText}\n${reading.trimmedText}\n${reading.signature}`);
  const elided = String(expected['elided'] ?? '').split('\n');
  return [
    ...differs('visible', reading.visibleText, expected['visible_text']),
    ...differs('visible', reading.visibleText, first),
    ...elided.filter((line) => !kept.includes(flat(line))).map((line) => `trimmed: lost ${line}`),
    ...partMisses(expected, reading),
    ...patterns.filter((pattern) => !new RegExp(pattern, 'm').test(reading.visibleText)).map((p) => `visible: no ${p}`),
  ];
}

/** Labels that only say which parts a mail has, top down. */
function partMisses(expected: Expectation['expected'], reading: MailReading): readonly string[] {
  const has = (label: string, value: boolean) => ((expected[label] ?? []) as readonly boolean[]).includes(value);
  return [
    ...(has('hidden', false) && reading.visibleText === '' ? ['visible: nothing'] : []),
    ...(has('quoted', true) && reading.trimmedText === '' ? ['trimmed: nothing'] : []),
    ...(has('signature', true) && reading.signature === '' ? ['signature: nothing'] : []),
  ];
}

function decodeMisses(expected: Expectation['expected'], email: InboundEmail): readonly string[] {
  const names = email.attachments.map((part) => part.filename);
  const wanted = (expected['attachment_names'] ?? []) as readonly string[];
  const parts = email.attachments.length + email.embedded.length;
  return [
    ...lostMisses(expected, email),
    ...(expected['parts'] === undefined ? differs('attachments', String(parts), expected['attachments']) : []),
    ...differs('from', email.from?.address, expected['from_email']),
    ...(expected['subject'] === '' ? [] : differs('subject', email.subject, expected['subject'])),
    ...wanted.filter((name) => !names.includes(name)).map((name) => `attachment: no ${name}`),
  ];
}

/** A text or a file that another parser found is somewhere in what we found. */
function lostMisses(expected: Expectation['expected'], email: InboundEmail): readonly string[] {
  const { text_bodies = 0, html_bodies = 0, attachments = 0 } = expected as Readonly<Record<string, number>>;
  const isEmpty = email.text === '' && email.attachments.length === 0 && email.embedded.length === 0;
  return text_bodies + html_bodies + attachments > 0 && isEmpty ? ['nothing was read'] : [];
}

function differs(what: string, actual: string | undefined, expected: unknown): readonly string[] {
  if (expected === undefined || flat(actual ?? '') === flat(String(expected ?? ''))) return [];
  return [`${what}: ${flat(actual ?? '').slice(0, 70)} | ${flat(String(expected)).slice(0, 70)}`];
}

/** Labels come from parsers that fold white space each in its own way. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
