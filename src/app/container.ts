import type { QueueBackend } from '../adapters/bullmq/backend.ts';
import { type ClosableDoorbell, createDoorbell } from '../adapters/bullmq/doorbell.ts';
import { createMeter, type Meter } from '../adapters/metrics/meter.ts';
import { meteredStore } from '../adapters/metrics/metered.ts';
import type { PerformPorts } from '../pipeline/perform.ts';
import type { Clock, Log } from '../pipeline/ports.ts';
import { SYSTEM_CLOCK } from './clock.ts';
import type { Config } from './config/config.ts';
import { type MailServers, mailServers } from './mail-servers.ts';
import { openStorage, RENEW_EVERY_MS, type Storage } from './storage.ts';

/** What every process shares: the truth, the bell, a log and a clock. */
export interface Container {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly storage: Storage;
  readonly mailServers: MailServers;
  readonly backend: QueueBackend;
  readonly doorbell: ClosableDoorbell;
  readonly perform: PerformPorts;
  /** Counts what this process does. */
  readonly meter: Meter;
  /** After the processes have stopped: the bell, then the database. */
  close(): Promise<void>;
}

/** The composition root: built from the configuration, passed down, never imported by a room below. */
export async function openContainer(
  config: Config,
  log: Log,
  onProgress: (text: string) => void = () => undefined,
  processName = 'all',
): Promise<Container> {
  const clock = SYSTEM_CLOCK;
  const meter = createMeter({ process: processName, hasDefaults: config.http !== undefined });
  const storage = metered(await openStorage(config, { log, clock, onProgress }), meter, clock);
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
    mailServers: mailServers({ store: storage.stores.tokens, clock, log }),
    backend,
    doorbell,
    perform,
    meter,
    async close() {
      await doorbell.close();
      await storage.close();
    },
  };
}

/** The stores of the storage, with what they commit counted. */
function metered(storage: Storage, meter: Meter, clock: Clock): Storage {
  const { stores } = storage;
  return { ...storage, stores: { ...stores, consultations: meteredStore(stores.consultations, meter, clock) } };
}
