import { describe, expect, it } from 'vitest';
import { classifyFailure, type SendFailure } from '../../../src/adapters/smtp/classify.ts';

const failure = (over: Partial<SendFailure>): SendFailure => ({
  step: 'envelope',
  replyCode: undefined,
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
