import type { ClaimLine, Criterion, Draft, Evidence, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from './criteria.ts';
import { judgeInTurn, type ModifierJudge } from './judge-modifier.ts';
import { isVisit } from './visit-codes.ts';

const AUTHORITY = 'CPT modifiers 76, 77, 91; Medicare Claims Processing Manual ch. 16, 100.5.1';

const AGAIN =
  /\b(repeat(ed)?|again|second (time|study|film|set|attempt|cardioversion)|third time) (\w+ ){0,6}(later|same day|this (afternoon|evening)|hours? (later|after)|today)\b|\b(later (that|the|this) (same )?(day|afternoon|evening|morning)|(hours?|minutes) later) (\w+ ){0,8}(repeat(ed)?|again|second|another)\b|\brepeat(ed)? (\w+ ){0,4}(at \d|after (reduction|treatment|tube|line|cardioversion))/;
const BY_OTHER =
  /\b(first|earlier|initial|previous) (\w+ ){0,6}(by (dr|doctor|another|a different|my partner|the (night|day|other)))\b|\b(originally|initially|earlier) (done|performed|read) by\b/;
const NEW_RESULT =
  /\b(serial|every \w+ hours|to follow|follow the|monitor\w*|trend(ed|ing)?|repeat(ed)? (level|troponin|glucose|potassium|hemoglobin|lactate))\b/;
const RERUN =
  /\b(re ?run|hemolyzed|(specimen|quantity) (was )?(not sufficient|insufficient|clotted)|equipment (failure|problem|malfunction)|to confirm (the )?(initial |first )?result|lab(oratory)? error)\b/;
/** Laboratory; anatomic pathology and the rest of the section are not repeated tests. */
const LABORATORY = /^8(0\d{3}|[1-7]\d{3}|9[0-3]\d{2})$/;

/** 76 and 77: the same service once more on one day; 91: a laboratory test for a new result. A bare duplicate is told. */
export const repeatedService: Rule = (draft, context) => {
  const ruling = judgeInTurn(draft, [sameDoctor(context), otherDoctor(context), laboratory(context)]);
  return { draft: ruling.draft, findings: [...ruling.findings, ...duplicates(ruling.draft, context)] };
};

function notVisitNorTest({ code }: ClaimLine): Criterion {
  if (isVisit(code)) return criterion('no visit', false);
  return criterion('no laboratory test (that is 91)', !LABORATORY.test(code));
}

function sameDoctor(context: RuleContext): ModifierJudge {
  const { again, byOther } = readNote(context);
  return judge('76', context, (line) => [
    notVisitNorTest(line),
    criterionFrom('the same service once more, later on the same day', again),
    byOther.length > 0
      ? criterion('by the same physician', false, byOther[0])
      : criterion('by the same physician', true),
  ]);
}

function otherDoctor(context: RuleContext): ModifierJudge {
  const { again, byOther } = readNote(context);
  return judge('77', context, (line) => [
    notVisitNorTest(line),
    criterionFrom('the same service once more, later on the same day', [...again, ...byOther]),
    criterionFrom('the first by another physician', byOther),
  ]);
}

function laboratory(context: RuleContext): ModifierJudge {
  const { extract } = context;
  const rerun = told(extract, RERUN);
  return judge('91', context, ({ code }) => [
    criterion('a laboratory test', LABORATORY.test(code)),
    rerun.length > 0
      ? criterion('for a new result, not to check the first one', false, rerun[0])
      : criterionFrom('for a new result, not to check the first one', told(extract, NEW_RESULT)),
  ]);
}

function readNote({ extract }: RuleContext): { readonly again: Evidence[]; readonly byOther: Evidence[] } {
  return { again: told(extract, AGAIN), byOther: told(extract, BY_OTHER) };
}

/** Only where the modifier stands: a repeat is never read out of a note alone. */
function judge(modifier: string, context: RuleContext, criteria: (line: ClaimLine) => Criterion[]): ModifierJudge {
  return {
    rule: 'repeated-service',
    source: librarySource(context),
    refusal: 'W',
    refuse: refusalOf,
    read: (line) =>
      line.modifiers.includes(modifier) ? rubricOf(modifier, line, criteria(line), AUTHORITY) : undefined,
    ask: ({ code }): Question => ({
      id: `repeated.${code}`,
      to: 'surgeon',
      quote: undefined,
      text: 'Please document each time this was done on that day, by whom, and why it was done again.',
      options: ['done once', 'done again at ____ by ____ because ____', 'other / cannot be determined'],
      ifThen: `${code} done again: by the same physician 76, by another 77, a laboratory test for a new result 91. Done once: one line without it.`,
      holds: [code],
    }),
  };
}

/** Two equal lines with nothing to tell them apart are denied as one. */
function duplicates({ lines }: Draft, context: RuleContext): Finding[] {
  const keys = lines.map(({ code, modifiers }) => [code, ...modifiers.toSorted()].join(' '));
  const twice = new Set(keys.filter((key, at) => keys.indexOf(key) !== at));
  return [...twice].map((key) => {
    const code = key.slice(0, 5);
    const text = `${code} stands on two equal lines: units on one line, or a modifier that tells them apart`;
    return finding('duplicate-line', 'W', librarySource(context), AUTHORITY, text, [code]);
  });
}
