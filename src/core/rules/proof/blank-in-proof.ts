import type { ClaimLine, Draft, Evidence, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, withQuestions } from '../rule.ts';

const AUTHORITY = 'Medicare Program Integrity Manual ch. 3, 3.3.2';

/** A blank of dictation before a word that decides a code: a side, a level, a count or a size; not of a device. */
const DECIDING =
  /(?:_{2,}|\*{2,}|\bX{2,}\b|\[ *\]|\{ *\})[- ]*(?:cm|mm|sq|centimeters?|millimeters?|grams?|minutes?|eyes?|eyelids?|ears?|knees?|hips?|shoulders?|wrists?|ankles?|breasts?|sides?|sided|levels?|interspaces?|vertebra\w*|lesions?|polyps?|nodes?|lobes?|fingers?|toes?|digits?|muscles?|joints?|units?)\b(?! (?:trocar|port|cannula|blade|needle|stent|catheter|plastibell|tube|screw|plate|drain|balloon|sheath))/i;

/** What is left blank in the words that prove a line holds it; blanks elsewhere are let be. */
export const blankInProof: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const questions: Question[] = [];
  const checked = mapLines(draft, (line) => {
    const quote = line.held === undefined ? line.evidence.find(({ quote: words }) => DECIDING.test(words)) : undefined;
    if (quote === undefined) return line;
    const what = DECIDING.exec(quote.quote)?.[0] ?? '';
    findings.push(
      finding('blank-in-proof', 'Q', librarySource(context), AUTHORITY, `${line.code} rests on a blank: "${what}"`, [
        line.code,
      ]),
    );
    questions.push(questionOf(line, quote, draft, context));
    return { ...line, held: 'the note leaves a deciding word blank' };
  });
  return { draft: withQuestions(withoutAsked(checked, questions), questions), findings };
};

/** The draft asks for that very fact already: it is asked at the blank, once. */
function withoutAsked(draft: Draft, asked: readonly Question[]): Draft {
  const ids = new Set(asked.map(({ id }) => id));
  return { ...draft, questions: draft.questions.filter(({ id }) => !ids.has(id)) };
}

function questionOf({ code }: ClaimLine, quote: Evidence, { questions }: Draft, { library }: RuleContext): Question {
  const family = library.find(code)?.family;
  const known = questions.find(({ id, to }) => to === 'surgeon' && id.startsWith(`${family}.`));
  if (known !== undefined) return { ...known, quote, holds: [code] };
  return {
    id: `blank.${quote.start}`,
    to: 'surgeon',
    quote,
    text: 'A word is left blank in this sentence. Please document what it should say.',
    options: ['____', 'other / cannot be determined'],
    ifThen: `${code} waits for the word; another one may lead to another code.`,
    holds: [code],
  };
}
