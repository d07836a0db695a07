import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCases } from '../support/cases-command.ts';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

let service: TestService;

beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await service?.stop();
});

const cases = (...args: readonly string[]) => runCases(service, ...args);

/** Sends a mail and waits until its consultation ended like this; its case key. */
async function mailed(id: string, status: string): Promise<string> {
  const before = new Set((await service.consultations()).map((one) => one.id));
  await service.dovecot.deliver(caseMail({ id }));
  const ended = await waitUntil(
    `${id} is ${status}`,
    async () => (await service.consultations()).find((one) => !before.has(one.id) && one.status === status),
    60_000,
  );
  return ended.caseKey;
}
const repliesTo = (id: string) => service.sink.mails.filter(({ source }) => inReplyTo(source) === id);
const isAnswered = async (key: string) =>
  (await service.consultations()).some(({ caseKey, status }) => caseKey === key && status === 'answered');

describe('caseconsult cases', () => {
  it('has nothing to list while all goes well', async () => {
    await mailed('desk-well', 'answered');
    expect(await cases()).toMatchObject({ code: 0, stdout: 'Nothing waits for a person.\n' });
  });

  it('lists a refused reply in words, shows its history without a word of it, and sends it when retried', async () => {
    service.sink.always({ does: 'refuse', code: 550, at: 'recipient', says: 'no such user dana@clinic.example' });
    const key = await mailed('desk-refused', 'failed');
    service.sink.always(undefined);
    const { stdout } = await cases('list');
    expect(stdout).toMatch(/^CASE +STATE +STAGE +AGE +WHY +WHAT TO DO\n/);
    expect(stdout).toContain(`${key}  failed  reply`);
    expect(stdout).toContain(`cases retry ${key}`);
    const shown = await cases('show', key.toLowerCase());
    expect(shown.stdout).toContain('44970');
    expect(shown.stdout).toMatch(/received .*\n.* accepted .*\n.* coded .*\n.* failed/);
    const json = JSON.parse((await cases('show', key, '--json')).stdout) as { readonly mails: readonly object[] };
    expect(json.mails).toMatchObject([{ state: 'failed', attention: 'refused', sending: 'failed', replyCode: 550 }]);
    for (const text of [stdout, shown.stdout, JSON.stringify(json)]) {
      for (const secret of ['dana', 'clinic.example', 'desk-refused', 'appendix']) expect(text).not.toContain(secret);
    }
    expect(await cases('retry', key)).toMatchObject({ code: 0, stdout: `${key} is tried again\n` });
    await waitUntil('the answer', () => isAnswered(key), 60_000);
    expect(repliesTo('desk-refused')).toHaveLength(1);
  });

  it('sends a reply of unknown fate again only when told so, and the sender gets two', async () => {
    service.sink.always({ does: 'drop-after-data' });
    const key = await mailed('desk-unknown', 'held');
    service.sink.always(undefined);
    const refused = await cases('release', key);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`${key} may have been answered: release it with --send-again`);
    expect(repliesTo('desk-unknown')).toHaveLength(1);
    expect((await cases('release', key, '--send-again')).stdout).toContain('the sender may get two replies');
    await waitUntil('the answer', () => isAnswered(key), 60_000);
    const [first, second, ...more] = repliesTo('desk-unknown');
    expect(more).toEqual([]);
    expect(second?.source.equals(first?.source ?? Buffer.of())).toBe(true);
  });

  it('rejects several at once, with a masked reason, and goes on after a key that is refused', async () => {
    service.sink.always({ does: 'refuse', code: 550, at: 'recipient' });
    const [first, second] = [await mailed('desk-a', 'failed'), await mailed('desk-b', 'failed')];
    service.sink.always(undefined);
    const words = ['--reason', 'wrong clinic, call 555-201-3344'];
    const rejected = await cases('reject', first, 'CC-0000000', second, ...words);
    expect(rejected.code).toBe(1);
    expect(rejected.stderr).toContain('CC-0000000 is not known');
    expect(rejected.stdout).toBe(`${first} is closed; nobody is answered\n${second} is closed; nobody is answered\n`);
    const { stdout } = await cases('show', second);
    expect(stdout).toContain('rejected by a person: wrong clinic');
    expect(stdout).not.toContain('555-201-3344');
    expect((await cases('retry', second)).stderr).toContain('is closed: it does not wait for a decision');
    expect((await cases('list', '--json')).stdout).toBe('');
    expect([...repliesTo('desk-a'), ...repliesTo('desk-b')]).toEqual([]);
  });

  it('says what it can do', async () => {
    const { stdout } = await cases('--help');
    for (const word of ['list', 'show', 'retry', 'release', 'reject', '--send-again']) expect(stdout).toContain(word);
  });
});
