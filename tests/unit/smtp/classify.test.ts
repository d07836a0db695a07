import { describe, expect, it } from 'vitest';
import { classifyFailure, failureOf, type SendFailure } from '../../../src/adapters/smtp/classify.ts';

const failure = (over: Partial<SendFailure>): SendFailure => ({
  step: 'envelope',
  replyCode: undefined,
  enhancedCode: undefined,
  isQuota: false,
  errorCode: undefined,
  ...over,
});

describe('a failed SMTP try', () => {
  it.each([
    ['greylisting, which nodemailer calls EENVELOPE', { replyCode: 450, errorCode: 'EENVELOPE' }, 'retry'],
    ['an unknown mailbox, also EENVELOPE', { replyCode: 550, errorCode: 'EENVELOPE' }, 'refused'],
    ['a full mailbox', { replyCode: 452, errorCode: 'EENVELOPE' }, 'retry'],
    ['commands out of order', { replyCode: 503, errorCode: 'EENVELOPE' }, 'retry'],
    ['a server that wants a login first', { replyCode: 530, errorCode: 'EENVELOPE' }, 'retry'],
    ['a server that is shutting down', { replyCode: 421, errorCode: 'ECONNECTION' }, 'retry'],
    ['a line lost before DATA', { errorCode: 'ECONNECTION' }, 'retry'],
    ['a silent server before DATA', { errorCode: 'ETIMEDOUT' }, 'retry'],
    ['an unexpected positive reply before DATA', { replyCode: 250, errorCode: 'EPROTOCOL' }, 'retry'],
    ['a body refused for good', { step: 'body', replyCode: 554, errorCode: 'EMESSAGE' }, 'refused'],
    ['a body refused for now', { step: 'body', replyCode: 451, errorCode: 'EMESSAGE' }, 'retry'],
    ['a line lost after DATA', { step: 'body', errorCode: 'ECONNECTION' }, 'unknown'],
    ['a silent server after DATA', { step: 'body', errorCode: 'ETIMEDOUT' }, 'unknown'],
    ['nonsense after DATA', { step: 'body', replyCode: 250, errorCode: 'EPROTOCOL' }, 'unknown'],
    ['a wrong password', { step: 'session', replyCode: 535, errorCode: 'EAUTH' }, 'retry'],
    ['a greeting that refuses everybody', { step: 'session', replyCode: 554, errorCode: 'EPROTOCOL' }, 'retry'],
    ['no server at all', { step: 'session', errorCode: 'ESOCKET' }, 'retry'],
    ['a certificate nobody trusts', { step: 'session', errorCode: 'ESOCKET' }, 'retry'],
  ] as const)('%s', (_name, over, outcome) => {
    expect(classifyFailure(failure(over)).outcome).toBe(outcome);
  });

  it('counts an address that fits no envelope as refused, with the code a server would use', () => {
    expect(classifyFailure(failure({ errorCode: 'EENVELOPE' }))).toMatchObject({ outcome: 'refused', replyCode: 553 });
  });

  it('counts a mail above the size the server announced as refused', () => {
    expect(classifyFailure(failure({ errorCode: 'EMESSAGE' }))).toMatchObject({ outcome: 'refused', replyCode: 552 });
  });
});

describe('what a server says of us, not of the mail', () => {
  const outcomeOf = (step: SendFailure['step'], response: string) =>
    classifyFailure(failureOf(step, { response, responseCode: Number(response.slice(0, 3)), code: 'EENVELOPE' }));

  it.each([
    ['Gmail, busy', 'envelope', '421 4.7.0 Try again later, closing connection. (MAIL)', 'account', 'busy'],
    [
      'Gmail, too many logins',
      'session',
      '454 4.7.0 Too many login attempts, please try again later.',
      'account',
      'busy',
    ],
    ['Gmail, day is full', 'envelope', '550 5.4.5 Daily user sending limit exceeded.', 'account', 'daily-limit'],
    ['Gmail, day is full, at the data', 'body', '550-5.4.5 Daily SMTP relay limit exceeded', 'account', 'daily-limit'],
    ['Gmail, bulk to one domain', 'envelope', '450 4.7.28 unusual rate of mail', 'domain', 'busy'],
    ['Microsoft, connections', 'envelope', '432 4.3.2 Concurrent connections limit exceeded', 'account', 'busy'],
    ['Microsoft, busy', 'envelope', '451 4.7.500 Server busy. Please try again later', 'account', 'busy'],
    ['Microsoft, login', 'session', '535 5.7.3 Authentication unsuccessful', 'account', 'busy'],
    ['Microsoft, login lost', 'envelope', '530 5.7.57 Client not authenticated to send mail', 'account', 'busy'],
    ['Microsoft, day is full', 'envelope', '550 5.1.90 reached your daily limit', 'account', 'daily-limit'],
    ['Microsoft, day is full in words', 'body', '554 5.2.0 SubmissionQuotaExceededException', 'account', 'daily-limit'],
    ['Microsoft, another sender', 'body', '550 5.7.60 no permissions to send as this sender', 'account', 'busy'],
  ] as const)('%s: tried again, and the others wait too', (_who, step, response, scope, kind) => {
    expect(outcomeOf(step, response)).toMatchObject({ outcome: 'retry', pause: { scope, kind } });
  });

  it.each([
    ['greylisting', '451 4.7.1 Greylisted, please try again in 300 seconds'],
    ['greylisting by 450', '450 4.2.0 Recipient address rejected: Greylisted'],
    ['a full mailbox', '452 4.2.2 mailbox over its daily quota'],
    ['commands out of order', '503 5.5.1 bad sequence'],
  ])('%s is about this mail alone', (_what, response) => {
    expect(outcomeOf('envelope', response)).toMatchObject({ outcome: 'retry', pause: undefined });
  });

  it.each(['550 5.1.1 no such user', '550 5.2.2 user has exceeded the daily quota', '554 5.7.1 spam'])(
    'is not read into %s',
    (response) => {
      expect(outcomeOf('envelope', response)).toMatchObject({ outcome: 'refused' });
    },
  );
});
