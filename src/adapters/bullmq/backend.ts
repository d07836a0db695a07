import { createPostgresBackend, type JobsOptions, Queue, Worker, type WorkerOptions, withBackend } from 'bullmq';
import { z } from 'zod';
import type { ConsultationId } from '../../core/model/ids.ts';
import type { WorkStage } from '../../pipeline/ports.ts';

/** Where the queues live. Both behave alike; the contract suite runs on both. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  readonly url: string;
  /** Keeps the queues of several installations apart. @default `caseconsult_queue` */
  readonly namespace?: string;
}

/** All that a job carries: PostgreSQL holds the truth. Parsed when it is sent and when it arrives. */
export const jobPayload = z.strictObject({
  consultationId: z.uuid().transform((id) => id as ConsultationId),
});
export type JobPayload = z.input<typeof jobPayload>;

const DEFAULT_NAMESPACE = 'caseconsult_queue';
const RECONNECT_AT_MOST_MS = 2_000;
/** Queues and workers of one process took half of PostgreSQL's connections with the default of ten each. */
const POOL_CONNECTIONS = 2;

/**
 * A finished job leaves at once: while BullMQ keeps it, adding its id again would do nothing.
 * One attempt: retries are counted in PostgreSQL and rung again.
 */
const JOB_DEFAULTS: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

export function openQueue(backend: QueueBackend, stage: WorkStage) {
  const namespace = backend.namespace ?? DEFAULT_NAMESPACE;
  if (backend.kind === 'postgres') {
    const onPostgres = withBackend(createPostgresBackend);
    return new onPostgres.Queue<JobPayload>(stage, {
      connection: postgresConnection(backend.url, namespace),
      defaultJobOptions: JOB_DEFAULTS,
    });
  }
  return new Queue<JobPayload>(stage, {
    prefix: namespace,
    // A producer fails fast: a ring that cannot be heard now is rung again by housekeeping.
    connection: { ...redisConnection(backend.url), maxRetriesPerRequest: 1, enableOfflineQueue: false },
    defaultJobOptions: JOB_DEFAULTS,
  });
}

export function openWorker(
  backend: QueueBackend,
  stage: WorkStage,
  perform: (data: unknown) => Promise<void>,
  concurrency: number,
) {
  const namespace = backend.namespace ?? DEFAULT_NAMESPACE;
  const options: Omit<WorkerOptions, 'connection'> = {
    concurrency,
    // A worker that was killed is replaced within ten seconds; a live one renews its lock by itself.
    lockDuration: 5_000,
    stalledInterval: 5_000,
    // By default the second SIGKILL would fail the job. Attempts are counted in PostgreSQL.
    maxStalledCount: 1_000_000,
    runRetryDelay: 1_000,
  };
  const process = (job: { readonly data: JobPayload }): Promise<void> => perform(job.data);
  if (backend.kind === 'postgres') {
    const onPostgres = withBackend(createPostgresBackend);
    const connection = postgresConnection(backend.url, namespace);
    return new onPostgres.Worker<JobPayload, void>(stage, process, { ...options, connection });
  }
  const connection = { ...redisConnection(backend.url), maxRetriesPerRequest: null };
  return new Worker<JobPayload, void>(stage, process, { ...options, prefix: namespace, connection });
}

function postgresConnection(url: string, schema: string) {
  return {
    connectionString: url,
    schema,
    migrate: true,
    max: POOL_CONNECTIONS,
    // Also how long a query may wait for one of the few connections.
    connectionTimeoutMillis: 10_000,
  };
}

function redisConnection(url: string) {
  return { url, retryStrategy: (times: number) => Math.min(times * 100, RECONNECT_AT_MOST_MS) };
}
