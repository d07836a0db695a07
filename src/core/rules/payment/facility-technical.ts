import type { ClaimLine, Finding } from '../../model/draft.ts';
import { feeOf, finding, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';

const AUTHORITY = 'fee schedule, PC/TC indicator; Medicare Claims Processing Manual ch. 12, 20.4.2';

/** The reading alone of tests that have a code for test and reading together. */
const READING: Readonly<Record<string, string>> = {
  '93000': '93010',
  '93015': '93018',
  '93040': '93042',
  '93224': '93227',
  '93268': '93272',
  '93784': '93790',
};

/** In a facility the equipment and its staff are the hospital's: a physician bills no technical part and no global test. */
export const facilityTechnical: Rule = (draft, context) => {
  if (context.settings.place.value !== 'facility') return { draft, findings: [] };
  const findings: Finding[] = [];
  const lines = mapLines(draft, (line) => {
    const reason = reasonOf(line, context);
    if (reason === undefined) return line;
    findings.push(finding('facility-technical', 'F', sourceOf('pfs', context), AUTHORITY, reason, [line.code]));
    return { ...line, held: line.held ?? 'done with equipment of the hospital: confirm the place of service' };
  });
  return { draft: lines, findings };
};

function reasonOf({ code }: ClaimLine, context: RuleContext): string | undefined {
  const indicator = feeOf(code, context)?.pcTc;
  if (indicator === '3') return `${code} is a technical part alone: in a facility the hospital bills it`;
  if (indicator === '5') return `${code} is done by staff incident to a physician: in a facility the hospital bills it`;
  if (indicator !== '4') return undefined;
  const reading = READING[code] === undefined ? 'the code of the reading alone' : READING[code];
  return `${code} is test and reading together: in a facility the physician bills ${reading}`;
}
