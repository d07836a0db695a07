import type { InboundEmail, ReportedRecipient } from '../../model/inbound-email.ts';

/** What Amazon SES mails as JSON instead of an RFC 3464 report. */
export interface SesNotification {
  readonly verdict: 'bounce' | 'delivered_report' | 'feedback_report';
  readonly recipients: readonly ReportedRecipient[];
}

export function readSesNotification(email: InboundEmail): SesNotification | undefined {
  const json = jsonIn(email.text);
  const type = /"(?:notificationType|eventType)"\s*:\s*"(\w+)"/.exec(json ?? '')?.[1];
  if (json === undefined || type === undefined) return undefined;
  switch (type.toLowerCase()) {
    case 'bounce':
      return { verdict: 'bounce', recipients: bounced(json) };
    case 'delivery':
      return { verdict: 'delivered_report', recipients: delivered(json) };
    case 'complaint':
      return { verdict: 'feedback_report', recipients: [] };
    default:
      return undefined;
  }
}

const MAX_JSON_CHARS = 100_000;

/** The object that fills the mail; Amazon SNS wraps the one of SES as a string in its own. */
function jsonIn(text: string): string | undefined {
  const start = text.search(/^[ \t]*\{/m);
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return undefined;
  const json = text.slice(start, Math.min(end + 1, start + MAX_JSON_CHARS)).replaceAll('\n', ' ');
  return /"Type"\s*:\s*"Notification"/.test(json) ? json.replace(/\\+"/g, '"') : json;
}

/** Read by pattern: the JSON is a stranger's, and three fields of it are all that is wanted. */
function bounced(json: string): readonly ReportedRecipient[] {
  const list = /"bouncedRecipients"\s*:\s*\[(.*?)\]/.exec(json)?.[1] ?? '';
  return [...list.matchAll(/\{[^{}]*\}/g)].map(([entry]) => ({
    address: field(entry, 'emailAddress'),
    action: field(entry, 'action') || 'failed',
    status: field(entry, 'status'),
  }));
}

function delivered(json: string): readonly ReportedRecipient[] {
  const list = /"recipients"\s*:\s*\[(.*?)\]/.exec(json)?.[1] ?? '';
  const status = /\b2\.\d{1,3}\.\d{1,3}\b/.exec(field(json, 'smtpResponse'))?.[0] ?? '2.0.0';
  return [...list.matchAll(/"([^"]+)"/g)].map(([, address = '']) => ({ address, action: 'delivered', status }));
}

function field(json: string, name: string): string {
  return new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`).exec(json)?.[1] ?? '';
}
