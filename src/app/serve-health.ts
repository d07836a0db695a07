import { type HealthServer, startHealthServer } from '../adapters/http/health-server.ts';
import { faultCode } from '../core/model/fault-code.ts';
import { ConfigFault } from './config/env.ts';
import type { Container } from './container.ts';
import type { Running } from './processes.ts';
import { askParts, databaseState } from './readiness.ts';

/** How far this process is: it is ready between the two. */
export interface Progress {
  stage: 'starting' | 'running' | 'stopping';
  readonly running: readonly Running[];
}

/**
 * Serves health, readiness and metrics of this process where HTTP_PORT says so. It is there before the work starts, so
 * that a start that hangs shows. Throws a ConfigFault when the address cannot be listened on.
 */
export async function serveHealth(container: Container, progress: Progress): Promise<HealthServer | undefined> {
  const { config, storage, doorbell, meter, log } = container;
  if (config.http === undefined) return undefined;
  const report = {
    ready: () =>
      askParts({
        process: () => (progress.stage === 'running' ? 'ok' : progress.stage),
        database: () => databaseState(storage.db),
        queue: async () => {
          await doorbell.probe();
          return 'ok';
        },
        ...Object.assign({}, ...progress.running.map(({ parts }) => parts ?? {})),
      }),
    metrics: () => meter.text(),
  };
  try {
    const server = await startHealthServer(config.http, report);
    log.info('health and metrics are served', { port: server.port });
    return server;
  } catch (fault) {
    throw new ConfigFault([{ name: 'HTTP_PORT', what: `cannot be listened on (${faultCode(fault)})` }]);
  }
}
