import { once } from 'node:events';
import type { HealthServer } from '../adapters/http/health-server.ts';
import { createPinoLog } from '../adapters/log/pino-log.ts';
import { faultCode } from '../core/model/fault-code.ts';
import type { Log } from '../pipeline/ports.ts';
import { exitWithFault } from './cli/fault.ts';
import { ConfigFault, configFromEnv } from './config/env.ts';
import { openContainer } from './container.ts';
import { missingSettings, type ProcessName, type Running, START } from './processes.ts';
import { type Progress, serveHealth } from './serve-health.ts';
import { stopSignal } from './stop-signal.ts';

/** Runs processes until a signal asks to stop; then in order: inbox, workers, housekeeping, queues, database. */
export async function runProcesses(names: readonly ProcessName[], onProgress?: (text: string) => void): Promise<void> {
  try {
    const config = configFromEnv();
    const missing = missingSettings(names, config);
    if (missing.length > 0) throw new ConfigFault(missing);
    const name = names.length === 1 ? String(names[0]) : 'all';
    const log = createPinoLog({ level: config.logLevel, process: name });
    endOnLooseFaults(log);
    const stop = stopSignal();
    const container = await openContainer(config, log, onProgress, name);
    const running: Running[] = [];
    const progress: Progress = { stage: 'starting', running };
    let server: HealthServer | undefined;
    try {
      server = await serveHealth(container, progress);
      for (const name of names) if (!stop.aborted) running.push(await START[name](container));
      progress.stage = 'running';
      log.info('running', { processes: names.join(' ') });
      if (!stop.aborted) await once(stop, 'abort');
      progress.stage = 'stopping';
      log.info('stopping');
    } finally {
      try {
        for (const process of running) await process.stop();
      } finally {
        await server?.close();
        await container.close();
      }
    }
  } catch (fault) {
    exitWithFault(fault);
  }
}

/** The main of one worker. */
export async function runWorker(name: ProcessName): Promise<void> {
  await runProcesses([name]);
}

/** A fault that nobody caught ends the process, as Node would, but without printing it: it may hold text of a mail. */
function endOnLooseFaults(log: Log): void {
  process.on('uncaughtException', (fault) => {
    log.error('a fault that nobody caught ends the process', { fault: faultCode(fault) });
    process.exit(1);
  });
}
