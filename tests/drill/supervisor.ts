import { setTimeout as sleep } from 'node:timers/promises';
import { PROCESS_NAMES, type ProcessName } from '../../src/app/processes.ts';
import type { TestService } from '../support/service.ts';
import type { Victims } from './kills.ts';

/** Keeps the five workers running, as systemd or Docker does, and notes which ended without being killed. */
export interface Supervisor extends Pick<Victims, 'restart' | 'whileDown'> {
  endedThemselves(): readonly string[];
  watch(isOver: () => boolean): Promise<void>;
}

const LOOK_EVERY_MS = 500;

export function watchOver(service: TestService): Supervisor {
  const down = new Set<ProcessName>();
  const ended: string[] = [];

  async function restart(name: ProcessName): Promise<void> {
    for (;;) {
      try {
        await service.start(name);
        return;
      } catch {
        // It cannot start while the database is down; or it is too slow, and is there still.
        await service.kill(name);
        await sleep(LOOK_EVERY_MS);
      }
    }
  }

  async function whileDown(name: ProcessName, work: () => Promise<void>): Promise<void> {
    down.add(name);
    await work();
    down.delete(name);
  }

  return {
    restart,
    whileDown,
    endedThemselves: () => ended,
    async watch(isOver) {
      while (!isOver()) {
        for (const name of PROCESS_NAMES.filter((one) => !down.has(one) && service.pid(one) === undefined)) {
          ended.push(name);
          await whileDown(name, () => restart(name));
        }
        await sleep(LOOK_EVERY_MS);
      }
    },
  };
}
