import type { InboundEmail, ReportedRecipient } from '../model/inbound-email.ts';
import { contentTypeOf, header, partText, readFields } from './content-type.ts';

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
    if (!inText) return isBroken ? [] : undefined;
    texts.push(email.text);
  }
  return texts.flatMap((text) => text.split(/\n[ \t]*\n/)).flatMap(readRecipient);
}

function readRecipient(block: string): readonly ReportedRecipient[] {
  const fields = readFields(block.trim());
  const recipient = fields.get('final-recipient') ?? fields.get('original-recipient');
  const action = fields
    .get('action')
    ?.toLowerCase()
    .split(/[\s;(]/, 1)[0];
  if (recipient === undefined && action === undefined) return [];
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
  const address = (recipient ?? '')
    .replace(/^[^;]*;/, '')
    .replace(/[<>]/g, '')
    .trim();
  return [{ address, action: action ?? actionOf(status), status }];
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
