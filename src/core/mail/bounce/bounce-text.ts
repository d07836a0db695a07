import type { InboundEmail, ReportedRecipient } from '../../model/inbound-email.ts';
import { header } from '../verdict/content-type.ts';
import { failedRecipients } from './bounce-recipients.ts';

const DAEMON =
  /^(?:mailer-daemon|post_?master|mail[-_.]?(?:delivery|administrator|daemon)\S*|mailerdaemon|mailsystem|bounces?|microsoftexchange\S*|mdaemon)(?:@|$)|^(?:postmaster|mailer-daemon)/i;
const DAEMON_NAME =
  /mail(?:er)?[ -]?(?:delivery|daemon)|delivery sub-?system|postmaster|mail administrator|mail system/i;

const BOUNCE_SUBJECT =
  /undeliver|mail failed|returning to sender|un-?delivered|not (?:be )?delivered|delivery (?:status notification|failure|failed|error|problem|report|notification|has failed)|mail delivery|mail system error|returned mail|return(?:ed)? to sender|failure notice|failed (?:mail|delivery)|mail (?:could not|error|failure|not deliver)|message (?:could not|not delivered|delivery)|nondeliver|non-?delivery|notification d'état|unzustellbar|nicht zustellbar|fehlgeschlagen|zustellung|non remis|no se (?:pudo|ha podido)|devolvid|mancata consegna|kan niet|cannot be delivered|can't be delivered|delivery failure|rejected|bounce|配信|送信(?:エラー|できません)|エラー/i;

const FAILURE_TEXT =
  /\b(?:5\.\d{1,3}\.\d{1,3}|[45]5\d[ -])|(?:could|can) ?not be delivered|couldn't be delivered|wasn't able to deliver|was not delivered|not been delivered|unable to deliver|undeliverable|delivery (?:to|of).{0,120}failed|permanent (?:fatal )?error|fatal errors|user unknown|unknown (?:user|recipient|address)|no such (?:user|recipient|address|mailbox)|(?:mailbox|folder) (?:is )?(?:full|unavailable|not found|unknown|does not exist)|(?:over|exceeded?|exceeds) (?:the |its |his |disk |mail )?quota|recipient (?:rejected|unknown|address rejected)|does not exist|doesn't exist|host (?:unknown|not found)|message (?:was |has been )?(?:rejected|refused|blocked)|returned to (?:you|sender)|failed recipient|invalid (?:recipient|address|mailbox)|account (?:has been )?(?:disabled|expired|suspended)|no valid recipients|unknown host|あて先|宛先|届けられません|送信できません|見つかりません/i;

const DELAY_TEXT =
  /(?:has|have) not yet been delivered|will (?:be retried|keep trying|continue to try)|delivery (?:is )?delayed|still (?:being )?(?:retrying|tried)|no action is required on your part|warning: message|could not be delivered for the last/i;
const AUTO_REPLY_SUBJECT = /automat|auto[- ]?reply|out of (?:the )?office/i;
const DELAY_SUBJECT = /delay|warning|verzöger|retard|retras/i;

/** A bounce that is no RFC 3464 report: written for people by qmail, Exim, Notes, Exchange and the like. */
export interface TextBounce {
  readonly verdict: 'bounce' | 'delay_notice';
  readonly recipients: readonly ReportedRecipient[];
}

export function readTextBounce(email: InboundEmail): TextBounce | undefined {
  const opening = email.text.slice(0, 6000);
  const isFromDaemon = isDaemon(email);
  const hasNoSender = /^<?\s*>?$/.test(email.headers.get('return-path')?.[0]?.trim() ?? 'unknown');
  const saysFailure = FAILURE_TEXT.test(opening);
  const saysSoInSubject = BOUNCE_SUBJECT.test(email.subject);
  const signs = [isFromDaemon, hasNoSender, saysSoInSubject, saysFailure].filter(Boolean).length;
  const isAutoReply = AUTO_REPLY_SUBJECT.test(email.subject);
  const isBounce =
    email.headers.has('x-failed-recipients') ||
    /^mailer-daemon/i.test(email.from?.address ?? '') ||
    (isFromDaemon && signs >= 2) ||
    (hasNoSender && saysFailure && !isAutoReply) ||
    (signs >= 3 && !isAutoReply);
  if (!isBounce) return undefined;
  const isDelay = DELAY_TEXT.test(opening) && (DELAY_SUBJECT.test(email.subject) || !saysFailure);
  return {
    verdict: isDelay ? 'delay_notice' : 'bounce',
    recipients: failedRecipients(email, opening, isDelay ? 'delayed' : 'failed'),
  };
}

function isDaemon(email: InboundEmail): boolean {
  const { address = '', name = '' } = email.from ?? {};
  return DAEMON.test(address) || DAEMON_NAME.test(name) || /^mailer-daemon/i.test(header(email, 'from'));
}
