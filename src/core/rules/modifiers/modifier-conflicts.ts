/** Two modifiers that never stand on one line: which stays, which goes, and why. */
export interface Conflict {
  readonly stays: string;
  readonly goes: string;
  readonly because: string;
}

const SIDES_IN_50 = 'both sides are in 50 already';
const TWO_ROLES = 'one physician has one role in an operation';
const SEPARATE = 'one modifier says why the service is separate, and 59 says least';
const RETURNS = 'a return in the global period is one of staged, related or unrelated';
const TEACHING = 'a resident works either beside the teaching physician or under the primary care exception';
const NOTICE = 'a notice was either given or not';

/** What the first of a row says makes each of the others wrong or idle. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ['50', 'LT RT', SIDES_IN_50],
  ['62', '66 80 81 82 AS', TWO_ROLES],
  ['66', '80 81 82 AS', TWO_ROLES],
  ['AS', '80 81 82', 'AS alone tells a PA, NP or CNS who assists'],
  ['82', '80 81', 'an assistant without an available resident is 82 alone'],
  ['80', '81', 'an assistant is a full or a minimum one'],
  ['53', '52', 'work is either stopped for the patient or reduced by choice'],
  ['XS', '59', SEPARATE],
  ['XE', '59', SEPARATE],
  ['XP', '59', SEPARATE],
  ['XU', '59', SEPARATE],
  ['78', '58 79', RETURNS],
  ['79', '58', RETURNS],
  ['25', '57 59', 'a visit is told apart by 25 alone'],
  ['57', '59', 'a visit is told apart by 57 alone'],
  ['76', '77', 'a repeat is by the same physician or by another'],
  ['91', '59 76', 'a laboratory test repeated for a new result is 91'],
  ['GC', 'GE GR', TEACHING],
  ['GA', 'GX GY GZ', NOTICE],
  ['GX', 'GZ', NOTICE],
  ['JW', 'JZ', 'a drug was discarded or it was not'],
  ['95', '93', 'telehealth is with picture or without'],
  ['CQ', 'CO', 'therapy is physical or occupational'],
];

export const CONFLICTS: readonly Conflict[] = ROWS.flatMap(([stays, others, because]) =>
  others.split(' ').map((goes) => ({ stays, goes, because })),
);
