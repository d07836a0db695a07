import type { Target } from '../model/code-record.ts';
import type { ToldFact } from '../model/consultation.ts';
import type { FeeRow } from '../model/official.ts';
import { MODIFIERS } from '../rules/modifiers/modifier-catalogue.ts';
import type { Asked } from './asked.ts';
import {
  type Answerer,
  codesOf,
  type Desk,
  feeOf,
  libraryFact,
  listed,
  mueOf,
  officialFact,
  sentences,
  stateOf,
} from './desk.ts';
import { standsOn } from './modifier-on-code.ts';

interface Column {
  readonly label: string;
  readonly asks: RegExp;
  readonly value: (fee: FeeRow) => string;
  /** What each value of the column means for the claim (CMS, PPRRVU record layout). */
  readonly means: Readonly<Record<string, string>>;
  /** The modifiers it decides on, and those that a value lets stand. */
  readonly modifiers: string;
  readonly takes: Readonly<Record<string, string>>;
}

const BILATERAL: Column = {
  label: 'Bilateral',
  asks: /\b(?:bilateral|bilaterally|bilat|unilateral|both|50|lt|rt|sides?|left|right)\b/,
  value: (fee) => fee.bilateral,
  means: {
    '0': 'no 50: the bilateral adjustment does not apply',
    '1': '50 on one line with 1 unit for Medicare; RT and LT on two lines where a payer or an ASC claim wants it',
    '2': 'no 50: the code already stands for both sides',
    '3': '50, or RT and LT; each side is paid in full',
    '9': 'no 50: sides do not apply',
  },
  modifiers: '50',
  takes: { '1': 'RT, LT or 50', '3': 'RT, LT or 50' },
};

const COLUMNS: readonly Column[] = [
  BILATERAL,
  {
    label: 'Assistant (80, 82, AS)',
    asks: /\b(?:assistants?|assist|80|81|82|as)\b/,
    value: (fee) => fee.assistant,
    means: {
      '0': 'paid only with documents of medical necessity',
      '1': 'an assistant is not paid',
      '2': 'an assistant is paid',
      '9': 'does not apply',
    },
    modifiers: '80, 82, AS',
    takes: { '0': '80, 82 or AS with documents', '2': '80, 82 or AS' },
  },
  {
    label: 'Co-surgeons (62)',
    asks: /\b(?:co ?surgeons?|two surgeons|62)\b/,
    value: (fee) => fee.coSurgeon,
    means: {
      '0': 'two surgeons are not paid',
      '1': '62 with documents of the need for two surgeons',
      '2': '62 is paid when the two are of different specialties',
      '9': 'does not apply',
    },
    modifiers: '62',
    takes: { '1': '62 with documents', '2': '62' },
  },
  {
    label: 'Team (66)',
    asks: /\b(?:team|66)\b/,
    value: (fee) => fee.team,
    means: {
      '0': 'a team is not paid',
      '1': '66 with documents, by report',
      '2': '66 is paid by report',
      '9': 'does not apply',
    },
    modifiers: '66',
    takes: { '1': '66 by report', '2': '66 by report' },
  },
  {
    label: 'Components (26, TC)',
    asks: /\b(?:26|tc|professional|technical|component|interpretation)\b/,
    value: (fee) => fee.pcTc,
    means: {
      '0': 'physician service: neither 26 nor TC',
      '1': '26 for the reading alone (always in a hospital), TC for the technical part',
      '2': 'stands for the professional part alone: no 26',
      '3': 'stands for the technical part alone: no TC',
      '4': 'global test only: neither 26 nor TC',
      '5': 'incident-to service: neither 26 nor TC',
      '6': 'laboratory interpretation: 26 by the physician',
      '9': 'neither 26 nor TC',
    },
    modifiers: '26, TC',
    takes: { '1': '26 or TC', '6': '26' },
  },
  {
    label: 'Several procedures (51)',
    asks: /\b(?:51|multiple|several|reduction)\b/,
    value: (fee) => fee.multipleProcedure,
    means: {
      '0': 'no reduction, no 51',
      '2': 'ordinary reduction 100/50/50; Medicare does not want 51 sent',
      '3': 'reduction by the endoscopic family',
      '9': 'does not apply',
    },
    modifiers: '51',
    takes: {},
  },
];

const SIDE_WORDS: Partial<Readonly<Record<Target, string>>> = {
  paired: 'a paired organ: RT or LT for one side, 50 for both',
  eyelid: 'E1 to E4 tell the eyelid',
  digit: 'FA to F9 tell the finger, TA to T9 the toe',
  vessel: 'LC, LD, RC, LM or RI tell the coronary vessel where the code is coronary',
};

/** "Modifier for bilateral 69436", "does 47562 allow an assistant", "modifier 25": that year's indicators and the meaning. */
export const modifiers: Answerer = (asked, desk) => {
  const codes = codesOf(asked);
  const named = namedIn(asked);
  const meanings = named.map((modifier) => `modifier ${modifier}: ${MODIFIERS.get(modifier)?.meaning}`);
  const chosen = COLUMNS.filter(({ asks }) => asks.test(asked.words));
  const columns = chosen.length > 0 || named.length > 0 ? chosen : COLUMNS;
  const judged = named.filter((modifier) => !columns.some((column) => column.asks.test(modifier.toLowerCase())));
  const answers = codes.flatMap((code) => [
    ...(columns.length === 0 ? [] : [`${code}: ${answerFor(code, columns, desk)}`]),
    ...judged.map((modifier) => `${code}: ${standsOn(modifier, code, desk)}`),
  ]);
  return {
    asked: [...named.map((modifier) => `Modifier ${modifier}`), codes.length > 0 ? `modifiers of ${listed(codes)}` : '']
      .filter((part) => part !== '')
      .join(', '),
    answer: sentences([...answers, ...meanings].map(capitalized)),
    facts: columns.length === 0 ? [] : codes.flatMap((code) => factsOf(code, columns, desk)),
    cards: [],
  };
};

/** Modifiers named in words or behind a code, those that we can tell the meaning of. */
function namedIn({ words, codes }: Asked): string[] {
  const said = [...words.matchAll(/\b(?:modifiers?|mods?) ((?:(?:\d\d|[a-z][a-z\d])(?: (?:or|and|vs) | |$))+)/g)];
  const told = said.flatMap((hit) => (hit[1] ?? '').toUpperCase().split(' '));
  return [...new Set([...told, ...codes.flatMap((code) => code.modifiers)])].filter((each) => MODIFIERS.has(each));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function answerFor(code: string, columns: readonly Column[], desk: Desk): string {
  const fee = feeOf(code, desk);
  if (fee !== undefined)
    return columns.length > 2 ? takenBy(fee, columns) : columns.map((column) => meaning(column, fee)).join('; ');
  const side = SIDE_WORDS[desk.library.find(code)?.target ?? 'unpaired'];
  if (columns.includes(BILATERAL) && side !== undefined) return `${side}, by our library`;
  return stateOf('pfs', desk) === 'not-checked'
    ? 'not known, no fee schedule is loaded'
    : 'not listed in the fee schedule';
}

/** `takes RT, LT or 50; not 80, 82, AS, 62`: the whole row in one sentence. */
function takenBy(fee: FeeRow, columns: readonly Column[]): string {
  const taken = columns.flatMap(({ takes, value }) => takes[value(fee)] ?? []);
  const refused = columns.filter(({ takes, value }) => takes[value(fee)] === undefined).map((one) => one.modifiers);
  return [
    taken.length === 0 ? 'takes none of these' : `takes ${taken.join('; ')}`,
    ...(refused.length === 0 ? [] : [`not ${refused.join(', ')}`]),
  ].join('; ');
}

function meaning({ value, means }: Column, fee: FeeRow): string {
  const indicator = value(fee);
  return means[indicator] ?? `indicator ${indicator}`;
}

function factsOf(code: string, columns: readonly Column[], desk: Desk): ToldFact[] {
  const fee = feeOf(code, desk);
  const side = SIDE_WORDS[desk.library.find(code)?.target ?? 'unpaired'];
  const own = side === undefined || !columns.includes(BILATERAL) ? [] : [libraryFact(`${code} sides`, side, desk)];
  if (fee === undefined) return [...own, officialFact('pfs', code, 'not listed', desk)];
  const mue = mueOf(code, desk);
  const limit =
    columns.includes(BILATERAL) && mue !== undefined
      ? [officialFact('mue', `${code} units`, `MUE ${mue.units}, MAI ${mue.mai}`, desk)]
      : [];
  const rows = columns.map((column) =>
    officialFact('pfs', `${code} ${column.label}`, `indicator ${column.value(fee)}: ${meaning(column, fee)}`, desk),
  );
  return [...rows, ...limit, ...own];
}
