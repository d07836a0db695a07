import { lifeOf } from '../check/code-life.ts';
import { isActive, youngCodes } from '../check/pairs.ts';
import type { ToldFact } from '../model/consultation.ts';
import type { PtpRow } from '../model/official.ts';
import type { AskedCode } from './asked.ts';
import { type Answerer, type Desk, editionOn, libraryFact, listed, officialFact, sentences, stateOf } from './desk.ts';
import { neverWords, openedWords } from './edit-words.ts';

/** What stands between two codes, worst first. */
type Bar = 'never' | 'unless-separate' | 'library-always' | 'library-same-target' | 'none' | 'unknown';

interface Pair {
  readonly bar: Bar;
  readonly answer: string;
  /** The edit between them, when one is active. */
  readonly edit?: PtpRow;
  readonly facts: readonly ToldFact[];
}

const SEPARATING = new Set(['59', 'XE', 'XS', 'XP', 'XU']);
const SEVERITY: readonly Bar[] = [
  'never',
  'library-always',
  'unless-separate',
  'library-same-target',
  'unknown',
  'none',
];
/** Pairs told one by one; beyond it only those with something between them. */
const MOST_CLEAR_PAIRS = 6;

/** "Can I bill 47562 with 44180?": every pair in both orders by NCCI, then what our library knows. */
export const together: Answerer = (asked, desk) => {
  const { codes, words } = asked;
  const pairs = codes.flatMap((one, at) => codes.slice(at + 1).map((other) => judge(one, other, words, desk)));
  const inOrder = pairs.toSorted((one, other) => SEVERITY.indexOf(one.bar) - SEVERITY.indexOf(other.bar));
  const barred = inOrder.filter(({ bar }) => bar !== 'none' && bar !== 'unknown');
  const clear = inOrder.filter(({ bar }) => bar === 'none' || bar === 'unknown');
  const told = clear.length > MOST_CLEAR_PAIRS ? barred : [...barred, ...clear];
  const rest =
    told.length === inOrder.length
      ? []
      : [officialFact('ptp', 'Other pairs', `${clear.length} without an active edit`, desk)];
  return {
    asked: `${listed(codes.map(({ code }) => code))} together`,
    answer: barred.length > 0 ? sentences(barredAnswers(barred, words)) : allClear(codes, clear, desk),
    facts: [...told.flatMap(({ facts }) => facts), ...rest, ...orphans(codes, desk)],
    cards: [],
  };
};

/** What no modifier opens first. */
function barredAnswers(barred: readonly Pair[], words: string): string[] {
  const never = barred.flatMap(({ bar, edit }) => (bar === 'never' && edit !== undefined ? [edit] : []));
  const grouped = [...Map.groupBy(never, ({ column1 }) => column1)].map(([column1, rows]) =>
    neverWords(
      column1,
      rows.map(({ column2 }) => column2),
      words,
    ),
  );
  return [...grouped, ...barred.filter(({ bar }) => bar !== 'never').map(({ answer }) => answer)];
}

function allClear(codes: readonly AskedCode[], clear: readonly Pair[], desk: Desk): string {
  const all = listed(codes.map(({ code }) => code));
  if (clear.length === 1 && clear[0] !== undefined) return sentences([clear[0].answer]);
  if (clear.some(({ bar }) => bar === 'unknown')) {
    return `${all}: nothing in our library speaks against it, but not every pair could be checked for ${desk.day}.`;
  }
  return `${all}: yes, no active NCCI edit between any two of them on ${desk.day}.`;
}

function judge(one: AskedCode, other: AskedCode, words: string, desk: Desk): Pair {
  const label = `${one.code} + ${other.code}`;
  const own = libraryBar(one.code, other.code, desk);
  const active = desk.official.pairs.find((row) => joins(row, one.code, other.code) && isActive(row, desk.day));
  if (active !== undefined) return edited(active, label, own?.facts ?? [], words, desk);
  const official = withoutEdit(one.code, other.code, label, desk);
  const idle = idleModifier([one, other], label, official.bar, desk);
  if (own !== undefined) return { ...own, facts: [...own.facts, ...official.facts] };
  return { ...official, facts: [...official.facts, ...idle] };
}

function joins({ column1, column2 }: PtpRow, one: string, other: string): boolean {
  return (column1 === one && column2 === other) || (column1 === other && column2 === one);
}

function edited(row: PtpRow, label: string, own: readonly ToldFact[], words: string, desk: Desk): Pair {
  const { column1, column2, indicator, rationale } = row;
  const isNever = indicator === '0';
  const reason = rationale === undefined || rationale === '' ? '' : `; reason: ${rationale}`;
  const text = `column 1 ${column1}, column 2 ${column2}, indicator ${indicator}${reason}`;
  return {
    bar: isNever ? 'never' : 'unless-separate',
    edit: row,
    answer: openedWords(row, words, desk),
    facts: [officialFact('ptp', label, text, desk), ...own],
  };
}

function withoutEdit(one: string, other: string, label: string, desk: Desk): Pair {
  const state = stateOf('ptp', desk);
  const edition = editionOn('ptp', desk);
  if (edition === undefined) {
    return {
      bar: 'unknown',
      answer: `${one} with ${other}: no exclusion in our library; the NCCI edits were not checked, none are loaded`,
      facts: [officialFact('ptp', label, '', desk)],
    };
  }
  const young = [one, other].find((code) => isYounger(code, edition.effectiveTo ?? edition.effectiveFrom, desk));
  if (state === 'nearest-edition' && young !== undefined) {
    return {
      bar: 'unknown',
      answer: `${one} with ${other}: not checked, ${young} is younger than the newest NCCI edition loaded (${edition.name})`,
      facts: [
        {
          label,
          text: `not checked: ${young} is younger than this edition`,
          state: 'not-checked',
          source: edition.name,
        },
      ],
    };
  }
  const ended = desk.official.pairs.find((row) => joins(row, one, other));
  const past = ended === undefined ? 'no edit' : `no active edit (${endOf(ended)})`;
  return {
    bar: state === 'checked' ? 'none' : 'unknown',
    answer:
      state === 'checked'
        ? `${one} with ${other}: yes, no active NCCI edit between them on ${desk.day}`
        : `${one} with ${other}: ${past} in ${edition.name}, which does not cover ${desk.day}; check again before billing`,
    facts: [officialFact('ptp', label, past, desk)],
  };
}

function endOf({ indicator, deletedOn }: PtpRow): string {
  if (indicator === '9') return 'void, indicator 9';
  return deletedOn === undefined ? 'not yet in force' : `ended ${deletedOn}`;
}

function isYounger(code: string, edition: string | undefined, desk: Desk): boolean {
  const { from } = lifeOf(code, desk.library);
  const isNewer = from !== undefined && edition !== undefined && from > edition;
  return isNewer || youngCodes([code], desk.official, desk.day).length > 0;
}

function libraryBar(one: string, other: string, desk: Desk): Pair | undefined {
  for (const [beside, falls] of [
    [one, other],
    [other, one],
  ] as const) {
    const exclusion = desk.library.find(beside)?.never.find(({ code }) => code === falls);
    if (exclusion === undefined) continue;
    const always = exclusion.when === 'always';
    return {
      bar: always ? 'library-always' : 'library-same-target',
      answer: `${always ? 'No' : 'Not on the same target'}: ${falls} is not billed beside ${beside}, ${exclusion.why}`,
      facts: [libraryFact(`${one} + ${other}`, `${exclusion.why} (${exclusion.authority})`, desk)],
    };
  }
  const addOn = [one, other].find((code) => desk.library.find(code)?.parents.includes(code === one ? other : one));
  if (addOn === undefined) return undefined;
  const parent = addOn === one ? other : one;
  return {
    bar: 'none',
    answer: `Yes: ${addOn} is an add-on to ${parent} and is billed beside it`,
    facts: [libraryFact(`${one} + ${other}`, `${addOn} is an add-on to ${parent}`, desk)],
  };
}

/** Without an active pair a 59 says nothing (NCCI Policy Manual, ch. 1, section E). */
function idleModifier(codes: readonly AskedCode[], label: string, bar: Bar, desk: Desk): ToldFact[] {
  const idle = codes.find(({ modifiers }) => modifiers.some((modifier) => SEPARATING.has(modifier)));
  if (bar !== 'none' || idle === undefined) return [];
  return [
    officialFact(
      'ptp',
      label,
      `${idle.modifiers.join('-')} on ${idle.code} is not needed: there is no edit to open`,
      desk,
    ),
  ];
}

/** Add-ons whose parent is not among the codes asked about. */
function orphans(codes: readonly AskedCode[], desk: Desk): ToldFact[] {
  const asked = new Set(codes.map(({ code }) => code));
  return [...asked].flatMap((code) => {
    const record = desk.library.find(code);
    const parents = new Set([
      ...(record?.parents ?? []),
      ...desk.official.addOns.filter(({ addOn }) => addOn === code).map(({ primary }) => primary),
    ]);
    const isOrphan = parents.size > 0 && !parents.has('CCCCC') && ![...parents].some((parent) => asked.has(parent));
    return isOrphan
      ? [libraryFact(code, `an add-on; it also needs its parent (${listed([...parents].slice(0, 6))})`, desk)]
      : [];
  });
}
