import { sidesOf } from '../../extract/targets.ts';
import type { DiagnosisLine, Draft, Finding, Question } from '../../model/draft.ts';
import type { DiagnosisNote } from '../../model/official.ts';
import { finding, type Rule, type RuleContext, type Source, sourceOf, withQuestions } from '../rule.ts';
import { orderFile } from './diagnosis-rows.ts';
import { notesOver, refersTo, standsUnder } from './tabular-notes.ts';
import { wordsOf } from './told-diagnosis.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.A.12.a';

/**
 * Excludes1: the two are never coded together, except where they have nothing to do with each other (I.A.12.a). The note
 * may stand at the code, its category, block or chapter, and in either of the two. Excludes2 allows both, so it is silent.
 */
export const excludes1: Rule = (draft, context) => {
  const source = sourceOf('icd10cm-tabular', context);
  if (source.state === 'not-checked') return { draft, findings: unchecked(draft, source, context) };
  const findings: Finding[] = [];
  const questions: Question[] = [];
  for (const [at, one] of draft.diagnoses.entries()) {
    for (const other of draft.diagnoses.slice(at + 1)) {
      const note = noteAgainst(one.code, other.code, context) ?? noteAgainst(other.code, one.code, context);
      if (note === undefined) continue;
      const codes = [one.code, other.code];
      if (isElsewhere(one, other, context)) {
        const text = `${one.code} and ${other.code}: Excludes1 at ${note.subject}, unless they are unrelated`;
        findings.push(finding('dx-excludes1', 'Q', source, AUTHORITY, text, codes));
        questions.push(...relatedQuestion(one, other));
      } else {
        const text = `${one.code} and ${other.code} exclude each other (Excludes1 at ${note.subject}: ${plain(note)})`;
        const severity = source.state === 'checked' ? 'F' : 'W';
        findings.push(finding('dx-excludes1', severity, source, AUTHORITY, text, codes));
      }
    }
  }
  return { draft: withQuestions(draft, questions), findings };
};

/** Where nothing of ICD-10-CM is loaded, the check of validity says so for all of it. */
function unchecked({ diagnoses }: Draft, source: Source, context: RuleContext): Finding[] {
  if (diagnoses.length < 2 || orderFile(context).state === 'not-checked') return [];
  const text = 'Excludes1, code first and use additional not checked: no tabular list is loaded';
  return [finding('dx-excludes1', 'I', source, AUTHORITY, text)];
}

/** The nearest Excludes1 note over a code that names the other; one that stands over both tells its own codes apart. */
function noteAgainst(code: string, other: string, { official }: RuleContext): DiagnosisNote | undefined {
  return notesOver(code, ['excludes1'], official).find(
    ({ subject, text }) => refersTo(text, other) && !standsUnder(other, subject),
  );
}

/** Told of different sides: then they may well be unrelated. */
function isElsewhere(one: DiagnosisLine, other: DiagnosisLine, { extract }: RuleContext): boolean {
  const [first, second] = [sidesOf(wordsOf(one, extract)), sidesOf(wordsOf(other, extract))];
  if (first.length !== 1 || second.length !== 1 || first[0] === 'bilateral' || second[0] === 'bilateral') return false;
  return first[0] !== second[0];
}

/** A whole note may run over lines; the reply takes what stands before the codes. */
function plain({ text }: DiagnosisNote): string {
  return text.replace(/\s*\([^()]*\)\s*$/, '').trim();
}

function relatedQuestion(one: DiagnosisLine, other: DiagnosisLine): Question[] {
  const [quote] = one.evidence;
  const [second] = other.evidence;
  if (quote === undefined || second === undefined) return [];
  return [
    {
      id: `diagnosis.related.${one.code}.${other.code}`,
      to: 'surgeon',
      quote,
      text: `Does this have to do with "${second.quote}", or are the two unrelated?`,
      options: ['related', 'unrelated', 'other / cannot be determined'],
      ifThen: `Unrelated: ${one.code} and ${other.code} may both stand. Related: one of them falls (Excludes1).`,
      holds: [],
    },
  ];
}
