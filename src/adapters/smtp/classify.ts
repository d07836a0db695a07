import type { SendOutcome, SendPause } from '../../pipeline/sending-port.ts';

/** How far a try had come when it failed. */
export type SendStep =
  /** Connecting, TLS, EHLO, login: says nothing about the mail. */
  | 'session'
  /** MAIL, RCPT, DATA. */
  | 'envelope'
  /** DATA was accepted and the body may have left. */
  | 'body';

/** What is known of a failure: never the server's text, which may quote addresses. */
export interface SendFailure {
  readonly step: SendStep;
  readonly replyCode: number | undefined;
  /** The enhanced status code of the reply (RFC 3463), e.g. `4.7.0`. */
  readonly enhancedCode: string | undefined;
  /** The text names a limit of the sending account. */
  readonly isQuota: boolean;
  /** nodemailer's or Node's error code, e.g. `EENVELOPE`. */
  readonly errorCode: string | undefined;
}

/** 503 is about the order of commands; 530, 534, 535 and 538 about the session's login or TLS (RFC 4954, section 6). */
const SESSION_REPLIES: readonly number[] = [503, 530, 534, 535, 538];

/**
 * A failed try -> retry, refused or unknown. The reply code decides before the error code: `EENVELOPE` stands for
 * greylisting (450) as well as for an unknown mailbox (550).
 */
export function classifyFailure(failure: SendFailure): SendOutcome {
  const { step, replyCode, errorCode } = failure;
  const pause = pauseFor(failure);
  if (step === 'session') {
    return { outcome: 'retry', replyCode, pause, why: why('no session with the mail server', replyCode, errorCode) };
  }
  if (replyCode !== undefined && replyCode >= 400) {
    const said = why('the mail server said no', replyCode, undefined);
    // RFC 5321, section 4.2.1: 4yz is transient, 5yz permanent. What is about us, and not about the mail, passes.
    const isPermanent = replyCode >= 500 && !SESSION_REPLIES.includes(replyCode) && pause === undefined;
    return isPermanent
      ? { outcome: 'refused', replyCode, why: said }
      : { outcome: 'retry', replyCode, pause, why: pause === undefined ? said : `${said}, about our account` };
  }
  if (step === 'body') {
    return { outcome: 'unknown', why: why('the line fell after DATA was accepted', replyCode, errorCode) };
  }
  const withoutServer = errorCode === undefined ? undefined : LOCAL_REFUSALS.get(errorCode);
  if (replyCode === undefined && withoutServer !== undefined) {
    return { outcome: 'refused', replyCode: withoutServer.as, why: withoutServer.why };
  }
  return { outcome: 'retry', replyCode, pause, why: why('the line fell before DATA', replyCode, errorCode) };
}

/** A daily limit of the account, told by Gmail (5.4.5) and Microsoft 365 (the others) as if the mail were at fault. */
const DAILY_LIMITS: ReadonlySet<string> = new Set(['5.4.5', '5.1.90', '5.7.232', '5.7.233', '5.7.705']);
/** The account may not send as it does: a setting to mend at Microsoft 365, the same for every mail. */
const ACCOUNT_FAULTS: ReadonlySet<string> = new Set(['5.7.57', '5.7.60', '5.2.252']);

/**
 * What else must wait, because other mails would meet the same trouble: the whole account after a limit, 421 (the
 * server closes), 432 and 454 (Microsoft 365's connections, Gmail's logins) and `4.7.500` to `4.7.699` (busy, says
 * Microsoft 365); one domain after `4.7.0` or `4.7.28` at its mail. Greylisting (450 or 451 `4.7.1`) is about one mail.
 */
function pauseFor({ step, replyCode, enhancedCode = '', isQuota }: SendFailure): SendPause | undefined {
  if (replyCode === undefined || replyCode < 400) return undefined;
  const isOwnQuota = isQuota && !/^[45]\.2\.[12]$/.test(enhancedCode);
  if (DAILY_LIMITS.has(enhancedCode) || isOwnQuota) return { scope: 'account', kind: 'daily-limit' };
  const isAboutAccount =
    step === 'session' ||
    [421, 432, 454].includes(replyCode) ||
    (SESSION_REPLIES.includes(replyCode) && replyCode !== 503) ||
    ACCOUNT_FAULTS.has(enhancedCode) ||
    /^4\.7\.[56]\d\d$/.test(enhancedCode);
  if (isAboutAccount) return { scope: 'account', kind: 'busy' };
  return /^4\.7\.(?:0|28)$/.test(enhancedCode) ? { scope: 'domain', kind: 'busy' } : undefined;
}

/** What Gmail and Microsoft 365 write where their code alone would not tell. */
const QUOTA_TEXT = /SubmissionQuotaExceeded|\bsending (?:limit|quota)|\bdaily\b.{0,30}\b(?:limit|quota)/i;

/** Reads nodemailer's fault down to what may be kept of it. */
export function failureOf(step: SendStep, fault: unknown): SendFailure {
  const { responseCode, code, response } = (fault ?? {}) as {
    readonly responseCode?: unknown;
    readonly code?: unknown;
    readonly response?: unknown;
  };
  const said = typeof response === 'string' ? response.slice(0, 2_000) : '';
  return {
    step,
    replyCode: typeof responseCode === 'number' ? responseCode : undefined,
    enhancedCode: /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1],
    isQuota: QUOTA_TEXT.test(said),
    errorCode: typeof code === 'string' ? code : undefined,
  };
}

/** Refused by the client library before the server was asked; told by the code the server would have used. */
const LOCAL_REFUSALS: ReadonlyMap<string, { readonly as: number; readonly why: string }> = new Map([
  ['EENVELOPE', { as: 553, why: 'the address cannot stand in an SMTP envelope' }],
  ['EMESSAGE', { as: 552, why: 'larger than the mail server allows' }],
]);

function why(what: string, replyCode: number | undefined, errorCode: string | undefined): string {
  const code = replyCode ?? errorCode;
  return code === undefined ? what : `${what} (${code})`;
}
