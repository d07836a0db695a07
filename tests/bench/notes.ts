import { join } from 'node:path';
import { codingPorts } from '../../src/app/coding-ports.ts';
import { configFromEnv } from '../../src/app/config/env.ts';
import { answerCase } from '../../src/app/evaluation/answer-case.ts';
import { readSet } from '../../src/app/evaluation/read-set.ts';
import { openLibrary } from '../../src/app/library.ts';
import type { OfficialTexts } from '../../src/core/model/official.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { medianRound, printTimes, withOfficial } from './with-official.ts';

const NOTES = join(import.meta.dirname, '..', '..', '..', 'shared', 'eval', 'notes.jsonl');
const ROUNDS = 3;
const AIM_MS = 50;

/** Milliseconds to code an operative note in a worker that has coded some before, with the official rows in PostgreSQL. */
export function measureNotes(): Promise<void> {
  return withOfficial('notes', measure);
}

async function measure(official: OfficialData, texts: OfficialTexts | undefined): Promise<void> {
  const ports = await codingPorts(configFromEnv({}), await openLibrary(texts), official);
  const cases = await readSet(NOTES, {});
  const first = [];
  for (const { key, text } of cases) first.push(await medianRound(1, () => answerCase(key.id, text, ports)));
  const later = [];
  for (const { key, text } of cases) later.push(await medianRound(ROUNDS, () => answerCase(key.id, text, ports)));
  process.stdout.write(`notes: ${cases.length} operative notes, aim: half of them under ${AIM_MS} ms\n`);
  printTimes('first time', first);
  printTimes('worker at work', later);
}
