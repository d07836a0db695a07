import type { ClaimLine, Criterion, Question } from '../../model/draft.ts';
import { librarySource, type Rule, type RuleContext } from '../rule.ts';
import { senderTells, told } from '../told.ts';
import { criterion, rubricOf } from './criteria.ts';
import { judgeModifier } from './judge-modifier.ts';

const AUTHORITY = 'CPT modifier 63 and its list of exempt codes (appendix F)';
const LIMIT_KG = 4;
const WEIGHT =
  /\b(?:(?:operative |current |present |today s )?weigh(?:t|ed|s|ing)|wt)\b(?: \w+){0,5}? (\d+(?:\.\d+)?) ?(kilograms?|kgs?|grams?|gms?|g)\b|\b(\d+(?:\.\d+)?) ?(kilograms?|kgs?|kilo) (?:\w+ ){0,3}(?:infant|newborn|neonate|premature|preterm|baby|boy|girl)\b/;
const NOT_THE_PATIENT = /\bbirth ?weight\b|\bspecimen\b|\bplacenta\b|\bdeliver\w*\b|\bapgars?\b/;

/** Codes that are for newborns by themselves: the small size is in their value. */
const EXEMPT: ReadonlySet<string> = new Set(
  [
    '30540 30545 31520 33401 33403 33470 33502 33503 33505 33506 33610 33611 33619 33647 33670 33690 33694 33730 33732',
    '33735 33736 33750 33755 33762 33778 33786 33922 33946 33947 33948 33949 36415 36420 36450 36456 36460 36510 36660',
    '39503 43313 43314 43520 43831 44055 44126 44127 44128 46070 46705 46715 46716 46730 46735 46740 46742 46744 47700',
    '47701 49215 49491 49492 49495 49496 49600 49605 49606 49610 49611 53025 54000 54150 54160 63700 63702 63704 63706',
    '65820',
  ].flatMap((row) => row.split(' ')),
);
/** Operations but those of the skin and of childbirth, and the catheter procedures of the heart. */
const OPERATIVE = /^(?:2|3|4|5[0-8]|6|929[259]|9296|9345|9350|9356|9358)/;

/** 63 on operations of an infant under 4 kg, unless the code is exempt; claimed without a weight it waits for one. */
export const infantWeight: Rule = (draft, context) =>
  judgeModifier(draft, {
    rule: 'infant-weight',
    source: librarySource(context),
    refusal: 'F',
    read: (line) => {
      const weight = weightOf(context);
      const isClaimed = line.modifiers.includes('63');
      const isSuggested = weight !== undefined && weight.state === 'met' && fits(line);
      if (!isClaimed && !(isSuggested && (context.extract.ageYears ?? 1) < 1)) return undefined;
      const unknown = criterion(`the infant weighs less than ${LIMIT_KG} kg`, undefined);
      const own = criterion('an operation that is not exempt', fits(line));
      return rubricOf('63', line, [weight ?? unknown, own], AUTHORITY);
    },
    refuse: (_, { code }) =>
      `63 comes off ${code}: ${EXEMPT.has(code) ? 'the code is exempt' : 'it is for operations on infants under 4 kg'}`,
    ask: (_, line) => questionFor(line),
  });

function fits({ code }: Pick<ClaimLine, 'code'>): boolean {
  return OPERATIVE.test(code) && !EXEMPT.has(code);
}

/** The weight on the day of the operation; a birth weight tells nothing of it. */
function weightOf({ extract }: RuleContext): Criterion | undefined {
  const quotes = told(extract, WEIGHT).filter(({ quote }) => !NOT_THE_PATIENT.test(quote.toLowerCase()));
  for (const quote of quotes) {
    const hit = WEIGHT.exec(quote.quote.toLowerCase().replace(/[^a-z0-9.]+/g, ' '));
    const value = Number(hit?.[1] ?? hit?.[3]);
    if (Number.isNaN(value)) continue;
    const kilograms = /^k/.test(hit?.[2] ?? hit?.[4] ?? '') ? value : value / 1000;
    return criterion(`the infant weighs less than ${LIMIT_KG} kg`, kilograms < LIMIT_KG, quote);
  }
  return senderTells(extract, /\b(?:under|less than|below|<) ?4 ?(?:kg|kilograms?)\b/)
    ? criterion(`the infant weighs less than ${LIMIT_KG} kg`, true)
    : undefined;
}

function questionFor({ code, evidence: [quote] }: ClaimLine): Question {
  return {
    id: 'infant.weight',
    to: 'sender',
    quote,
    text: 'What did the infant weigh on the day of the operation?',
    options: ['____ kg', 'other / cannot be determined'],
    ifThen: `Under 4 kg: ${code}-63. From 4 kg on, or without a weight: ${code} alone.`,
    holds: [],
  };
}
