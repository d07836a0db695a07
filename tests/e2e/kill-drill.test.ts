import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcessName } from '../../src/app/processes.ts';
import type { WorkStage } from '../../src/pipeline/ports.ts';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { startService, type TestService } from '../support/service.ts';
import { waitUntil } from '../support/wait-until.ts';

const KILLS = 10;
let service: TestService;

beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await service?.stop();
});

/** Replies per mail, over all that the sink took in, acknowledged or not. */
function repliesByMail(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of service.sink.mails) {
    const id = inReplyTo(source) ?? 'no In-Reply-To';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

async function expectOneReplyEach(ids: readonly string[], total: number): Promise<void> {
  const all = await service.settled(total, 120_000);
  const replies = repliesByMail();
  expect([...replies.values()].filter((count) => count > 1)).toEqual([]);
  const unanswered = ids.filter((id) => !replies.has(id));
  const held = all.filter(({ status, reason }) => status === 'held' && reason?.includes('DATA'));
  expect(unanswered.length).toBeLessThanOrEqual(held.length);
  expect(all.filter(({ status }) => status !== 'answered' && status !== 'held')).toEqual([]);
}

describe('workers killed with SIGKILL while they work', () => {
  let sent = 0;

  it.each<WorkStage>(['intake', 'coding', 'reply'])(
    `answers every case once when the %s worker is killed in its stage ${KILLS} times`,
    async (stage) => {
      // A reply that takes its time in DATA, so that kills fall before, in and after it.
      service.sink.always(stage === 'reply' ? { does: 'accept', afterMs: 40 } : undefined);
      const ids: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const id = `kill-${stage}-${kill}`;
        ids.push(id);
        sent += 1;
        const killed = killWhileRunning(stage);
        await service.dovecot.deliver(caseMail({ id }));
        await killed;
        await service.start(stage);
      }
      service.sink.always(undefined);
      await expectOneReplyEach(ids, sent);
    },
  );

  it(`receives every mail once when the inbox worker is killed ${KILLS} times`, async () => {
    const ids: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const id = `kill-inbox-${kill}`;
      ids.push(id);
      sent += 1;
      const before = (await service.consultations()).length;
      await service.dovecot.deliver(caseMail({ id }));
      // Alternately before and right after the mail is committed.
      if (kill % 2 === 1)
        await waitUntil('the mail is committed', async () => (await service.consultations()).length > before);
      await service.kill('inbox');
      await service.start('inbox');
    }
    await expectOneReplyEach(ids, sent);
  });
});

/** Watches the table and kills the worker the moment it holds a stage. */
async function killWhileRunning(stage: WorkStage & ProcessName): Promise<void> {
  for (;;) {
    const running = await service.db
      .selectFrom('consultation')
      .select('id')
      .where('stage', '=', stage)
      .where('status', '=', 'running')
      .executeTakeFirst();
    if (running !== undefined) return service.kill(stage);
  }
}
