import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseMail, inReplyTo } from '../support/mails.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;

beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  await service?.stop();
});

async function deliver(count: number, name: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `${name}-${index}`);
  for (const id of ids) await service.dovecot.deliver(caseMail({ id }));
  return ids;
}

async function expectEachAnsweredOnce(ids: readonly string[]): Promise<void> {
  await service.settled(ids.length, 120_000);
  const answered = service.sink.mails.map(({ source }) => inReplyTo(source));
  expect([...answered].sort()).toEqual([...ids].sort());
}

describe('outages of what the service stands on', () => {
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

  it('goes on when PostgreSQL drops every connection in the middle', async () => {
    const ids = await deliver(3, 'pg-before');
    await dropConnections();
    ids.push(...(await deliver(3, 'pg-between')));
    await dropConnections();
    await expectEachAnsweredOnce(ids);
  });
});

/** What a fast restart of the server does to its clients. */
async function dropConnections(): Promise<void> {
  const { sql } = await import('kysely');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(service.db);
}

describe('a mail server that refuses', () => {
  it('tries again after 451 and sends once', async () => {
    service.sink.script({ does: 'refuse', code: 451, at: 'recipient' }, { does: 'refuse', code: 451, at: 'data' });
    const ids = await deliver(1, 'greylisted');
    await expectEachAnsweredOnce(ids);
  });

  it('stops at 550 with an alert', async () => {
    service.sink.always({ does: 'refuse', code: 550, at: 'recipient' });
    await deliver(1, 'refused');
    const [consultation] = await service.settled(1);
    expect(consultation?.status).toBe('failed');
    expect(service.sink.transactions()).toBe(1);
    expect(service.output()).toContain('the mail server refused the reply');
  });

  it('holds as unknown, and never sends again, when the line falls after DATA', async () => {
    service.sink.script({ does: 'drop-after-data' });
    await deliver(1, 'dropped');
    const [consultation] = await service.settled(1);
    expect(consultation?.status).toBe('held');
    expect(service.sink.mails.length).toBe(1);
    expect(service.output()).toContain('delivery unknown');
  });
});
