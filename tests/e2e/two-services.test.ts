import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseMail, receivedMail } from '../support/mails.ts';
import { startService, type TestService } from '../support/service.ts';
import type { SunkMail } from '../support/smtp-sink.ts';

/**
 * Two services that are registered with each other and answer each other, over a relay that strips every header by
 * which a machine can be known and makes new Message-IDs.
 */

const CAPS = [2, 4];
const WITHIN_MS = 540_000;
const QUIET_MS = 20_000;
const [NEAR, FAR] = ['consult@near.example', 'consult@far.example'];
let cap = CAPS[0] ?? 0;
let near: TestService;
let far: TestService;

beforeAll(async () => {
  const start = (address: string, peer: string) =>
    startService({
      env: {
        CONSULT_ADDRESS: address,
        ALLOWED_DOMAINS: peer.slice(peer.indexOf('@') + 1),
        UNPROVEN_SENDERS: 'review',
      },
      envOf: () => ({ LOOP_MAILS: String(cap) }),
    });
  // One after the other: ten processes that start at once are slow.
  near = await start(NEAR, FAR);
  far = await start(FAR, NEAR);
}, 600_000);
afterAll(async () => {
  await Promise.all([near?.stop(), far?.stop()]);
});

/** All that a machine's mail has and a person's has not. */
const TELLTALE =
  /^(?:auto-submitted|x-[\w-]+|precedence|message-id|in-reply-to|references|list-[\w-]+|return-path|user-agent):/i;

function relayed(mail: SunkMail, number: string): string {
  const text = mail.source.toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/);
  const kept = fields.filter((field) => !TELLTALE.test(field));
  const id = `Message-ID: <relayed-${number}@relay.example>`;
  const domain = mail.from.slice(mail.from.indexOf('@') + 1);
  return receivedMail([...kept, id].join('\r\n') + text.slice(end), `dmarc=pass header.from=${domain}`);
}

/** Only these two count mails. */
async function restartWith(next: number): Promise<void> {
  if (next === cap) return;
  cap = next;
  for (const service of [near, far]) {
    for (const name of ['intake', 'reply'] as const) {
      await service.kill(name);
      await service.start(name);
    }
  }
}

test.each(CAPS)(
  'two services that answer each other stop by themselves at a cap of %i',
  async (most) => {
    await restartWith(most);
    const before = (await Promise.all([near.consultations(), far.consultations()])).flat().map(({ id }) => id);
    const ofThisRun = async () =>
      (await Promise.all([near.consultations(), far.consultations()])).flat().filter(({ id }) => !before.includes(id));
    // What was counted in another run was on another subject.
    const subject = `Op notes ${'abcdefgh'.charAt(most)}`;
    const seed = caseMail({ id: `seed-${most}`, from: FAR, subject }).replace('consult@consult.example', NEAR);
    await near.dovecot.deliver(receivedMail(seed, 'dmarc=pass header.from=far.example'));

    let carried = 0;
    const lines = [
      { from: near, to: far, seen: near.sink.mails.length },
      { from: far, to: near, seen: far.sink.mails.length },
    ];
    const deadline = Date.now() + WITHIN_MS;
    let lastAt = Date.now();
    const isBusy = async (): Promise<boolean> => {
      const all = await ofThisRun();
      if (all.length < carried + 1 || all.some(({ status }) => status === 'waiting' || status === 'running'))
        return true;
      // Looked at last: a reply is here before its consultation counts as answered.
      return lines.some(({ from, seen }) => from.sink.mails.length > seen);
    };
    /** What became of every mail, for whoever sees this test fail. */
    const story = async (): Promise<string> =>
      (await ofThisRun()).map((one) => `${one.status} ${one.verdict} ${one.reason} ${one.answer?.kind}`).join('\n');
    while (Date.now() < deadline && (Date.now() - lastAt < QUIET_MS || (await isBusy()))) {
      for (const line of lines) {
        for (const mail of line.from.sink.mails.slice(line.seen)) {
          line.seen += 1;
          carried += 1;
          lastAt = Date.now();
          await line.to.dovecot.deliver(relayed(mail, `${most}-${carried}`));
        }
      }
      expect(carried, carried > 2 * most ? await story() : '').toBeLessThanOrEqual(2 * most);
      await sleep(200);
    }

    // They did answer each other, and both ends of it are at rest.
    expect(await isBusy()).toBe(false);
    expect(carried).toBeGreaterThanOrEqual(most);
    const held = (await ofThisRun()).filter(({ status }) => status === 'held');
    expect(held.length).toBeGreaterThanOrEqual(1);
    for (const { reason } of held) {
      expect(reason).toContain(`perhaps a loop: more than ${most} mails of one sender on one subject`);
    }
  },
  700_000,
);
