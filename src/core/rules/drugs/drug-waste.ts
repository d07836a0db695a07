import { unitsGiven, unitsWasted, wasteOf } from '../../drugs/billing-units.ts';
import { isUnmarked } from '../../drugs/draft-drugs.ts';
import { type Dose, readDoses } from '../../drugs/read-doses.ts';
import type { ClaimLine, Draft, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, withoutLines, withQuestions } from '../rule.ts';
import { DRUG_MANUAL } from './claim-manual.ts';
import { drugOf } from './drug-of.ts';

const UNTOLD = 'the record does not tell whether any of the drug was thrown away';

/** JW for whole units thrown away from a single-dose container, JZ when none was, neither from a multi-dose one nor, since 2026, on skin substitutes. */
export const drugWaste: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const tell = (code: string, text: string): void => {
    findings.push(finding('drug-waste', 'F', librarySource(context), DRUG_MANUAL, `${code}: ${text}`, [code]));
  };
  const doses = readDoses(context.extract, context.library, context.settings.dateOfService.value);
  const doseOf = ({ code }: ClaimLine): Dose | undefined => {
    const known = drugOf(code, context);
    const told = doses.find(({ drug }) => drug.code === code);
    return known === undefined ? undefined : (told ?? { ...NOT_READ, drug: known.drug });
  };
  const kept = withoutIdleWaste(draft, doseOf, context, tell);
  const marked = mapLines(kept, (line) => {
    const dose = doseOf(line);
    return dose === undefined || line.modifiers.includes('JW') ? line : withMark(line, dose, kept, context, tell);
  });
  const open = marked.lines.filter((line) => line.held === UNTOLD || isContainerOpen(line, doseOf(line), context));
  return {
    draft:
      open.length === 0
        ? marked
        : withQuestions(
            marked,
            open.map((line) => ask(line, doseOf(line))),
          ),
    findings,
  };
};

const NOT_READ = {
  given: undefined,
  wasted: undefined,
  isNothingWasted: false,
  container: undefined,
  evidence: [],
} as const;

/** Nothing waits for the kind of container, but only the sender can tell it. */
function isContainerOpen(line: ClaimLine, dose: Dose | undefined, { settings }: RuleContext): boolean {
  const isMarked = line.modifiers.includes('JW') || line.modifiers.includes('JZ');
  return settings.payer.value === 'medicare' && !isMarked && dose !== undefined && wasteOf(dose) === 'container untold';
}

type Tell = (code: string, text: string) => void;

/** A JW line falls where nothing whole was thrown away, and where no mark is wanted at all. */
function withoutIdleWaste(
  draft: Draft,
  doseOf: (line: ClaimLine) => Dose | undefined,
  context: RuleContext,
  tell: Tell,
): Draft {
  const dropped = draft.lines.flatMap((line) => {
    const dose = doseOf(line);
    const reason = dose === undefined || !line.modifiers.includes('JW') ? undefined : idleWaste(dose, context);
    return reason === undefined ? [] : [{ line, reason }];
  });
  for (const { line, reason } of dropped) tell(line.code, `the JW line is left out: ${reason}`);
  return withoutLines(draft, dropped);
}

function idleWaste(dose: Dose, { settings }: RuleContext): string | undefined {
  if (isUnmarked(dose.drug.unit, settings)) return 'from 2026 skin substitutes carry neither JW nor JZ';
  const waste = wasteOf(dose);
  if (waste === 'never') return 'a multi-dose container leaves no waste to bill';
  if (waste !== 'none') return undefined;
  const { drug, given = 0, wasted } = dose;
  return wasted === undefined
    ? 'the record says that nothing was thrown away'
    : `what was thrown away is inside the ${unitsGiven(drug, given)} unit(s) given`;
}

function withMark(line: ClaimLine, dose: Dose, { lines }: Draft, { settings }: RuleContext, tell: Tell): ClaimLine {
  const modifiers = line.modifiers.filter((modifier) => modifier !== 'JZ');
  const isThere = modifiers.length < line.modifiers.length;
  const bare = { ...line, modifiers };
  const waste = wasteOf(dose);
  if (isUnmarked(dose.drug.unit, settings) || waste === 'never') {
    if (isThere)
      tell(
        line.code,
        `JZ taken off: ${waste === 'never' ? 'a multi-dose container' : 'no mark on skin substitutes from 2026'}`,
      );
    return bare;
  }
  const hasWasteLine = lines.some(({ code, modifiers: other }) => code === line.code && other.includes('JW'));
  if (waste === 'some' || hasWasteLine) {
    if (isThere) tell(line.code, 'JZ taken off: some of it was thrown away');
    const { drug, given = 0, wasted = 0 } = dose;
    const units = unitsWasted(drug, given, wasted);
    if (!hasWasteLine && settings.payer.value === 'medicare')
      tell(line.code, `${units} unit(s) thrown away want a JW line of their own`);
    return bare;
  }
  if (settings.payer.value !== 'medicare') return line;
  if (waste === 'none') return { ...line, modifiers: [...modifiers, 'JZ'] };
  if (isThere || waste === 'container untold') return line;
  tell(line.code, 'neither JW nor JZ: Medicare returns the claim');
  return { ...line, held: line.held ?? UNTOLD };
}

function ask({ code, title, held }: ClaimLine, dose: Dose | undefined): Question {
  return {
    id: `drug.waste.${code}`,
    to: 'sender',
    quote: dose?.evidence[0],
    text: `Was any of the drug thrown away, and how much? (${title}; the container must be a single-dose one)`,
    options: ['nothing', 'amount thrown away: ____', 'multi-dose container', 'other / cannot be determined'],
    ifThen: 'Nothing: JZ. Whole units thrown away: a second line with JW. Multi-dose container: neither.',
    holds: held === undefined ? [] : [code],
  };
}
