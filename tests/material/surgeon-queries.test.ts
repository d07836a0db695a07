import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { NO_OFFICIAL_DATA } from '../../src/app/coding-ports.ts';
import { surgeonQuestions } from '../support/questions-of.ts';

it.each(['notes', 'stress', 'unlabelled'])(
  'every query to a surgeon over the notes of %s quotes the note, leaves a way out, and holds no code and no money',
  async (set) => {
    const lines = (await readFile(`../shared/eval/${set}.jsonl`, 'utf8')).split('\n').filter((line) => line !== '');
    const faults: string[] = [];
    let asked = 0;
    for (const { id, text } of lines.map((line): { readonly id: string; readonly text: string } => JSON.parse(line))) {
      for (const { question, faults: found } of await surgeonQuestions(text, NO_OFFICIAL_DATA)) {
        asked += 1;
        faults.push(...found.map((fault) => `${id} ${question.id}: ${fault}`));
      }
    }
    expect(asked).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  },
);
