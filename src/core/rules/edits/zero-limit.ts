import { NEVER_PAID } from '../../check/fee-status.ts';
import { overLimits, overLimitWords } from '../../check/limits.ts';
import { feeOf, finding, mapLines, type Rule, sourceOf } from '../rule.ts';

/** A limit of zero: Medicare never pays the code from this claim form. Silent where the fee status already says so. */
export const zeroLimit: Rule = (draft, context) => {
  const { payer } = context.settings;
  if (payer.value !== 'medicare') return { draft, findings: [] };
  const source = sourceOf('mue', context);
  const severity = payer.from === 'mail' ? 'F' : 'W';
  const never = overLimits(draft.lines, context.official.mues).filter(
    ({ code, kind }) => kind === 'never' && !NEVER_PAID.has(feeOf(code, context)?.status ?? ''),
  );
  const findings = never.map((over) =>
    finding('mue-zero', severity, source, 'NCCI medically unlikely edits', overLimitWords(over), [over.code]),
  );
  const isHeld = (code: string): boolean => severity === 'F' && never.some((over) => over.code === code);
  const held = mapLines(draft, (line) =>
    isHeld(line.code) ? { ...line, held: line.held ?? 'Medicare allows no unit of this code' } : line,
  );
  return { draft: held, findings };
};
