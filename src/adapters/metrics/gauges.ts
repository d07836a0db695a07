import { Gauge, type Registry } from 'prom-client';
import { ATTENTION_KINDS } from '../../core/model/attention.ts';
import type { MailboxHealth } from '../../pipeline/mailbox-port.ts';
import type { WorkStage } from '../../pipeline/ports.ts';
import type { OpenWork } from '../../pipeline/watching-port.ts';

const STAGES: readonly WorkStage[] = ['intake', 'coding', 'reply'];

/** How the line to the mailbox stands, told by the watch and asked by the scrape. */
export interface WatchedMailbox extends MailboxHealth {
  isConnected(): boolean;
  /** Undefined before the first sweep came to its end. */
  syncAgeSeconds(): number | undefined;
}

export function mailboxGauges(registry: Registry): WatchedMailbox {
  let connected = false;
  let syncedAt: number | undefined;
  const syncAgeSeconds = () => (syncedAt === undefined ? undefined : (performance.now() - syncedAt) / 1000);
  const registers = [registry];
  new Gauge({
    name: 'caseconsult_imap_connected',
    help: '1 while the mailbox is open.',
    registers,
    collect() {
      this.set(connected ? 1 : 0);
    },
  });
  new Gauge({
    name: 'caseconsult_imap_sync_age_seconds',
    help: 'Time since the mailbox was last swept to its end; absent before the first time.',
    registers,
    collect() {
      const age = syncAgeSeconds();
      // A gauge without a value would be printed as 0, which is the best age there is.
      if (age === undefined) this.remove();
      else this.set(age);
    },
  });
  return {
    opened: () => {
      connected = true;
    },
    synced: () => {
      syncedAt = performance.now();
    },
    lost: () => {
      connected = false;
    },
    isConnected: () => connected,
    syncAgeSeconds,
  };
}

const ASK_AGAIN_MS = 3_000;

/** The gauges of open work; the function asks and sets them. */
export function openWorkGauges(registry: Registry, ask: () => Promise<OpenWork>): () => Promise<void> {
  const cached = atMostEvery(ASK_AGAIN_MS, ask);
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `caseconsult_${name}`, help, labelNames, registers: [registry] });
  const known = gauge('open_work_known', '0 when the database could not be asked; then the next gauges are absent.');
  const depth = gauge('queue_depth', 'Consultations that wait or run, by stage.', ['stage', 'status']);
  const oldest = gauge('oldest_open_seconds', 'Age of the oldest mail that waits or runs; 0 when none does.');
  const held = gauge('attention', 'Consultations that wait for a person, by why (caseconsult cases list).', ['kind']);
  const expiring = gauge('attention_expiring', 'Of these, the ones whose raw mail is purged within a day.');
  return async () => {
    const work = await cached().catch(() => undefined);
    known.set(work === undefined ? 0 : 1);
    // What was true before the fault may be wrong now.
    for (const each of [depth, held]) each.reset();
    for (const each of [oldest, expiring]) each.remove();
    if (work === undefined) return;
    for (const stage of STAGES) {
      for (const status of ['waiting', 'running']) depth.set({ stage, status }, 0);
    }
    for (const kind of ATTENTION_KINDS) held.set({ kind }, 0);
    for (const { stage, status, count } of work.open) depth.set({ stage, status }, count);
    for (const { kind, count } of work.attention) held.set({ kind }, count);
    oldest.set(work.oldestSeconds);
    expiring.set(work.expiring);
  };
}

/** Two scrapes within that time share one answer, and a fault is not kept. */
function atMostEvery<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | undefined;
  return () => {
    if (last === undefined || performance.now() - last.at > ms) last = { at: performance.now(), answer: ask() };
    const { answer } = last;
    answer.catch(() => {
      if (last?.answer === answer) last = undefined;
    });
    return answer;
  };
}
