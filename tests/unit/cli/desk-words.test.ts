import { expect, test } from 'vitest';
import { deskWords } from '../../../src/app/cli/desk-words.ts';
import type { DeskEntry } from '../../../src/pipeline/desk-port.ts';

function waiting(attempts: number, reason: string | undefined): string {
  const entry: Partial<DeskEntry> = { status: 'waiting', stage: 'reply', attempts, reason, attention: undefined };
  return deskWords(entry as DeskEntry).why;
}

test('a reply that waits says why, also where the wait was no try', () => {
  expect(waiting(0, 'the domain is throttled')).toBe('waits for reply: the domain is throttled');
  expect(waiting(2, 'no connection')).toBe('waits for reply after 2 tries: no connection');
});

test('work that was not begun has no reason yet', () => {
  expect(waiting(0, undefined)).toBe('waits for reply');
});
