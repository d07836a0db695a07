import { AGE_INSIDE, CIRCUMSTANCES } from '../../anesthesia/anesthesia-codes.ts';
import { readCircumstances, readStatus } from '../../anesthesia/read-patient.ts';
import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Draft } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { CLAIMS_MANUAL } from './claim-manual.ts';

/** On the pump under one year of age, the cold and the low pressure are inside as well (CPT). */
const ALL_INSIDE = '00561';

/** 99100, 99116, 99135, 99140: none for Medicare, else only where the record proves them and the code does not hold them. */
export const qualifyingCircumstances: Rule = (draft, context) => {
  const dropped = draft.lines.flatMap((line) => {
    const reason = CIRCUMSTANCES.has(line.code) ? refusal(line, draft, context) : undefined;
    return reason === undefined ? [] : [{ line, reason }];
  });
  return {
    draft: withoutLines(draft, dropped),
    findings: dropped.map(({ line, reason }) =>
      finding(
        'qualifying-circumstances',
        'F',
        librarySource(context),
        CLAIMS_MANUAL,
        `${line.code} left out: ${reason}`,
        [line.code],
      ),
    ),
  };
};

function refusal({ code }: ClaimLine, { lines }: Draft, { extract, settings }: RuleContext): string | undefined {
  if (settings.payer.value === 'medicare') return 'Medicare has it inside the anesthetic';
  const main = lines.find((line) => isAnesthesiaCode(line.code));
  if (main === undefined) return 'no anesthesia code stands on the claim';
  if ((code === '99100' && AGE_INSIDE.has(main.code)) || (code !== '99140' && main.code === ALL_INSIDE)) {
    return `${main.code} holds it already`;
  }
  const told = readCircumstances(extract);
  if (told.some((each) => each.code === code)) return undefined;
  if (code === '99140' && readStatus(extract)?.value.isEmergency === true) return undefined;
  return code === '99100' && extract.ageYears === undefined ? undefined : NOT_PROVEN[code];
}

const NOT_PROVEN: Readonly<Record<string, string>> = {
  '99100': 'the patient is neither under 1 nor over 70',
  '99116': 'the record tells no cooling of the whole body',
  '99135': 'the record tells no lowering of the blood pressure on purpose',
  '99140': 'the record tells no emergency',
};
