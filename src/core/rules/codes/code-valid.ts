import type { Finding } from '../../model/draft.ts';
import { feeOf, finding, librarySource, type Rule, type RuleContext, sourceOf, withoutLines } from '../rule.ts';

/** Fee schedule statuses that Medicare never pays as a line of its own. */
const NEVER_PAID: Readonly<Record<string, string>> = {
  B: 'bundled into other services by Medicare',
  I: 'not valid for Medicare',
  N: 'not covered by Medicare',
  P: 'bundled or excluded by Medicare',
};

/** The visit inside a global period: reported, and nobody expects money for it. */
const TOLD_NOT_PAID = '99024';

/** The code is known and valid on the date of service; a deleted one names its successors. */
export const codeValid: Rule = (draft, context) => {
  const dropped = draft.lines.flatMap((line) => {
    const reason = invalidity(line.code, context);
    return reason === undefined ? [] : [{ line, reason }];
  });
  const invalid = dropped.map(({ line, reason }) =>
    finding('code-valid', 'F', librarySource(context), 'CPT and HCPCS code sets by date', `${line.code}: ${reason}`, [
      line.code,
    ]),
  );
  const clean = withoutLines(draft, dropped);
  return {
    draft: clean,
    findings: [
      ...invalid,
      ...statusFindings(
        clean.lines.map(({ code }) => code),
        context,
      ),
    ],
  };
};

function invalidity(code: string, { library, settings }: RuleContext): string | undefined {
  const record = library.find(code);
  if (record === undefined) return 'not a code of the library';
  const family = library.families.get(record.family);
  const day = settings.dateOfService.value;
  const from = record.validFrom ?? family?.validFrom;
  const to = record.validTo ?? family?.validTo;
  if (from !== undefined && day < from) return `valid from ${from} only`;
  if (to === undefined || day <= to) return undefined;
  const successors = record.replacedBy.length === 0 ? '' : `; see ${record.replacedBy.join(', ')}`;
  return `ended ${to}${successors}`;
}

function statusFindings(codes: readonly string[], context: RuleContext): Finding[] {
  const source = sourceOf('pfs', context);
  if (source.state === 'not-checked') {
    return [
      finding(
        'fee-schedule',
        'I',
        source,
        'Medicare physician fee schedule',
        'status, relative values and global days not checked: no fee schedule is loaded',
      ),
    ];
  }
  if (context.settings.payer.value !== 'medicare') return [];
  return codes.flatMap((code) => {
    if (code === TOLD_NOT_PAID) return [];
    const reason = NEVER_PAID[feeOf(code, context)?.status ?? ''];
    return reason === undefined
      ? []
      : [
          finding('fee-schedule', 'W', source, 'Medicare physician fee schedule, status', `${code} is ${reason}`, [
            code,
          ]),
        ];
  });
}
