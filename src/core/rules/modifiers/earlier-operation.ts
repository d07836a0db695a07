import type { Criterion } from '../../model/draft.ts';
import { feeOf, type RuleContext } from '../rule.ts';
import { criterion } from './criteria.ts';

export const GLOBAL_AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 40.1-40.2; fee schedule, global days';

/** Global days of lines without a package of their own: the modifiers of a global period are not for them. */
export const NO_PACKAGE: ReadonlySet<string> = new Set(['XXX', 'ZZZ']);

const DAYS_AFTER: Readonly<Record<string, number>> = { '000': 0, '010': 10, '090': 90 };

/** Days of the package after the day of the operation; undefined without a fee schedule or without a package. */
export function globalDaysAfter(code: string, context: RuleContext): number | undefined {
  return DAYS_AFTER[feeOf(code, context)?.globalDays ?? ''];
}

export type PriorSetting = NonNullable<RuleContext['settings']['priorOperation']>['value'];

/** The earlier operation was the billing physician's, or one of the same group and specialty. */
export function ownCriterion(prior: PriorSetting | undefined): Criterion {
  const isOwn = prior?.surgeon === undefined ? undefined : prior.surgeon === 'own';
  const from = prior !== undefined && prior.quote === undefined ? ' (your mail)' : '';
  return criterion(`earlier operation by the same surgeon or group${from}`, isOwn, prior?.quote);
}

/** By the global days of the earlier code where both are known, else by the longest global period. */
export function windowCriterion(prior: PriorSetting | undefined, context: RuleContext): Criterion {
  const { code, daysBefore } = prior ?? {};
  if (code === undefined || daysBefore === undefined) {
    const answer = daysBefore === undefined ? undefined : daysBefore <= DAYS_OF_LONGEST;
    return criterion('within the 90 days of the longest global period', answer, prior?.quote);
  }
  const fee = feeOf(code, context);
  if (fee === undefined)
    return criterion(`global period of ${code} running`, daysBefore > DAYS_OF_LONGEST ? false : undefined);
  const days = DAYS_AFTER[fee.globalDays];
  return days === undefined
    ? criterion(`${code} has a global period`, false)
    : criterion(`day ${daysBefore} within the ${days} global days of ${code}`, daysBefore <= days);
}

const DAYS_OF_LONGEST = 90;
