import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codingPorts } from '../../src/app/coding-ports.ts';
import { configFromEnv } from '../../src/app/config/env.ts';
import { consultOnce } from '../../src/app/consult-once.ts';
import { answerCase } from '../../src/app/evaluation/answer-case.ts';
import { readSet } from '../../src/app/evaluation/read-set.ts';
import { openLibrary } from '../../src/app/library.ts';
import { openReaders, type Readers } from '../../src/app/readers.ts';
import { scoreSet } from '../../src/core/eval/score.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { bodyAsMail } from '../../src/pipeline/as-mail.ts';
import type { CodingPorts } from '../../src/pipeline/consult.ts';

const SETS = ['notes', 'stress', 'unlabelled'] as const;
const TODAY = '2025-07-01' as IsoDate;

let ports: CodingPorts;
let readers: Readers;

beforeAll(async () => {
  const config = configFromEnv({});
  ports = await codingPorts(config, await openLibrary());
  readers = openReaders(config);
});
afterAll(async () => {
  await readers.close();
});

async function textsOf(set: (typeof SETS)[number]): Promise<{ readonly id: string; readonly text: string }[]> {
  const lines = (await readFile(`../shared/eval/${set}.jsonl`, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line));
}

describe('real operative notes', () => {
  it.each(SETS)('answers every note of %s as a mail, with quotes that stand in the note', async (set) => {
    for (const { id, text } of await textsOf(set)) {
      const headers = 'From: coder@clinic.example\r\nTo: consult@consult.example\r\nSubject: case\r\n';
      const source = bodyAsMail(Buffer.from(text), 'plain', headers);
      const { kind, answer } = await consultOnce(source, TODAY, {
        readers,
        coding: ports,
        ownAddress: 'consult@consult.example',
      });
      expect(answer, `${set} ${id} ${kind}`).toBeDefined();
      if (answer?.kind !== 'case') continue;
      for (const line of answer.lines) {
        expect(line.evidence.length, `${set} ${id} ${line.code}`).toBeGreaterThan(0);
        expect(line.units, `${set} ${id} ${line.code}`).toBeGreaterThan(0);
      }
    }
  });

  it('reaches the accuracy of this stage on the development set', async () => {
    const cases = await readSet('../shared/eval/notes.jsonl');
    const answers = [];
    for (const { key, text } of cases) answers.push(await answerCase(key.id, text, ports));
    const report = scoreSet(
      cases.map(({ key }) => key),
      answers,
    );
    console.log(`exact ${report.wholeCaseExact.toFixed(3)}, recall at 20 ${report.candidateRecallAt20.toFixed(3)}`);
    expect(report.candidateRecallAt20).toBeGreaterThanOrEqual(0.6);
    expect(report.wholeCaseExact).toBeGreaterThanOrEqual(0.2);
  });
});
