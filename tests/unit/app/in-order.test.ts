import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from '../../../src/app/cli/in-order.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let index = 0; index < count; index += 1) yield index;
}

test('results come in the order of the items, however long each takes, and never too many run at once', async () => {
  let running = 0;
  let most = 0;
  const results: number[] = [];
  const work = async (item: number): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    await setTimeout((7 - item) % 3);
    running -= 1;
    return item * 2;
  };
  for await (const result of inOrder(numbers(7), 3, work)) results.push(result);
  expect(results).toEqual([0, 2, 4, 6, 8, 10, 12]);
  expect(most).toBe(3);
});

test('a fault of one item ends the work with that fault', async () => {
  const read = async () => {
    for await (const _ of inOrder(numbers(5), 2, (item) =>
      item === 1 ? Promise.reject(new Error('one')) : Promise.resolve(),
    )) {
      // The first result comes before the fault.
    }
  };
  await expect(read()).rejects.toThrow('one');
});
