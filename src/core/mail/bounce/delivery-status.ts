import type { InboundEmail, ReportedRecipient } from '../../model/inbound-email.ts';
import { contentTypeOf, header, partText, readFields } from '../verdict/content-type.ts';
import { failedRecipients, statusIn } from './bounce-recipients.ts';

const STATUS_TYPE = /^message\/(global-)?delivery-status$/;

/**
 * The recipients of a delivery status notification, one per block (RFC 3464, section 2.3); undefined when the mail
 * carries no such report.
 */
export function readDeliveryStatus(email: InboundEmail): readonly ReportedRecipient[] | undefined {
  const parts = email.attachments.filter((part) => STATUS_TYPE.test(part.contentType));
  const texts = parts.map((part) => partText(part.bytes));
  if (texts.length === 0) {
    const isBroken =
      contentTypeOf(email) === 'multipart/report' && /delivery-status/.test(header(email, 'content-type'));
    const inText = /^(?:final|original)-recipient:/im.test(email.text) && /^action:/im.test(email.text);
    if (!inText) return isBroken ? failedRecipients(email, email.text, 'failed') : undefined;
    texts.push(email.text);
  }
  const reported = texts.flatMap((text) => text.split(/\n[ \t]*\n/)).flatMap(readRecipient);
  return reported.some(({ status }) => isGeneric(status)) ? withStatusesTold(email, reported) : reported;
}

function readRecipient(block: string): readonly ReportedRecipient[] {
  const fields = readFields(block.trim());
  const recipient = ['final-recipient', 'original-recipient', 'x-actual-recipient']
    .flatMap((name) => fields.get(name) ?? [])
    .map(addressOf)
    .sort((one, other) => Number(isMailbox(other)) - Number(isMailbox(one)))[0];
  const action = fields
    .get('action')
    ?.toLowerCase()
    .split(/[\s;(]/, 1)[0];
  if (recipient === undefined && action === undefined) return [];
  const status = preciseStatus(fields.get('status') ?? '', fields.get('diagnostic-code') ?? '');
  return [{ address: recipient ?? '', action: action ?? actionOf(status), status }];
}

/** Some systems write `5.0.0` into the report and the real answer into the text above it. */
function withStatusesTold(email: InboundEmail, reported: readonly ReportedRecipient[]): readonly ReportedRecipient[] {
  const told = failedRecipients(email, email.text, '');
  return reported.map((recipient) => {
    const same = told.find(({ address }) => address.toLowerCase() === recipient.address.toLowerCase());
    const isTelling = same !== undefined && isGeneric(recipient.status) && !isGeneric(same.status);
    const isSameClass = recipient.status === '' || same?.status[0] === recipient.status[0];
    return isTelling && isSameClass ? { ...recipient, status: same.status } : recipient;
  });
}

function isGeneric(status: string): boolean {
  return status === '' || status.endsWith('.0.0');
}

/** `rfc822; a@b` without its type, brackets and source route (RFC 5321, appendix C). */
function addressOf(value: string): string {
  return value
    .replace(/^[^;]*;/, '')
    .replace(/[<>]/g, '')
    .trim()
    .replace(/^@[^:@]+:/, '');
}

/** A recipient may also be a program or a file behind an alias. */
function isMailbox(address: string): boolean {
  return /^[^\s@|]+@[^\s@]+$/.test(address);
}

/** A Status like `5.0.0` only says that it failed: the answer of the remote server then tells more (RFC 3463). */
function preciseStatus(told: string, diagnostic: string): string {
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(told)?.[0] ?? '';
  if (!isGeneric(status)) return status;
  const remote = statusIn(diagnostic);
  return status === '' || (remote !== '' && remote[0] === status[0]) ? remote : status;
}

function actionOf(status: string): string {
  if (status.startsWith('2')) return 'delivered';
  return status.startsWith('4') ? 'delayed' : 'failed';
}

/** One failure makes it a bounce; RFC 3464 also reports delays and successes, which are none. */
export function verdictOfReport(
  recipients: readonly ReportedRecipient[],
): 'bounce' | 'delay_notice' | 'delivered_report' {
  const actions = new Set(recipients.map(({ action }) => action));
  if (actions.has('failed') || actions.size === 0) return 'bounce';
  if (actions.has('delayed')) return 'delay_notice';
  return ['delivered', 'relayed', 'expanded'].some((action) => actions.has(action)) ? 'delivered_report' : 'bounce';
}
