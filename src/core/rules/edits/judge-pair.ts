import { SEPARATE_MODIFIERS, VISIT_MODIFIERS } from '../../check/associated-modifiers.ts';
import { pairReason } from '../../check/pair-reasons.ts';
import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Draft, Question, Rubric } from '../../model/draft.ts';
import type { PtpRow } from '../../model/official.ts';
import { isVisitCode } from '../../visits/visit-codes.ts';
import type { RuleContext } from '../rule.ts';
import { isAnotherPlace, isAnotherSession } from './places.ts';
import { readSeparation, type Separation } from './separate.ts';

export const SEPARATE_AUTHORITY = 'NCCI Policy Manual ch. 1, E';

/** An active edit with the two lines that it concerns. */
export interface Pair {
  readonly edit: PtpRow;
  readonly first: ClaimLine;
  readonly second: ClaimLine;
}

/** What becomes of column 2. */
export type PairRuling = { readonly rubric?: Rubric } & (
  | { readonly kind: 'stands' }
  | { readonly kind: 'falls'; readonly reason: string }
  | {
      readonly kind: 'waits';
      readonly reason: string;
      readonly modifiers: readonly string[];
      readonly question?: Question;
    }
  | {
      readonly kind: 'separate';
      readonly reason: string;
      readonly modifier: string;
      readonly modifiers: readonly string[];
      /** The modifier on the line was another one. */
      readonly isChanged: boolean;
    }
);

/**
 * Indicator 0 is opened by nothing. Indicator 1 by anatomical modifiers that name other places, by those of visits and
 * of other sessions, else by 59 or its kin where the note proves it (NCCI Policy Manual, ch. 1, E).
 */
export function judgePair(pair: Pair, draft: Draft, context: RuleContext): PairRuling {
  const { edit, first, second } = pair;
  const part = pairReason(edit);
  if (edit.indicator === '0') {
    const used = second.modifiers.filter(
      (modifier) => SEPARATE_MODIFIERS.has(modifier) || VISIT_MODIFIERS.has(modifier),
    );
    const idle = used.length === 0 ? '' : `, nor does the ${used.join(' ')} on it`;
    return { kind: 'falls', reason: `${part}; no modifier opens this pair${idle}` };
  }
  if (isVisitCode(second.code)) return judgeVisit(pair, draft);
  if (isAnesthesiaCode(first.code)) return judgeBesideAnesthetic(pair, draft);
  if (isAnotherPlace(first, second) || isAnotherSession(first, second)) return { kind: 'stands' };
  return judgeSeparation(pair, readSeparation(first, second, context), context);
}

function judgeVisit({ first, second }: Pair, { rubrics }: Draft): PairRuling {
  if (second.modifiers.some((modifier) => VISIT_MODIFIERS.has(modifier))) return { kind: 'stands' };
  const open = rubrics.find(
    ({ code, modifier, verdict }) => code === second.code && verdict === 'open' && VISIT_MODIFIERS.has(modifier),
  );
  if (open !== undefined)
    return { kind: 'waits', reason: `it waits for what ${open.modifier} needs`, modifiers: second.modifiers };
  const reason = `the visit is part of ${first.code} unless it was significant and separately identifiable, which the note does not show`;
  return { kind: 'falls', reason };
}

/** Blocks and heart scopes beside an anesthetic: their own rules have held 59 against its criteria (NCCI Policy Manual, ch. 2). */
function judgeBesideAnesthetic({ edit, first, second }: Pair, { rubrics }: Draft): PairRuling {
  const rubric = rubrics.findLast(({ code, modifier }) => code === second.code && modifier === '59');
  if (rubric?.verdict === 'earned') return { kind: 'stands' };
  if (rubric?.verdict === 'open')
    return { kind: 'waits', reason: 'waits for what 59 needs', modifiers: second.modifiers };
  return { kind: 'falls', reason: `${pairReason(edit)}; the record does not show it apart from ${first.code}` };
}

function judgeSeparation(pair: Pair, separation: Separation, { settings }: RuleContext): PairRuling {
  const { edit, first, second } = pair;
  const without = second.modifiers.filter((modifier) => !SEPARATE_MODIFIERS.has(modifier));
  const given = [...first.modifiers, ...second.modifiers].find((modifier) => SEPARATE_MODIFIERS.has(modifier));
  const earned = settings.payer.value === 'medicare' ? separation.modifier : '59';
  switch (separation.state) {
    case 'met': {
      // CMS takes 59 wherever an X modifier would do; an X modifier of another kind says something untrue.
      const isFit = given === '59' || given === earned || (given === 'XS' && earned === '59');
      const modifier = isFit ? given : earned;
      const modifiers =
        isFit && without.length < second.modifiers.length ? second.modifiers : [...without, isFit ? given : earned];
      const rubric = rubricOf(pair, separation, modifier, 'earned');
      return {
        kind: 'separate',
        reason: separation.text,
        modifier,
        modifiers,
        isChanged: given !== undefined && !isFit,
        rubric,
      };
    }
    case 'not documented': {
      const question = questionOf(pair, separation, earned);
      if (question === undefined) break;
      const rubric = rubricOf(pair, separation, earned, 'open');
      return {
        kind: 'waits',
        reason: `the note does not tell whether it was done ${separation.text}`,
        modifiers: without,
        question,
        rubric,
      };
    }
    case 'not met':
  }
  const idle = given === undefined ? '' : `; ${given} is not earned`;
  const reason = `${pairReason(edit)}; the note does not show it apart from ${first.code}${idle}`;
  const rubric = given === undefined ? {} : { rubric: rubricOf(pair, separation, given, 'not earned') };
  return { kind: 'falls', reason, ...rubric };
}

function rubricOf(
  { second }: Pair,
  { state, text, quote }: Separation,
  modifier: string,
  verdict: Rubric['verdict'],
): Rubric {
  const criteria = [{ text: `done ${text}`, state, quote }];
  return { modifier, code: second.code, verdict, criteria, authority: SEPARATE_AUTHORITY };
}

function questionOf({ first, second }: Pair, { ask, quote }: Separation, modifier: string): Question | undefined {
  const said = quote ?? second.evidence[0];
  if (ask === undefined || said === undefined) return undefined;
  return {
    id: `separate.${second.code}.${first.code}`,
    to: 'surgeon',
    quote: said,
    ...ask,
    ifThen: `If apart from ${first.code}: ${second.code}-${modifier}. Otherwise ${second.code} is part of ${first.code} and comes off.`,
    holds: [second.code],
  };
}
