import { describe, expect, it } from 'vitest';
import { runThread, type ThreadMail } from '../../support/thread.ts';
import { CHOLANGIOGRAM, GALLBLADDER, HERNIA } from './notes.ts';

/** What the last reply of a thread says of changes, in text and HTML alike. */
async function toldBy(...mails: readonly (string | ThreadMail)[]) {
  const steps = await runThread(mails);
  const last = steps.at(-1);
  if (last?.answer?.kind !== 'case') throw new Error('expected a coded answer');
  const { changed } = last.answer;
  for (const item of changed?.items ?? []) {
    const words = item.replace(/\s+/g, ' ').slice(0, 60);
    expect(last.text).toContain(words);
    expect(last.html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'")).toContain(words);
  }
  return { ...last, because: changed?.because ?? '', items: changed?.items ?? [] };
}

describe('what a reply in the thread says of changes', () => {
  it('is headed, quotes what was told, and says why a code took the place of another', async () => {
    const { because, items, text, html } = await toldBy(GALLBLADDER, CHOLANGIOGRAM);
    expect(because).toBe(`Since our last answer you told us: "${CHOLANGIOGRAM}"`);
    expect(items).toEqual([
      '47562 is no longer billed: 47563 takes its place',
      expect.stringMatching(/^47563 is billed now: .*contrast pictures of the bile ducts were obtained/),
    ]);
    expect(text).toContain('WHAT CHANGED');
    expect(html).toContain('What changed');
  });

  it('names the code that took the place also beside another new one', async () => {
    const { items } = await toldBy(GALLBLADDER, `${CHOLANGIOGRAM}. ${HERNIA}`);
    expect(items).toContain('47562 is no longer billed: 47563 takes its place');
    expect(items).toContainEqual(expect.stringMatching(/^49591 is billed now: .*2 cm by the note/));
  });

  it('is measured against the newest answer, not the first', async () => {
    const { items } = await toldBy(GALLBLADDER, CHOLANGIOGRAM, HERNIA);
    expect(items).toEqual([expect.stringMatching(/^49591 is billed now/)]);
  });

  it('says what was taken back', async () => {
    const { items } = await toldBy(GALLBLADDER, CHOLANGIOGRAM, 'no cholangiogram was done after all');
    expect(items.slice(0, 2)).toEqual([
      `Taken back as you say: "${CHOLANGIOGRAM}"`,
      '47563 is no longer billed: 47562 takes its place',
    ]);
  });

  it('tells a modifier and the setting it comes from', async () => {
    const { items } = await toldBy(GALLBLADDER, 'role: assistant');
    expect(items).toContain('Role: surgeon before, assistant now');
    expect(items).toContainEqual(expect.stringMatching(/^47562 modifiers: none before, 80 now: 80: \w+/));
  });

  it('tells a setting that changes no code, and that it changes none', async () => {
    const { items } = await toldBy(GALLBLADDER, 'DOS: 2024-03-01, payer: commercial');
    expect(items).toEqual([
      'Service year: 2025 before, 2024 now',
      'Payer: medicare before, commercial now',
      'No code, modifier, unit or diagnosis is changed by it',
    ]);
  });

  it('shows no identifier of the mail', async () => {
    const { text, html } = await toldBy(
      GALLBLADDER,
      'Harriet Olmstead, MRN 4711081, also had her hernia repaired on 03/14/2025.',
    );
    for (const secret of ['Olmstead', '4711081', '03/14']) {
      expect(text).not.toContain(secret);
      expect(html).not.toContain(secret);
    }
  });

  it('is said of follow-ups only', async () => {
    const [first] = await runThread([GALLBLADDER]);
    expect(first?.answer).not.toHaveProperty('changed');
  });
});
