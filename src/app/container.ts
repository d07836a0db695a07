import type { QueueBackend } from '../adapters/bullmq/backend.ts';
import { type ClosableDoorbell, createDoorbell } from '../adapters/bullmq/doorbell.ts';
import type { PerformPorts } from '../pipeline/perform.ts';
import type { Clock, Log } from '../pipeline/ports.ts';
import { SYSTEM_CLOCK } from './clock.ts';
import type { Config } from './config/config.ts';
import { openStorage, RENEW_EVERY_MS, type Storage } from './storage.ts';

/** What every process shares: the truth, the bell, a log and a clock. */
export interface Container {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly backend: QueueBackend;
  readonly doorbell: ClosableDoorbell;
  readonly perform: PerformPorts;
  /** After the processes have stopped: the bell, then the database. */
  close(): Promise<void>;
}

/** The composition root: built from the configuration, passed down, never imported by a room below. */
export async function openContainer(
  config: Config,
  log: Log,
  onProgress: (text: string) => void = () => undefined,
): Promise<Container> {
  const clock = SYSTEM_CLOCK;
  const storage = await openStorage(config, { log, clock, onProgress });
  const backend: QueueBackend =
    config.queue.kind === 'redis'
      ? { kind: 'redis', url: config.queue.url.reveal() }
      : { kind: 'postgres', url: storage.url };
  const doorbell = createDoorbell({ backend, log });
  const perform: PerformPorts = {
    store: storage.stores.consultations,
    doorbell,
    log,
    clock,
    renewEveryMs: RENEW_EVERY_MS,
  };
  return {
    config,
    log,
    clock,
    storage,
    backend,
    doorbell,
    perform,
    async close() {
      await doorbell.close();
      await storage.close();
    },
  };
}
