import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../../src/app/library.ts';
import { verifyChoice } from '../../../../src/core/draft/verify-draft.ts';
import type { Draft } from '../../../../src/core/model/draft.ts';
import type { IsoDate } from '../../../../src/core/model/ids.ts';
import type { EngineLibrary } from '../../../../src/core/retrieve/engine-library.ts';
import { applyRules } from '../../../../src/core/rules/apply-rules.ts';
import { CIRCUMSTANCE_NOTES, type CircumstanceNote } from '../../../support/circumstance-notes.ts';
import { codeNote, labels } from '../../../support/code-a-note.ts';
import { OFFICIAL_ROWS } from '../../../support/official-rows.ts';

const DAY = '2025-11-03' as IsoDate;
/** Codes that senders of these notes name. */
const EARLIER = ['27447', '35301'];
const SIDE = /^(LT|RT|50)$/;
const ABOUT_MODIFIERS =
  /^(stopped|greater-work|prior-operation|own-work|decision|in-global|split-care|care-after|repeated)\b/;

let library: EngineLibrary;
beforeAll(async () => {
  library = await openLibrary();
});

async function answered({ note, sender, priorOperationOn }: CircumstanceNote): Promise<Draft> {
  const facts = { dateOfService: DAY, priorOperationOn: priorOperationOn as IsoDate | undefined };
  const asked = { sender: sender ?? '', facts };
  const drafted = codeNote(note, library, asked).draft.lines.map(({ code }) => code);
  const official = await OFFICIAL_ROWS.forCodes([...drafted, ...EARLIER], DAY);
  return codeNote(note, library, { ...asked, official }).ruled;
}

describe('the circumstances of an operation decide its modifiers', () => {
  it.each(CIRCUMSTANCE_NOTES.map((each) => [each.name, each] as const))('%s', async (_, wanted) => {
    const claim = await answered(wanted);
    const held = (at: number) => (claim.lines[at]?.held === undefined ? '' : ' (held)');
    expect(labels(claim).map((line, at) => `${line}${held(at)}`)).toEqual(wanted.lines);
    const judged = claim.rubrics.filter(({ modifier }) => !SIDE.test(modifier));
    expect(judged.map(({ modifier, verdict }) => `${modifier} ${verdict}`)).toEqual(wanted.rubrics);
    expect(claim.questions.map(({ id }) => id).filter((id) => ABOUT_MODIFIERS.test(id))).toEqual(wanted.asks ?? []);
    const found = claim.findings.map(({ severity, rule }) => `${severity} ${rule}`);
    for (const finds of wanted.finds ?? []) expect(found).toContain(finds);
  });

  it.each(CIRCUMSTANCE_NOTES.map((each) => [each.name, each] as const))('quotes the note: %s', async (_, wanted) => {
    const { rubrics, questions } = await answered(wanted);
    const quotes = rubrics.flatMap(({ criteria }) => criteria.flatMap(({ quote }) => quote ?? []));
    for (const { quote, start, end } of quotes) expect(wanted.note.slice(start, end)).toBe(quote);
    for (const question of questions.filter(({ id, to }) => to === 'surgeon' && ABOUT_MODIFIERS.test(id))) {
      const sent = [question.text, ...question.options].join('\n');
      expect(sent).not.toMatch(/\b\d{5}\b|\bRVU\b|modifier|\$/i);
      expect(question.options.at(-1)).toBe('other / cannot be determined');
    }
  });
});

describe('a claim chosen by a model', () => {
  it('is held against the same criteria: 79 comes off a return for a bleeding, and 78 stands', () => {
    const [bleeding] = CIRCUMSTANCE_NOTES;
    const { draft, candidates, context } = codeNote(bleeding?.note ?? '', library);
    const quotes = ['Evacuation of hematoma, left neck.'];
    const choice = { lines: [{ code: '35800', modifiers: ['79'], units: 1, quotes }] };
    const chosen = verifyChoice(choice, candidates, context.note, draft, new Map());
    const claim = applyRules(chosen.draft, context);
    expect(labels(claim)).toEqual(['35800-78']);
    expect(claim.rubrics.map(({ modifier, verdict }) => `${modifier} ${verdict}`)).toEqual([
      '79 not earned',
      '78 earned',
    ]);
  });

  it('tells each modifier once when the rules run again', async () => {
    for (const each of CIRCUMSTANCE_NOTES) {
      const { context } = codeNote(each.note, library, { sender: each.sender ?? '' });
      const once = applyRules(await answered(each), context);
      const again = applyRules(once, context);
      expect(again.rubrics.length).toBe(once.rubrics.length);
      expect(labels(again)).toEqual(labels(once));
    }
  });
});
