import { feeOf, finding, librarySource, type Rule, type RuleContext, sourceOf, withoutLines } from '../rule.ts';

const AUTHORITY = 'Medicare physician fee schedule, status; CPT 2025, telemedicine visits; CMS telehealth FAQ';
const BEGINS = '2025-01-01';
const ENDED = '2024-12-31';
const VISITS = /^980(0\d|1[0-5])$/;
const CHECK_IN = '98016';
const PHONE = /^9944[1-3]$/;

/**
 * The telemedicine codes of 2025 are not Medicare's, apart from the short check-in: there the office code is billed with
 * the place of service and 95 or 93. The telephone codes ended with 2024.
 */
export const telehealthCodes: Rule = (draft, context) => {
  const dropped = draft.lines.flatMap((line) => {
    const reason = faultOf(line.code, context);
    return reason === undefined ? [] : [{ line, reason }];
  });
  return {
    draft: withoutLines(draft, dropped),
    findings: dropped.map(({ line: { code }, reason }) =>
      finding('telehealth-codes', 'F', sourceFor(code, context), AUTHORITY, `${code}: ${reason}`, [code]),
    ),
  };
};

function faultOf(code: string, { settings }: RuleContext): string | undefined {
  const day = settings.dateOfService.value;
  if (PHONE.test(code)) {
    if (day <= ENDED) return undefined;
    return settings.payer.value === 'medicare'
      ? `ended ${ENDED}; Medicare takes the office code with 93 and place of service 10 or 02`
      : `ended ${ENDED}; see 98008 to 98015, by sound only`;
  }
  if (VISITS.test(code) || code === CHECK_IN) {
    if (day < BEGINS) return `valid from ${BEGINS} only`;
    if (code !== CHECK_IN && settings.payer.value === 'medicare') {
      return 'not valid for Medicare; bill the office code with place of service 10 or 02 and 95 (video) or 93 (sound only)';
    }
  }
  return undefined;
}

function sourceFor(code: string, context: RuleContext) {
  return feeOf(code, context) === undefined ? librarySource(context) : sourceOf('pfs', context);
}
