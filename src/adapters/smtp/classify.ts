import type { SendOutcome } from '../../pipeline/sending-port.ts';

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
  /** nodemailer's or Node's error code, e.g. `EENVELOPE`. */
  readonly errorCode: string | undefined;
}

/** 503 is about the order of commands, 530 about the session's login or TLS (RFC 4954, section 6): not about the mail. */
const SESSION_REPLIES: readonly number[] = [503, 530];

/**
 * A failed try -> retry, refused or unknown. The reply code decides before the error code: `EENVELOPE` stands for
 * greylisting (450) as well as for an unknown mailbox (550).
 */
export function classifyFailure({ step, replyCode, errorCode }: SendFailure): SendOutcome {
  if (step === 'session') {
    return { outcome: 'retry', replyCode, why: why('no session with the mail server', replyCode, errorCode) };
  }
  if (replyCode !== undefined && replyCode >= 400) {
    const said = why('the mail server said no', replyCode, undefined);
    // RFC 5321, section 4.2.1: 4yz is transient, 5yz permanent.
    return replyCode >= 500 && !SESSION_REPLIES.includes(replyCode)
      ? { outcome: 'refused', replyCode, why: said }
      : { outcome: 'retry', replyCode, why: said };
  }
  if (step === 'body') {
    return { outcome: 'unknown', why: why('the line fell after DATA was accepted', replyCode, errorCode) };
  }
  const withoutServer = errorCode === undefined ? undefined : LOCAL_REFUSALS.get(errorCode);
  if (replyCode === undefined && withoutServer !== undefined) {
    return { outcome: 'refused', replyCode: withoutServer.as, why: withoutServer.why };
  }
  return { outcome: 'retry', replyCode, why: why('the line fell before DATA', replyCode, errorCode) };
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
