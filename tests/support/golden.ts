import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares with a stored file. UPDATE_GOLDEN=1 writes it; the change is then read as a diff. */
export function expectGolden(file: URL, content: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, content);
  }
  expect(content).toBe(readFileSync(file, 'utf8'));
}
