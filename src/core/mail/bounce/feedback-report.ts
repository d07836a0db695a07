import type { InboundEmail } from '../../model/inbound-email.ts';
import { header } from '../verdict/content-type.ts';

/** An abuse report about mail of ours (RFC 5965), or one of the older formats of large providers. */
export function isFeedbackReport(email: InboundEmail): boolean {
  return (
    email.attachments.some((part) => part.contentType === 'message/feedback-report') ||
    /report-type="?feedback-report/.test(header(email, 'content-type')) ||
    (email.headers.has('x-loop') && /scomp|abuse|feedback/.test(header(email, 'x-loop'))) ||
    /^feedback-type:/im.test(email.text) ||
    (/^(?:scomp|feedbackloop|fbl|abuse|staff@hotmail|complaints?)/i.test(email.from?.address ?? '') &&
      /abuse|complaint|feedback|spam/i.test(email.subject) &&
      (email.embedded.length > 0 || email.attachments.length > 0))
  );
}
