import { createPinoLog } from '../adapters/log/pino-log.ts';
import { exitWithFault } from './cli/fault.ts';
import { configFromEnv } from './config/env.ts';
import { openContainer } from './container.ts';
import { type ProcessName, type Running, START } from './processes.ts';

/** Runs processes until a signal asks to stop; then in order: inbox, workers, housekeeping, queues, database. */
export async function runProcesses(names: readonly ProcessName[], onProgress?: (text: string) => void): Promise<void> {
  try {
    const config = configFromEnv();
    const log = createPinoLog({ level: config.logLevel, process: names.length === 1 ? String(names[0]) : 'all' });
    const stopAsked = signalled();
    const container = await openContainer(config, log, onProgress);
    const running: Running[] = [];
    try {
      for (const name of names) running.push(await START[name](container));
      log.info('running', { processes: names.join(' ') });
      await stopAsked;
      log.info('stopping');
    } finally {
      for (const process of running) await process.stop();
      await container.close();
    }
  } catch (fault) {
    exitWithFault(fault);
  }
}

/** The main of one worker. */
export async function runWorker(name: ProcessName): Promise<void> {
  await runProcesses([name]);
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
