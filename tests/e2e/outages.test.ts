import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
/** Mails that were delivered before the present test. */
let before = 0;
afterEach(async () => {
  service.sink.always(undefined);
  before = (await service.consultations()).length;
});
afterAll(async () => {
  await service?.stop();
});

async function deliver(count: number, name: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  for (const id of ids) await service.dovecot.deliver(caseMail({ id }));
  return ids;
}

function repliesTo(ids: readonly string[]): string[] {
  return service.sink.mails.map(({ source }) => inReplyTo(source) ?? '').filter((id) => ids.includes(id));
}

async function expectEachAnsweredOnce(ids: readonly string[]): Promise<void> {
  await service.settled(before + ids.length, 120_000);
  expect(repliesTo(ids).sort()).toEqual([...ids].sort());
}

describe('outages of what the service stands on', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
    service = await startService({ postgres });
  });
  afterAll(async () => {
    await service?.stop();
    await postgres?.stop();
  });

  it('loses and doubles nothing when IMAP lines are cut and Dovecot is killed', async () => {
    const ids = await deliver(5, 'imap');
    for (let cut = 0; cut < 5; cut += 1) {
      service.imapLine.cut();
      await service.dovecot.killChildren();
      ids.push(...(await deliver(1, `imap-cut-${cut}`)));
    }
    await expectEachAnsweredOnce(ids);
  });

  it('goes on when Redis comes back empty', async () => {
    const ids = await deliver(5, 'redis-before');
    await service.redis.kill();
    ids.push(...(await deliver(5, 'redis-down')));
    await service.redis.start();
    ids.push(...(await deliver(2, 'redis-after')));
    await expectEachAnsweredOnce(ids);
  });

  it('goes on when PostgreSQL is killed in the middle, twice', async () => {
    const ids = await deliver(3, 'pg-before');
    await postgres.kill();
    ids.push(...(await deliver(3, 'pg-between')));
    await service.settled(before + 1, 120_000);
    ids.push(...(await deliver(3, 'pg-after')));
    await postgres.kill();
    await expectEachAnsweredOnce(ids);
  });
});

describe('a mail server that refuses', () => {
  beforeAll(async () => {
    service = await startService();
    before = 0;
  });

  it('tries again after 451 and sends once', async () => {
    service.sink.script({ does: 'refuse', code: 451, at: 'recipient' }, { does: 'refuse', code: 451, at: 'data' });
    const ids = await deliver(1, 'greylisted');
    await expectEachAnsweredOnce(ids);
  });

  it('waits for a server that takes longer than the lease of the work, and sends once', async () => {
    const transactions = service.sink.transactions();
    service.sink.script({ does: 'accept', afterMs: 12_000 });
    await expectEachAnsweredOnce(await deliver(1, 'slow'));
    expect(service.sink.transactions() - transactions).toBe(1);
  });

  it('stops at 550 with an alert', async () => {
    const transactions = service.sink.transactions();
    service.sink.always({ does: 'refuse', code: 550, at: 'recipient' });
    await deliver(1, 'refused');
    const all = await service.settled(before + 1);
    expect(all.at(-1)?.status).toBe('failed');
    expect(service.sink.transactions() - transactions).toBe(1);
    expect(service.output()).toContain('the mail server refused the reply');
  });

  it('holds as unknown, and never sends again, when the line falls after DATA', async () => {
    service.sink.script({ does: 'drop-after-data' });
    const ids = await deliver(1, 'dropped');
    const all = await service.settled(before + 1);
    expect(all.at(-1)?.status).toBe('held');
    expect(repliesTo(ids)).toEqual(ids);
    expect(service.output()).toContain('delivery unknown');
  });
});
