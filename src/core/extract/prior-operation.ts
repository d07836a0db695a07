import type { PriorOperation, PriorRelation } from '../model/prior-operation.ts';
import type { Statement } from './note-extract.ts';

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  several: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  twenty: 20,
};
const DAYS: Readonly<Record<string, number>> = { hour: 1 / 24, hr: 1 / 24, day: 1, week: 7, wk: 7, month: 30 };

const COUNT = `(\\d{1,2}|${Object.keys(COUNTS).join('|')})`;
const SPAN = `\\b${COUNT} (?:of )?(hour|hr|day|week|wk|month)s?`;
const AGO = '(?:ago|earlier|previously|(?:prior|before) to (?:this|the current|the present)\\b)';
const NAMED =
  '(?:repair(?:ed)?|excision|resection|replacement|implant\\w*|pacemaker|placement|fixation|fusion|decompression|reduction|debridement|drainage|graft\\w*|transplant\\w*|cesarean|stage|amputation|cabg|tk[ar]|th[ar]|tur[pb]t?|orif|acdf|evar|\\w+(?:ectomy|otomy|ostomy|plasty|desis|pexy))';
/** Deeds that are an operation when the author tells them of himself. */
const OWN_DEED =
  '(?:i|we) (?:\\w+ )?(?:did|performed|excised|resected|removed|took|amputated|stented|fixed|fused|replaced|drained|debrided|released|plated|nailed|bypassed|closed|implanted|explored)';
const OPERATION = `(?:${NAMED}|${OWN_DEED}|surgery|operation|operated|operating|procedure|placed)`;
/** Up to so many words between the operation and its day, none of which tells another event. */
const NEAR =
  '(?: (?!present|presented|plan|possible|came|seen|admitted|started|began|begun|developed|noticed|noted|injur\\w*|fell|sustained)\\w+){0,7}?';

/** An operation and how long ago it was; groups 1 and 2 hold the count and its unit, or 3 the post-operative day. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\b${OPERATION}\\b${NEAR} ${SPAN} (?:\\w+ )?(?:${AGO}|(?:prior|before)(?! to))`),
  new RegExp(`${SPAN} (?:\\w+ )?${AGO}${NEAR} ${OPERATION}\\b`),
  // "Two weeks after surgery" is an instruction more often than a history.
  new RegExp(`${SPAN} (?:\\w+ )?(?:after|following|out from|out|status post|s p)${NEAR} ${NAMED}\\b`),
  new RegExp(`${SPAN} post ?op(?:erative)?()\\b`),
  /()()\b(?:post ?op(?:erative)? day|pod) ?(?:number )?(\d{1,2})\b/,
];
const NAMED_DAYS: Readonly<Record<string, number>> = {
  'earlier today': 0,
  yesterday: 1,
  'last night': 1,
  'last week': 7,
  'last month': 30,
};
const NAMED_DAY = `\\b(${Object.keys(NAMED_DAYS).join('|')})\\b`;
const ON_NAMED_DAY: readonly RegExp[] = [
  new RegExp(`\\b${OPERATION}\\b${NEAR} ${NAMED_DAY}`),
  new RegExp(`${NAMED_DAY}${NEAR} (?:${NAMED}|${OWN_DEED})\\b`),
];
const DATED = new RegExp(`\\b${OPERATION}\\b${NEAR} date\\b`);

/** The longest global period: 90 days after the day of the operation. */
export const LONGEST_GLOBAL_DAYS = 90;

const OWN = /\b(i|me|my|we|our|us)\b/;
const OTHER =
  /\b(elsewhere|(outside|another|other|different) (surgeon|physician|hospital|facility|doctor|institution|state)|by (an?|his|her|their|the) (outside|other|previous|local))\b/;
const OWN_GROUP = /\b(partner|associate|same (group|surgeon|practice))\b/;

const SECTIONS: ReadonlySet<Statement['section']> = new Set([
  'lead',
  'history',
  'preop-diagnosis',
  'postop-diagnosis',
  'findings',
  'other',
  'body',
]);

/** The first earlier operation of the note that may still have a global period; `on` counts days to a dated one. */
export function readPriorOperation(
  statements: readonly Statement[],
  text: string,
  dated: number | undefined,
): PriorOperation | undefined {
  for (const { normal, section, state, start, end } of statements) {
    if (!SECTIONS.has(section) || state === 'planned' || state === 'hypothetical') continue;
    const words = normal.replace(/ +/g, ' ');
    if (/\bwill\b/.test(words)) continue;
    const daysBefore = daysIn(words) ?? (DATED.test(words) ? dated : undefined);
    if (daysBefore === undefined || daysBefore < 0 || daysBefore > LONGEST_GLOBAL_DAYS) continue;
    return {
      code: undefined,
      daysBefore,
      surgeon: surgeonIn(words),
      side: sideIn(words),
      relation: undefined,
      quote: { quote: text.slice(start, end), start, end },
    };
  }
  return undefined;
}

/** `prior: 27447 on [DATE], planned`, `prior operation: 21 days before, other surgeon`, `prior: none`. */
export function toldPriorOperation(words: string): PriorOperation | 'none' | undefined {
  const told = /\bprior(?: (?:operation|surgery|procedure))? ?[:=] ?([^.;]{2,80})/.exec(words)?.[1];
  if (told === undefined) return undefined;
  if (/^(none|no|nil|not any|never)\b/.test(told)) return 'none';
  const days = /\b(\d{1,3}) days?\b/.exec(told)?.[1];
  return {
    code: /(?<![\da-z])(?:\d{4}[\da-z]|[a-z]\d{4})\b/.exec(told)?.[0].toUpperCase(),
    daysBefore: days === undefined ? undefined : Number(days),
    surgeon: OTHER.test(told) && !OWN_GROUP.test(told) ? 'other' : 'own',
    side: sideIn(told),
    relation: relationIn(told),
    quote: undefined,
  };
}

function daysIn(words: string): number | undefined {
  for (const pattern of PATTERNS) {
    const hit = pattern.exec(words);
    if (hit === null) continue;
    const [, count = '', unit = '', day = ''] = hit;
    if (/^\d+$/.test(day)) return Number(day);
    return Math.round((COUNTS[count] ?? Number(count)) * (DAYS[unit] ?? 1));
  }
  const named = ON_NAMED_DAY.map((pattern) => pattern.exec(words)?.[1]).find((day) => day !== undefined);
  return named === undefined ? undefined : NAMED_DAYS[named];
}

function surgeonIn(words: string): PriorOperation['surgeon'] {
  if (OWN_GROUP.test(words)) return 'own';
  if (OTHER.test(words)) return 'other';
  return OWN.test(words) ? 'own' : undefined;
}

function sideIn(words: string): PriorOperation['side'] {
  const sides = new Set(words.match(/\b(left|right)\b/g) ?? []);
  if (sides.size !== 1) return undefined;
  return sides.has('left') ? 'left' : 'right';
}

function relationIn(words: string): PriorRelation | undefined {
  if (/\bunrelated\b/.test(words)) return 'unrelated';
  if (/\b(unplanned|complication)\b/.test(words)) return 'complication';
  return /\b(planned|staged|more extensive)\b/.test(words) ? 'planned' : undefined;
}
