import type { ClaimLine, Draft, Evidence, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, type Ruling } from '../rule.ts';
import { told } from '../told.ts';
import { criterion, criterionFrom, refusalOf, rubricOf } from './criteria.ts';
import { GLOBAL_AUTHORITY, ownCriterion, windowCriterion } from './earlier-operation.ts';
import { judgeModifier } from './judge-modifier.ts';
import { isVisit } from './visit-codes.ts';

const AUTHORITY = `CPT modifier 24; ${GLOBAL_AUTHORITY}`;

const UNRELATED =
  /\b(unrelated to (his|her|the|this) (\w+ ){0,3}(surgery|operation|procedure)|not related to (his|her|the|this) (\w+ ){0,3}(surgery|operation|procedure)|(new|different|separate) (problem|complaint|condition)|unrelated (problem|complaint|condition))\b/;
const AFTERCARE =
  /\b(post ?op(erative)? (visit|check|follow ?up)|wound check|suture removal|staple removal|(here|seen|returns) for (his|her|a)? ?(first |second )?post ?op\w*|incision (is )?healing|wound (infection|dehiscence)|surgical site infection|post ?op(erative)? (infection|hematoma|pain|complication))\b/;
/** Never part of the package, or a visit of another kind. */
const OUTSIDE = /^(9928[1-5]|9929[12]|99024)$/;

/** 24: a visit in the global period of an own earlier operation is billed only when it is unrelated to it. */
export const visitInGlobal: Rule = (draft, context) => {
  const prior = context.settings.priorOperation?.value;
  const { extract } = context;
  const unrelated = told(extract, UNRELATED, { states: ['completed', 'historical', 'planned', 'negated'] });
  const aftercare = told(extract, AFTERCARE, { states: ['completed', 'historical', 'planned'] });
  const ruling = judgeModifier(draft, {
    rule: 'visit-in-global',
    source: librarySource(context),
    refusal: 'F',
    refuse: refusalOf,
    read: (line) => {
      const isThere = line.modifiers.includes('24');
      if (!isVisit(line.code)) {
        const only = criterion('on a visit (24 says nothing on a procedure)', false);
        return isThere ? rubricOf('24', line, [only], AUTHORITY) : undefined;
      }
      if (!isThere && !isInside(line, context)) return undefined;
      const text = 'unrelated to the earlier operation';
      const relation =
        prior?.relation === undefined
          ? criterionFrom(text, unrelated, aftercare)
          : criterion(`${text} (your mail)`, prior.relation === 'unrelated');
      return rubricOf('24', line, [ownCriterion(prior), windowCriterion(prior, context), relation], AUTHORITY);
    },
    ask: ({ code }) => relationQuestion(code, prior?.quote ?? aftercare[0]),
  });
  return withheld(ruling, context);
};

/** An own operation before, its period not over. */
function isInside({ code }: ClaimLine, context: RuleContext): boolean {
  const prior = context.settings.priorOperation?.value;
  return prior?.surgeon === 'own' && windowCriterion(prior, context).state !== 'not met' && !OUTSIDE.test(code);
}

/** A visit inside the package is not billed; one that may be inside waits. */
function withheld({ draft, findings }: Ruling, context: RuleContext): Ruling {
  const more: Finding[] = [];
  const held = mapLines(draft, (line) => {
    if (!isVisit(line.code) || line.modifiers.includes('24') || !isInside(line, context)) return line;
    const verdict = rubricOfLine(draft, line)?.verdict;
    if (verdict === undefined || verdict === 'earned') return line;
    const isPart = verdict === 'not earned';
    const text = isPart
      ? `${line.code} is part of the global package of the earlier operation`
      : `${line.code} may be part of the global package of the earlier operation`;
    if (isPart) more.push(finding('visit-in-global', 'F', librarySource(context), AUTHORITY, text, [line.code]));
    return {
      ...line,
      held:
        line.held ??
        (isPart
          ? 'part of the global package of the earlier operation'
          : 'the note does not tell how it relates to the earlier operation'),
    };
  });
  return { draft: held, findings: [...findings, ...more] };
}

function rubricOfLine({ rubrics }: Draft, { code }: ClaimLine) {
  return rubrics.find((rubric) => rubric.modifier === '24' && rubric.code === code);
}

function relationQuestion(code: ClaimLine['code'], quote: Evidence | undefined): Question {
  return {
    id: `in-global.${code}`,
    to: 'surgeon',
    quote,
    text: 'Please document how the problem of this visit relates to the earlier operation.',
    options: [
      'recovery from the operation or a complication of it',
      'another problem: ____',
      'other / cannot be determined',
    ],
    ifThen: `Another problem: ${code}-24. Recovery or complication: part of the global package, not billed.`,
    holds: [code],
  };
}
