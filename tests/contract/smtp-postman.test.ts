import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMTP_DEFAULTS } from '../../src/adapters/smtp/options.ts';
import { createPostman, type SmtpPostman } from '../../src/adapters/smtp/postman.ts';
import type { OutgoingMail } from '../../src/pipeline/sending-port.ts';
import { freePort, listenOnLoopback } from '../support/loopback.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const BODY = 'Subject: a case\r\n\r\nA line.\r\n.\r\n..two dots\r\nThe end.\r\n';
const MAIL: OutgoingMail = {
  messageId: '<cc.CC-7F3K2.1@clinic.example>',
  envelopeFrom: 'consult@clinic.example',
  to: 'coder@billing.example',
  mime: Buffer.from(BODY),
};
const optionsFor = (port: number) => ({ host: '127.0.0.1', port, tls: false, login: undefined });

let sink: SmtpSink;
let line: TcpProxy;
let postman: SmtpPostman;
let entered: number;
const enter = async () => {
  entered += 1;
};

beforeEach(async () => {
  entered = 0;
  sink = await startSmtpSink();
  line = await startTcpProxy(sink.port);
  postman = createPostman(optionsFor(line.port));
});
afterEach(async () => {
  await postman.close();
  await line.stop();
  await sink.stop();
});

describe('the postman', () => {
  it('hands a mail over, byte for byte, to its one recipient', async () => {
    expect(await postman.send(MAIL, enter)).toEqual({ outcome: 'sent', replyCode: 250 });
    expect(entered).toBe(1);
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]).toMatchObject({ from: MAIL.envelopeFrom, to: [MAIL.to] });
    expect(sink.mails[0]?.source.toString()).toBe(BODY);
  });

  it('hands it to the colleagues too, and takes it for refused when the sender alone does not get it', async () => {
    const mail = { ...MAIL, copies: ['lee@billing.example'] };
    expect(await postman.send(mail, enter)).toEqual({ outcome: 'sent', replyCode: 250 });
    expect(sink.mails[0]?.to).toEqual([MAIL.to, 'lee@billing.example']);
    sink.refuseFor((address) => address === MAIL.to);
    expect(await postman.send(mail, enter)).toMatchObject({ outcome: 'refused', replyCode: 550, haveCopies: true });
    sink.refuseFor((address) => address === MAIL.to, 451);
    expect(await postman.send(mail, enter)).toMatchObject({ outcome: 'retry', replyCode: 451, haveCopies: true });
    sink.refuseFor((address) => address !== MAIL.to);
    expect(await postman.send(mail, enter)).toEqual({ outcome: 'sent', replyCode: 250 });
    expect(sink.mails.map(({ to }) => to.length)).toEqual([2, 1, 1, 1]);
  });

  it('commits the phase after DATA was accepted and before the first byte of the body', async () => {
    let bytesSeen = -1;
    const outcome = await postman.send(MAIL, async () => {
      expect(sink.transactions()).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 50));
      bytesSeen = sink.mails.length;
    });
    expect(outcome.outcome).toBe('sent');
    expect(bytesSeen).toBe(0);
  });

  it.each([450, 451, 503])('tries again after %i at the recipient, without having entered the body', async (code) => {
    sink.script({ does: 'refuse', code, at: 'recipient' });
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'retry', replyCode: code });
    expect(entered).toBe(0);
  });

  it.each([550, 554])('is refused by %i at the recipient', async (code) => {
    sink.script({ does: 'refuse', code, at: 'recipient' });
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'refused', replyCode: code });
    expect(entered).toBe(0);
  });

  it('tells a body refused for now from one refused for good', async () => {
    sink.script({ does: 'refuse', code: 451, at: 'data' }, { does: 'refuse', code: 554, at: 'data' });
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'retry', replyCode: 451 });
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'refused', replyCode: 554 });
    expect(entered).toBe(2);
  });

  it('tries again when the line falls before DATA', async () => {
    sink.script({ does: 'drop-before-data' });
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'retry', replyCode: undefined });
    expect(entered).toBe(0);
  });

  it('does not know when the line falls after DATA', async () => {
    sink.script({ does: 'drop-after-data' });
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'unknown' });
    expect(entered).toBe(1);
  });

  it('does not know when the server stays silent after the final dot', async () => {
    const timeouts = { ...SMTP_DEFAULTS.timeouts, replyMs: 300 };
    const impatient = createPostman({ ...optionsFor(line.port), timeouts });
    sink.script({ does: 'accept', afterMs: 1_000 });
    expect(await impatient.send(MAIL, enter)).toMatchObject({ outcome: 'unknown' });
  });

  it('tries again when nobody listens', async () => {
    const nowhere = createPostman(optionsFor(await freePort()));
    expect(await nowhere.send(MAIL, enter)).toMatchObject({ outcome: 'retry', replyCode: undefined });
    expect(entered).toBe(0);
  });

  it('leaves nothing with the server when the phase cannot be committed, and passes the fault on', async () => {
    const fault = new Error('lease lost');
    await expect(postman.send(MAIL, () => Promise.reject(fault))).rejects.toBe(fault);
    expect(sink.mails).toHaveLength(0);
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'sent' });
    expect(sink.mails).toHaveLength(1);
  });

  it('tries again when the line falls while the phase is being committed: no byte has left', async () => {
    const outcome = await postman.send(MAIL, async () => {
      line.cut();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(outcome).toMatchObject({ outcome: 'retry' });
    expect(sink.mails).toHaveLength(0);
  });

  it('uses an open connection for the next mail', async () => {
    for (let count = 0; count < 3; count += 1) {
      expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'sent' });
    }
    expect(line.opened()).toBe(1);
    expect(sink.mails).toHaveLength(3);
  });

  it('carries mails side by side, each on its own connection', async () => {
    sink.always({ does: 'accept', afterMs: 50 });
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => postman.send(MAIL, enter)));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'sent'));
    expect(sink.mails).toHaveLength(6);
  });

  it('takes a fresh connection when the kept one was cut meanwhile', async () => {
    await postman.send(MAIL, enter);
    line.cut();
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'sent' });
    expect(entered).toBe(2);
    expect(sink.mails).toHaveLength(2);
  });

  it('does not send again by itself when a kept connection falls after DATA', async () => {
    await postman.send(MAIL, enter);
    sink.script({ does: 'drop-after-data' });
    expect(await postman.send(MAIL, enter)).toMatchObject({ outcome: 'unknown' });
    expect(sink.mails).toHaveLength(2);
  });

  it('keeps no text of the server in its reasons', async () => {
    sink.script({ does: 'refuse', code: 550, at: 'recipient' });
    const outcome = await postman.send(MAIL, enter);
    expect(outcome).toMatchObject({ outcome: 'refused', why: 'the mail server said no (550)' });
  });
});

describe('a server that greets with a refusal', () => {
  it('says nothing about the mail: tried again', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.end('554 not here\r\n');
    });
    const port = await listenOnLoopback(server);
    const outcome = await createPostman(optionsFor(port)).send(MAIL, enter);
    expect(outcome).toMatchObject({ outcome: 'retry', replyCode: 554 });
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
