import { describe, expect, it } from 'vitest';
import type { CaseAnswer } from '../../../src/core/model/consultation.ts';
import { runThread } from '../../support/thread.ts';
import { FOLLOW_UPS, type FollowUp } from './follow-ups.ts';
import { OPERATIONS } from './operations.ts';

async function answered(...mails: readonly string[]): Promise<{ readonly answer: CaseAnswer; readonly text: string }> {
  const last = (await runThread(mails)).at(-1);
  if (last?.answer?.kind !== 'case') throw new Error('expected a coded answer');
  return { answer: last.answer, text: last.text };
}

/** `29881-RT`: a code with those of its modifiers that are asked for. */
function billed({ lines }: CaseAnswer, { leaves }: Pick<FollowUp, 'leaves'>): readonly string[] {
  return lines.map(({ code, modifiers }) => {
    const wanted = leaves.flatMap((label) => (label.startsWith(code) ? label.split('-').slice(1) : []));
    return [code, ...wanted.filter((modifier) => modifiers.some((each) => each === modifier))].join('-');
  });
}

describe('a follow-up in the words of a surgeon or a coder', () => {
  it.each(FOLLOW_UPS)('$of: $says', async (row) => {
    const { answer, text } = await answered(OPERATIONS[row.of].note, row.says);
    expect(billed(answer, row).toSorted()).toEqual([...row.leaves].sort());
    const modifiers: readonly string[] = answer.lines.flatMap((line) => line.modifiers);
    for (const gone of row.without ?? []) expect(modifiers).not.toContain(gone);
    const quotes = answer.lines.flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
    if (row.quotes !== undefined) expect(quotes.join('\n')).toContain(row.quotes);
    // The reply quotes the follow-up and tells what it changed, if only that it changed nothing.
    expect(text).toContain(`you told us: "${row.says}`);
    expect(answer.changed?.items.join('\n')).toMatch(row.tells === undefined ? /\w/ : new RegExp(row.tells));
  });

  it.each(Object.entries(OPERATIONS))('stands on a first answer: %s', async (_, { note, bills }) => {
    const [first] = await runThread([note]);
    const codes = first?.answer?.kind === 'case' ? billed(first.answer, { leaves: bills }) : [];
    expect(codes).toEqual(expect.arrayContaining([...bills]));
  });

  it('that changes words of the note says so and asks for an amended one', async () => {
    const { text, answer } = await answered(OPERATIONS.knee.note, 'It was the left knee, not the right.');
    expect(text).toContain('the words they change stand in [brackets]');
    expect(answer.changed?.items).toContainEqual(expect.stringMatching(/^29881 modifiers: RT before, LT now/));
    expect(answer.lines[0]?.evidence.map(({ quote }) => quote)).toEqual([
      '[left] knee arthroscopy with partial medial meniscectomy.',
      'It was the left knee, not the right.',
    ]);
  });

  it('corrects the follow-up before it', async () => {
    const codes = (
      await runThread([
        OPERATIONS.finger.note,
        'Sorry, it was the ring finger.',
        'No, the middle finger, not the ring finger.',
      ])
    ).map((step) => step.codes);
    expect(codes).toEqual(['26055-F6', '26055-F8', '26055-F7']);
  });

  it('is taken back by a later one', async () => {
    const steps = await runThread([OPERATIONS.gallbladder.note, 'plus IOC', 'No IOC after all.']);
    expect(steps.map(({ codes }) => codes)).toEqual(['47562', '47563', '47562']);
  });
});

const STALE = 'She also had a cholangiogram.';

describe('what a sender quotes in a way of his own', () => {
  it.each([
    `payer: commercial\n\nOn Tue, Jun 3, 2025 Dana Coder wrote:\n${STALE}`,
    `payer: commercial\n\nOn Tue Dana wrote:\n${STALE}`,
    `payer: commercial\n\nDana Coder wrote on 6/3/2025:\n${STALE}`,
    `payer: commercial\n\nYou wrote:\n${STALE}`,
    `On Tue you wrote:\n${STALE}\n\npayer: commercial`,
    `payer: commercial\n\nMy last mail said:\n"${STALE}"`,
    `payer: commercial\n\n-----\n${STALE}\n-----`,
    `payer: commercial\n\n--- previous message ---\n${STALE}\n--- end ---`,
    `payer: commercial\n\n-----Original Message-----\n${STALE}`,
    `| ${STALE}\n\npayer: commercial`,
    `payer: commercial\n\nFrom: Dana\nSent: Tuesday\nTo: Desk\nSubject: Op note\n\n${STALE}`,
  ])('is no news: %j', async (mail) => {
    const [, step] = await runThread([OPERATIONS.gallbladder.note, mail]);
    expect(step?.codes).toBe('47562');
    expect(step?.text).toContain('Payer: medicare before, commercial now');
  });

  it('does not swallow the words between two of his own', async () => {
    const [, step] = await runThread([OPERATIONS.gallbladder.note, `You wrote:\nno duct picture\n\n${STALE}`]);
    expect(step?.codes).toBe('47563');
  });
});
