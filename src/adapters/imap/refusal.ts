import { faultCode } from '../../core/model/fault-code.ts';

/** What ImapFlow notes on a fault of a command or a login. */
interface ServerFault {
  readonly authenticationFailed?: unknown;
  /** The response code of a NO (RFC 5530), upper case. */
  readonly serverResponseCode?: unknown;
  readonly response?: unknown;
  readonly responseText?: unknown;
  /** Milliseconds that Microsoft 365 asks us to stay away, and how many of them ImapFlow has waited already. */
  readonly throttleReset?: unknown;
  readonly throttleWaited?: unknown;
}

/** A login refused with one of these says nothing about who we are: too many connections, a server out of order. */
const NOT_ABOUT_US: ReadonlySet<unknown> = new Set([
  'UNAVAILABLE',
  'LIMIT',
  'INUSE',
  'ALERT',
  'THROTTLED',
  'SERVERBUG',
  'OVERQUOTA',
]);

/** Microsoft 365 says so, at any command, to a session whose token it took and whose mailbox it did not open. */
const NOT_CONNECTED = /User is authenticated but not connected/i;

/** The server did not want our proof of identity, so another token may help. */
export function isLoginRefused(fault: unknown): boolean {
  const { authenticationFailed, serverResponseCode, response, responseText } = (fault ?? {}) as ServerFault;
  if (NOT_CONNECTED.test(`${response} ${responseText}`)) return true;
  return authenticationFailed === true && !NOT_ABOUT_US.has(serverResponseCode);
}

/** For the log: the response code of the server where it gave one, e.g. `UNAVAILABLE`, and never its text. */
export function imapFaultCode(fault: unknown): string {
  const { serverResponseCode, authenticationFailed } = (fault ?? {}) as ServerFault;
  if (typeof serverResponseCode === 'string' && /^[A-Z]{1,40}$/.test(serverResponseCode)) return serverResponseCode;
  return authenticationFailed === true ? 'LoginRefused' : faultCode(fault);
}

/** What a throttled server may ask of us at most. */
const LONGEST_THROTTLE_MS = 900_000;

/** How long the server asked us to stay away, in milliseconds; 0 when it did not. */
export function throttleMs(fault: unknown): number {
  const { throttleReset, throttleWaited } = (fault ?? {}) as ServerFault;
  const asked = Number(throttleReset ?? 0) - Number(throttleWaited ?? 0);
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 0), LONGEST_THROTTLE_MS) : 0;
}
