import { isHeartScope } from '../../anesthesia/anesthesia-codes.ts';
import { wordsOf } from '../../anesthesia/words-of.ts';
import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Rubric } from '../../model/draft.ts';
import { criterionFrom, refusalOf, rubricOf } from '../modifiers/criteria.ts';
import { judgeModifier } from '../modifiers/judge-modifier.ts';
import { librarySource, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { NCCI_ANESTHESIA } from './claim-manual.ts';

const DIAGNOSTIC = /\b(?:diagnostic|to (?:assess|evaluate|rule out)|for (?:assessment|evaluation) of)\b/i;
const WATCHING =
  /\b(?:tee|transesophageal)\b[^.\n]{0,60}\bmonitor\w*|\bmonitor\w*[^.\n]{0,30}\b(?:tee|transesophageal)\b/i;
const REPORT =
  /\b(?:separate|formal|written) (?:\w+ ){0,3}(?:report|interpretation)\b|\binterpretation and report\b|\breport (?:was )?dictated\b/i;

/** A heart scope by the anesthetist: 59 where it was to find out, with a report of its own; to watch by, it is inside the anesthetic. */
export const heartScope: Rule = (draft, context) => {
  if (!draft.lines.some(({ code }) => isAnesthesiaCode(code))) return { draft, findings: [] };
  const ruling = judgeModifier(draft, {
    rule: 'heart-scope',
    source: librarySource(context),
    read: (line) => (isHeartScope(line.code) ? scopeRubric(line, context) : undefined),
    refusal: 'F',
    refuse: refusalOf,
  });
  const refused = new Set(
    ruling.draft.rubrics
      .filter(({ code, verdict }) => isHeartScope(code) && verdict !== 'earned')
      .map(({ code }) => code as string),
  );
  const reason = 'a heart scope to watch by is inside the anesthetic; for finding out it needs a report of its own';
  const fallen = ruling.draft.lines.filter(({ code }) => refused.has(code)).map((line) => ({ line, reason }));
  return { draft: withoutLines(ruling.draft, fallen), findings: ruling.findings };
};

function scopeRubric(line: ClaimLine, { extract }: RuleContext): Rubric {
  const watching = wordsOf(WATCHING, extract);
  const criteria = [
    criterionFrom('to find out, not to watch by', watching.length > 0 ? [] : wordsOf(DIAGNOSTIC, extract), watching),
    criterionFrom('interpretation and report of its own', wordsOf(REPORT, extract)),
  ];
  return rubricOf('59', line, criteria, NCCI_ANESTHESIA);
}
