import { feeOf, finding, type Rule, type RuleContext, sourceOf } from '../rule.ts';
import { GLOBAL_AUTHORITY, globalDaysAfter, NO_PACKAGE } from './earlier-operation.ts';
import { isVisit } from './visit-codes.ts';

/** Modifiers that tell how a service in a global period relates to the earlier operation. */
const OPENS = ['24', '25', '57', '58', '78', '79', '55'];

/**
 * Whether the global period of the earlier operation was checked, and every service of this claim that falls into it
 * without a modifier. Silent where no earlier operation of the same surgeon is known.
 */
export const globalPeriod: Rule = (draft, context) => {
  const prior = context.settings.priorOperation?.value;
  if (prior === undefined || prior.surgeon !== 'own' || draft.lines.length === 0) return { draft, findings: [] };
  const { code, daysBefore } = prior;
  const told = (severity: 'F' | 'I', text: string, codes: readonly string[]) =>
    finding('global-period', severity, unchecked(context, code), GLOBAL_AUTHORITY, text, codes);
  if (code === undefined || daysBefore === undefined) {
    const missing = code === undefined ? 'its code' : 'its day';
    return {
      draft,
      findings: [told('I', `global period of the earlier operation not checked: ${missing} is not known`, [])],
    };
  }
  const days = globalDaysAfter(code, context);
  if (feeOf(code, context) === undefined)
    return { draft, findings: [told('I', `global period of ${code} not checked`, [code])] };
  if (days === undefined || daysBefore > days) {
    return { draft, findings: [told('I', `the global period of ${code} was over`, [code])] };
  }
  const bare = draft.lines.filter(
    (line) =>
      !line.modifiers.some((modifier) => OPENS.includes(modifier)) &&
      !isVisit(line.code) &&
      context.library.find(line.code)?.role !== 'addOn' &&
      !NO_PACKAGE.has(feeOf(line.code, context)?.globalDays ?? ''),
  );
  const findings = bare.map((line) =>
    told(
      'F',
      `${line.code} falls on day ${daysBefore} of the ${days} global days of ${code} and has none of 58, 78, 79`,
      [line.code, code],
    ),
  );
  return {
    draft,
    findings:
      findings.length > 0 ? findings : [told('I', `day ${daysBefore} of the ${days} global days of ${code}`, [code])],
  };
};

/** Without code or row nothing was held against the fee schedule, whatever edition is loaded. */
function unchecked(context: RuleContext, code: string | undefined) {
  const source = sourceOf('pfs', context);
  const isKnown = code !== undefined && feeOf(code, context) !== undefined;
  return isKnown ? source : { ...source, state: 'not-checked' as const };
}
