import { finding, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { told } from '../told.ts';
import { notesOver, refersTo } from './tabular-notes.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.B.7';

/** What a further code would tell, the category that tells it, and the words of a note that make it known. */
const FURTHER: readonly { readonly what: string; readonly category: string; readonly words: RegExp }[] = [
  {
    what: 'the use of tobacco',
    category: 'F17.210',
    words:
      /\b(current(ly)? smok|smokes|active smoker|current tobacco|packs? (a|per) day|ppd|tobacco (use|abuse|depend))/,
  },
  { what: 'the body mass index', category: 'Z68.41', words: /\b(bmi|body mass index) (\w+ ){0,3}\d\d/ },
  { what: 'the weeks of gestation', category: 'Z3A.39', words: /\b\d\d( \d 7)? (weeks?|wks?)\b(?! (ago|after|post))/ },
  { what: 'the site and depth of the ulcer', category: 'L97.529', words: /\bulcer/ },
  { what: 'the stage of the kidney disease', category: 'N18.6', words: /\b(esrd|end stage renal|ckd|chronic kidney)/ },
  { what: 'the organism', category: 'B95.62', words: /\b(mrsa|mssa|staph\w*|strep\w*|pseudomonas|coli)\b/ },
];

/** Where the tabular list asks for a further code and the note tells the fact, the claim has it. */
export const useAdditional: Rule = (draft, context) => {
  const source = sourceOf('icd10cm-tabular', context);
  if (source.state === 'not-checked') return { draft, findings: [] };
  const findings = FURTHER.flatMap(({ what, category, words }) => {
    const stem = category.slice(0, 2) === 'B9' ? 'B9' : category.slice(0, 3);
    if (draft.diagnoses.some(({ code }) => code.startsWith(stem))) return [];
    const asking = draft.diagnoses.find(({ code }) => asksFor(code, category, context));
    if (asking === undefined || told(context.extract, words).length === 0) return [];
    const text = `${asking.code}: the tabular list asks for a further code (${stem}) for ${what}, which the note tells`;
    return [finding('dx-use-additional', 'W', source, AUTHORITY, text, [asking.code])];
  });
  return { draft, findings };
};

/** A note of the code or its categories; one of a whole chapter is a reminder only. */
function asksFor(code: string, category: string, { official }: RuleContext): boolean {
  const notes = notesOver(code, ['use-additional'], official).filter(({ subject }) => code.startsWith(subject));
  return notes.some(({ text }) => refersTo(text, category));
}
