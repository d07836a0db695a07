import type { InboundEmail, MailReading } from '../../src/core/model/inbound-email.ts';
import type { Expectation } from './mail-corpus.ts';

/** Why a reading misses its expectation; an empty list means it is met. Only what the label states is compared. */
export function misses(expectation: Expectation, email: InboundEmail, reading: MailReading): readonly string[] {
  const { kind, expected } = expectation;
  switch (kind) {
    case 'bounce':
    case 'auto_reply':
    case 'delay_notice':
    case 'delivered_report':
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
      return trimMisses(expected, reading);
    case 'signature':
      return differs('signature', reading.signature, expected['signature']);
    case 'decode':
      return decodeMisses(expected, email);
    default:
      return [];
  }
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
  const start = flat(reading.visibleText);
  return [
    ...differs('visible', reading.visibleText, expected['visible_text']),
    ...(typeof first === 'string' && !start.startsWith(flat(first)) ? ['visible: another start'] : []),
    ...patterns.filter((pattern) => !new RegExp(pattern, 'm').test(reading.visibleText)).map((p) => `visible: no ${p}`),
  ];
}

function decodeMisses(expected: Expectation['expected'], email: InboundEmail): readonly string[] {
  const names = email.attachments.map((part) => part.filename);
  const wanted = (expected['attachment_names'] ?? []) as readonly string[];
  return [
    ...(expected['subject'] === '' ? [] : differs('subject', email.subject, expected['subject'])),
    ...wanted.filter((name) => !names.includes(name)).map((name) => `attachment: no ${name}`),
  ];
}

function differs(what: string, actual: string | undefined, expected: unknown): readonly string[] {
  if (expected === undefined || flat(actual ?? '') === flat(String(expected ?? ''))) return [];
  return [`${what}: ${flat(actual ?? '').slice(0, 70)} | ${flat(String(expected)).slice(0, 70)}`];
}

/** Labels come from parsers that fold white space each in its own way. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
