import { PHYSICAL_STATUS } from '../../anesthesia/anesthesia-codes.ts';
import { readStatus, unitsOfStatus } from '../../anesthesia/read-patient.ts';
import { isAnesthesiaCode } from '../../model/code.ts';
import type { ClaimLine, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, withQuestions } from '../rule.ts';
import { CLAIMS_MANUAL } from './claim-manual.ts';

/** P1 to P6 by the payer: Medicare pays nothing for them and gets none; others get the one the record tells. */
export const physicalStatus: Rule = (draft, context) => {
  const isMedicare = context.settings.payer.value === 'medicare';
  const status = readStatus(context.extract)?.value.status;
  const told = status === undefined ? undefined : `P${status}`;
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], { code }: ClaimLine, text: string): void => {
    findings.push(finding('physical-status', severity, librarySource(context), CLAIMS_MANUAL, text, [code]));
  };
  const settled = mapLines(draft, (line) => {
    if (!isAnesthesiaCode(line.code)) return line;
    const present = line.modifiers.filter((modifier) => PHYSICAL_STATUS.includes(modifier));
    const rest = line.modifiers.filter((modifier) => !PHYSICAL_STATUS.includes(modifier));
    if (isMedicare) {
      if (present.length > 0)
        tell('I', line, `${present.join(', ')} taken off ${line.code}: Medicare pays no physical status`);
      return present.length > 0 ? { ...line, modifiers: rest } : line;
    }
    const right = told ?? present[0];
    if (present.length > 1 || (present.length === 1 && present[0] !== right)) {
      tell(
        'F',
        line,
        `${present.join(' ')} on ${line.code}: ${told === undefined ? 'one status only' : `the record tells ${told}`}`,
      );
    }
    return right === undefined ? line : { ...line, modifiers: [...rest, right] };
  });
  const open = settled.lines.filter(
    ({ code, modifiers }) => isAnesthesiaCode(code) && !modifiers.some((each) => PHYSICAL_STATUS.includes(each)),
  );
  const isAsked = !isMedicare && open.length > 0;
  return { draft: isAsked ? withQuestions(settled, [ask()]) : settled, findings };
};

function ask(): Question {
  const units = [3, 4, 5].map((status) => `P${status} ${unitsOfStatus(status)}`).join(', ');
  return {
    id: 'anesthesia.status',
    to: 'sender',
    quote: undefined,
    text: 'Which physical status (ASA class) did the anesthesiologist record?',
    options: ['1', '2', '3', '4', '5', '6', 'other / cannot be determined'],
    ifThen: `The P modifier follows; extra units: ${units}, none for the others.`,
    holds: [],
  };
}
