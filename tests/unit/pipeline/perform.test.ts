import { describe, expect, it } from 'vitest';
import type { ConsultationId } from '../../../src/core/model/ids.ts';
import { perform } from '../../../src/pipeline/perform.ts';
import type { Doorbell, WorkStage } from '../../../src/pipeline/ports.ts';
import { TryAgain } from '../../../src/pipeline/try-again.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { ATTEMPTS, accepted, receiveSome, STORE_KINDS, testClock } from '../../support/stores.ts';

async function room() {
  const clock = testClock();
  const { stores } = await STORE_KINDS[0].open(clock);
  const rung: { readonly stage: WorkStage; readonly id: ConsultationId; readonly delayMs: number | undefined }[] = [];
  const doorbell: Doorbell = { ring: async (stage, id, delayMs) => void rung.push({ stage, id, delayMs }) };
  const log = recordingLog();
  const ports = { store: stores.consultations, doorbell, log, clock, renewEveryMs: 60_000 };
  return { clock, stores, rung, log, ports, id: await receiveSome(stores) };
}

describe('performing a stage', () => {
  it('rings for the next stage after the commit', async () => {
    const { ports, rung, id, stores } = await room();
    await perform(
      'intake',
      id,
      async (claim) => {
        expect(await stores.consultations.finishIntake(claim, accepted)).toBe(true);
        expect(rung).toEqual([]);
        return 'coding';
      },
      ports,
    );
    expect(rung).toEqual([{ stage: 'coding', id, delayMs: undefined }]);
  });

  it('does nothing when somebody else has the stage', async () => {
    const { ports, id } = await room();
    let calls = 0;
    const count = async () => {
      calls += 1;
      return undefined;
    };
    const work = async () => {
      await count();
      await perform('intake', id, count, ports);
      return undefined;
    };
    await perform('intake', id, work, ports);
    expect(calls).toBe(1);
  });

  it('gives a faulty stage back and rings for it later', async () => {
    const { ports, rung, id, clock } = await room();
    const fail = async () => {
      throw new TryAgain('the server is busy');
    };
    await perform('intake', id, fail, ports);
    expect(rung).toEqual([{ stage: 'intake', id, delayMs: 1_000 }]);
    let calls = 0;
    const count = async () => {
      calls += 1;
      return undefined;
    };
    await perform('intake', id, count, ports);
    expect(calls, 'not before it is due').toBe(0);
    clock.pass(1_000);
    await perform('intake', id, count, ports);
    expect(calls).toBe(1);
  });

  it('waits to an agreed time as often as it takes, without using up the attempts', async () => {
    const { ports, rung, id, clock } = await room();
    let calls = 0;
    const wait = async () => {
      calls += 1;
      throw new TryAgain('not its turn', new Date(clock.now().getTime() + 7_000));
    };
    for (let turn = 0; turn < ATTEMPTS * 2; turn += 1) {
      await perform('intake', id, wait, ports);
      clock.pass(7_000);
    }
    expect(calls).toBe(ATTEMPTS * 2);
    expect(rung[0]).toEqual({ stage: 'intake', id, delayMs: 7_000 });
  });

  it('holds the case with an alert after the last attempt', async () => {
    const { ports, rung, id, clock, log } = await room();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      await perform('intake', id, () => Promise.reject(new Error('boom')), ports);
      clock.pass(3_600_000);
    }
    expect(log.lines.filter(({ level }) => level === 'error').map(({ event }) => event)).toEqual([
      'consultation held after its last attempt',
    ]);
    expect(rung.length).toBe(ATTEMPTS - 1);
  });

  it('logs the class of a fault and never its message', async () => {
    const { ports, id, log } = await room();
    await perform('intake', id, () => Promise.reject(new TypeError('Harriet Olmstead')), ports);
    expect(JSON.stringify(log.lines)).toContain('TypeError');
    expect(JSON.stringify(log.lines)).not.toContain('Olmstead');
  });

  it('loses nothing when the bell cannot be rung', async () => {
    const { ports, id, stores, log } = await room();
    const deaf = { ...ports, doorbell: { ring: () => Promise.reject(new Error('queue away')) } };
    await perform(
      'intake',
      id,
      async (claim) => {
        await stores.consultations.finishIntake(claim, accepted);
        return 'coding';
      },
      deaf,
    );
    expect(await stores.consultations.due(10)).toEqual([{ id, stage: 'coding' }]);
    expect(log.lines.map(({ event }) => event)).toContain('the bell could not be rung; housekeeping will');
  });
});
