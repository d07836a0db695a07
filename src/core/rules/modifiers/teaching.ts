import type { ClaimLine, Question, Rubric } from '../../model/draft.ts';
import { librarySource, type Rule, type RuleContext } from '../rule.ts';
import { told } from '../told.ts';
import { criterionFrom, rubricOf } from './criteria.ts';
import { judgeInTurn } from './judge-modifier.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 100.1';

/** A resident or fellow at the table; his absence, or his care elsewhere, is none. */
const RESIDENT =
  /\b(?:residents?|fellow|pgy ?\d)\b(?: \w+){0,6} (?:performed|did|assisted|closed|opened|placed|excised|participat\w+|carried out|under (?:my|the|direct)|scrubbed|operated|dissected|sutured|dictat\w+)\b|\b(?:performed|done|closed|opened|dictated|assisted|placed) (?:\w+ ){0,3}by (?:the |our |a |my )?(?:\w+ )?(?:resident|fellow|pgy ?\d)\b|\b(?:with|by) (?:the |our |a |my )?(?:\w+ )?(?:resident|fellow)\b(?! (?:available|clinic))/;
const HEADED = /\b(?:resident|fellow)(?: surgeon)? name\b|\bname (?:md |do )?(?:pgy ?\d |resident|fellow)\b/;
const PRESENT = '(?:present|scrubbed|immediately available|participat\\w+|supervis\\w+)';
const ATTESTED = new RegExp(
  [
    `\\b(?:i|attending|teaching (?:physician|surgeon)|dr \\w+)\\b.{0,60}\\b${PRESENT}\\b.{0,60}\\b(?:entire(?:ty)?|whole|throughout|key|critical|all|duration|significant|procedure|case|operation|viewing)\\b`,
    `\\battending present\\b`,
    `\\b(?:key|critical|entire)\\b.{0,40}\\b(?:performed|supervised|done) by (?:me|the attending|dr)\\b`,
    '\\bi (?:personally )?performed (?:\\w+ ){0,3}(?:the entire|all|key|critical|the key)\\b',
  ].join('|'),
);
const PRIMARY_CARE = /^(?:9920[23]|9921[123]|G0402|G0438|G0439)$/;

/** GC where a resident took part and the teaching physician attests his presence; GE on low visits of primary care only. */
export const teaching: Rule = (draft, context) => {
  const part = [...told(context.extract, RESIDENT), ...told(context.extract, HEADED, { sections: ['staff', 'lead'] })];
  const presence = told(context.extract, ATTESTED);
  const isAsked = context.settings.payer.value !== 'commercial' && context.settings.role.value !== 'anesthesia';
  const common = { rule: 'teaching', source: librarySource(context), refusal: 'F' as const };
  return judgeInTurn(draft, [
    {
      ...common,
      read: (line) => {
        if (!line.modifiers.includes('GC') && (part.length === 0 || !isAsked)) return undefined;
        return rubricOf(
          'GC',
          line,
          [
            criterionFrom('a resident took part', part),
            criterionFrom('the teaching physician attests his presence for the key parts', presence),
          ],
          AUTHORITY,
        );
      },
      refuse: (_, { code }) => `GC comes off ${code}: no resident took part`,
      ask: (rubric, line) => questionFor(rubric, line, context),
    },
    {
      ...common,
      read: (line) => (line.modifiers.includes('GE') ? primaryCare(line) : undefined),
      refuse: (_, { code }) => `GE comes off ${code}: the primary care exception holds for low visits only`,
    },
  ]);
};

function primaryCare(line: ClaimLine): Rubric {
  const text = 'a visit that the primary care exception knows';
  const state = PRIMARY_CARE.test(line.code) ? 'met' : 'not met';
  return rubricOf('GE', line, [{ text, state, quote: undefined }], AUTHORITY);
}

function questionFor({ criteria }: Rubric, { code }: ClaimLine, { extract }: RuleContext): Question | undefined {
  const quote =
    criteria.find((each) => each.quote !== undefined)?.quote ?? told(extract, /\b(?:resident|fellow)s?\b/)[0];
  if (quote === undefined) return undefined;
  return {
    id: 'teaching.presence',
    to: 'surgeon',
    quote,
    text: 'Please document who performed the operation and for which parts of it the teaching physician was present.',
    options: [
      'present for the entire procedure',
      'present for the key and critical parts: ____',
      'not present',
      'other / cannot be determined',
    ],
    ifThen: `Present for the key parts: ${code}-GC. Not present: the teaching physician bills nothing of it.`,
    holds: [],
  };
}
