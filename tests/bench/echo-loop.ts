import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';

/** The least that answers mail: IDLE, fetch, parse, send. It keeps no record, so a crash loses or repeats mail. */
const [imapPort, smtpPort, user, pass] = process.argv.slice(2);
const client = new ImapFlow({
  host: '127.0.0.1',
  port: Number(imapPort),
  auth: { user: user ?? '', pass: pass ?? '' },
  logger: false,
});
const transport = createTransport({ host: '127.0.0.1', port: Number(smtpPort), pool: true, ignoreTLS: true });
client.on('error', () => undefined);
await client.connect();
await client.mailboxOpen('INBOX');
let wake: () => void = () => undefined;
client.on('exists', () => wake());
process.stdout.write('"msg":"running"\n');
for (;;) {
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const uids = (await client.search({ seen: false }, { uid: true })) || [];
  for (const uid of uids) {
    const mail = await client.fetchOne(`${uid}`, { source: true }, { uid: true });
    if (!mail || mail.source === undefined) continue;
    const parsed = await simpleParser(mail.source);
    await transport.sendMail({
      from: 'consult@consult.example',
      to: parsed.from?.value[0]?.address ?? '',
      subject: `Re: ${parsed.subject}`,
      inReplyTo: parsed.messageId ?? '',
      text: parsed.text ?? '',
    });
    await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true });
  }
  if (uids.length === 0) {
    client.idle().catch(() => undefined);
    await woken;
  }
}
