import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { probeMailbox } from '../../src/adapters/imap/probe-mailbox.ts';
import { type MailboxWatch, watchMailbox } from '../../src/adapters/imap/watch-mailbox.ts';
import { fixedToken } from '../../src/adapters/oauth2/login-tokens.ts';
import { type DeliveredMail, type Sandbox, startSandbox } from '../../src/adapters/sandbox/start-sandbox.ts';
import { imapOptions } from '../support/imap-options.ts';
import { type TestMailboxStore, testMailboxStore } from '../support/mailbox-store.ts';
import { recordingLog } from '../support/recording-log.ts';
import { waitUntil } from '../support/wait-until.ts';

let sandbox: Sandbox;
let delivered: DeliveredMail[];
let store: TestMailboxStore;
let watch: MailboxWatch | undefined;

beforeEach(async () => {
  delivered = [];
  store = testMailboxStore();
  watch = undefined;
  sandbox = await startSandbox({
    consultAddress: 'consult@consult.example',
    onDelivered: (mail) => delivered.push(mail),
  });
});
afterEach(async () => {
  await watch?.stop();
  await sandbox.stop();
});

const send = (to: readonly string[], source: string) =>
  createTransport({ host: sandbox.host, port: sandbox.smtpPort }).sendMail({
    envelope: { from: 'coder@clinic.example', to: [...to] },
    raw: source,
  });

test('puts mail for the service into its inbox and hands over everything else', async () => {
  await send(
    ['Consult@consult.example', 'other@clinic.example'],
    'From: Dana <dana@clinic.example>\r\nSubject: Narbe \u00e4\r\n\r\nK\u00f6rper \u2713\r\n',
  );
  const [inbox] = sandbox.folder('INBOX').map((source) => Buffer.from(source).toString('utf8'));
  expect(inbox).toBe(
    [
      'Return-Path: <coder@clinic.example>',
      'Delivered-To: consult@consult.example',
      'Authentication-Results: sandbox.invalid; dmarc=pass header.from=clinic.example',
      'Received: from client.invalid (client.invalid [192.0.2.1]) by sandbox.invalid with ESMTP',
      'From: Dana <dana@clinic.example>',
      'Subject: Narbe ä',
      '',
      'Körper ✓',
      '',
    ].join('\r\n'),
  );
  expect(delivered.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: 'coder@clinic.example', to: ['other@clinic.example'] },
  ]);
});

test('carries a mail from SMTP to the watching service byte for byte', async () => {
  watch = watchMailbox(imapOptions(sandbox, sandbox.imapPort), store, store.receive, recordingLog());
  const body = Array.from({ length: 256 }, (_, at) => String.fromCodePoint(at + 160)).join('');
  await send(['consult@consult.example'], `Subject: bytes\r\n\r\n${body}\r\n`);
  await waitUntil('the mail', () => store.mails.length === 1);
  expect(Buffer.from(store.mails[0]!.source).toString('utf8')).toContain(body);
});

test('lets the same user in by an OAuth2 token that is asked for at every connection', async () => {
  let asked = 0;
  const login = {
    kind: 'oauth2',
    user: sandbox.user,
    tokens: {
      ...fixedToken(sandbox.accessToken),
      next: async () => {
        asked += 1;
        return sandbox.accessToken;
      },
    },
  } as const;
  const options = imapOptions(sandbox, sandbox.imapPort, { login });
  await expect(probeMailbox(options)).resolves.toEqual({ canIdle: true, canMove: true });
  await probeMailbox(options);
  expect(asked).toBe(2);
  const expired = { ...login, tokens: fixedToken('expired') };
  await expect(probeMailbox({ ...options, login: expired })).rejects.toThrow();
});

test('serves several clients at once', async () => {
  const stores = [testMailboxStore(), testMailboxStore(), testMailboxStore()];
  const watches = stores.map((each) =>
    watchMailbox(imapOptions(sandbox, sandbox.imapPort), each, each.receive, recordingLog()),
  );
  await send(['consult@consult.example'], 'Subject: for all\r\n\r\nbody\r\n');
  await waitUntil('the mail at every client', () => stores.every((each) => each.mails.length === 1));
  await Promise.all(watches.map((each) => each.stop()));
});
