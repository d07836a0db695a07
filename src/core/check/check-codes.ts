import type { Finding } from '../model/draft.ts';
import type { IsoDate } from '../model/ids.ts';
import type { MueRow, OfficialFacts, OfficialKind, PtpRow } from '../model/official.ts';
import { ANY_PRIMARY, addOnEntry } from './add-ons.ts';
import { isAssociated, SEPARATE_MODIFIERS } from './associated-modifiers.ts';
import { overLimits, overLimitWords, type UnitLine, unpublishedLimits } from './limits.ts';
import { listingOf } from './listing.ts';
import { PTP_AUTHORITY, pairReason } from './pair-reasons.ts';
import { type PairVerdict, pairsAmong, pairsOn, verdictOn, youngCodes } from './pairs.ts';
import { sourceOn } from './source.ts';

/** Codes as they were asked for; the same code twice counts as two units. */
export interface AskedCode extends UnitLine {
  readonly modifiers: readonly string[];
}

export interface CheckedCode extends UnitLine {
  /** Whether it may be billed by the loaded lists of codes; undefined when none is loaded. */
  readonly valid: boolean | undefined;
  readonly status: string | undefined;
  readonly globalDays: string | undefined;
  readonly mue: number | undefined;
  readonly mai: MueRow['mai'] | undefined;
  /** Undefined when no add-on list is loaded. */
  readonly addOn: boolean | undefined;
  /** The codes it may be added to; `CCCCC`: the contractor decides. */
  readonly parents: readonly string[];
}

export interface CheckedPair extends PtpRow {
  readonly verdict: PairVerdict;
}

export interface CodeCheck {
  readonly dos: IsoDate;
  readonly codes: readonly CheckedCode[];
  readonly pairs: readonly CheckedPair[];
  readonly findings: readonly Finding[];
  readonly editions: readonly string[];
}

/** Bare codes against the official edits of a day: valid, pairs in both orders, units, add-ons. Pure. */
export function checkCodes(asked: readonly AskedCode[], official: OfficialFacts, dos: IsoDate): CodeCheck {
  const codes = asked.map((one) => checkCode(one, official, dos));
  const pairs = pairsOn(official.pairs, dos).map((row) => ({ ...row, verdict: verdictOn(row, dos) }));
  const look: Look = { asked, codes, pairs, official, dos };
  return {
    dos,
    codes,
    pairs,
    findings: [...validFindings(look), ...pairFindings(look), ...unitFindings(look), ...addOnFindings(look)],
    editions: official.editions.map(({ name }) => name),
  };
}

type Look = Pick<CodeCheck, 'codes' | 'pairs' | 'dos'> & {
  readonly asked: readonly AskedCode[];
  readonly official: OfficialFacts;
};

function checkCode({ code, units }: AskedCode, official: OfficialFacts, dos: IsoDate): CheckedCode {
  const { editions, fees, mues, addOns } = official;
  const listing = listingOf(code, official, dos);
  const fee = fees.find((row) => row.code === code && row.modifier === '');
  const mue = mues.find((row) => row.code === code);
  const entry = addOnEntry(code, addOns);
  const has = (kind: OfficialKind): boolean => editions.some((edition) => edition.kind === kind);
  return {
    code,
    units,
    valid: listing === undefined ? undefined : listing.fault === undefined,
    status: fee?.status,
    globalDays: fee?.globalDays,
    mue: mue?.units,
    mai: mue?.mai,
    addOn: has('aoc') ? entry !== undefined : undefined,
    parents: entry?.primaries ?? [],
  };
}

function validFindings(look: Look): readonly Finding[] {
  const found = look.codes.flatMap(({ code }) => {
    const fault = listingOf(code, look.official, look.dos)?.fault;
    return fault === undefined ? [] : [told(look, 'pfs', 'code-valid', 'F', `${code} is ${fault}`, [code])];
  });
  if (found.length > 0) return found;
  return [told(look, 'pfs', 'code-valid', 'I', `${look.codes.length} code(s) in the fee schedule`)];
}

function pairFindings(look: Look): readonly Finding[] {
  const found = look.pairs.flatMap((pair) => {
    const { column1, column2, verdict } = pair;
    if (verdict !== 'denied' && verdict !== 'modifier') return [];
    const used = look.asked.find(({ code }) => code === column2)?.modifiers.filter(isAssociated) ?? [];
    const text = `${column2} is denied beside ${column1}${openingWords(verdict, used)}: ${pairReason(pair)}`;
    return [told(look, 'ptp', 'ptp', verdict === 'denied' ? 'F' : 'W', text, [column1, column2])];
  });
  found.push(...idleFindings(look));
  const codes = look.codes.map(({ code }) => code);
  const young = youngCodes(codes, look.official, look.dos);
  const all = pairsAmong(codes.length);
  const checked = pairsAmong(codes.length - young.length);
  if (found.length === 0 && (checked > 0 || young.length === 0)) {
    found.push(told(look, 'ptp', 'ptp', 'I', `${checked} pair(s) without an active edit`));
  }
  if (young.length > 0) {
    const text = `${all - checked} pair(s) not checked: ${young.join(', ')} may be younger than the edition`;
    found.push({ ...told(look, 'ptp', 'ptp', 'I', text, young), state: 'not-checked' });
  }
  return found;
}

/** 59 and its kin where no active edit is to be opened (NCCI Policy Manual, ch. 1, E). */
function idleFindings(look: Look): readonly Finding[] {
  const { asked, pairs, official, dos } = look;
  if (sourceOn('ptp', official, dos).state === 'not-checked') return [];
  const joined = new Set(
    pairs.filter(({ verdict }) => verdict === 'modifier').flatMap(({ column1, column2 }) => [column1, column2]),
  );
  return asked.flatMap(({ code, modifiers }) => {
    const idle = modifiers.filter((modifier) => SEPARATE_MODIFIERS.has(modifier));
    if (idle.length === 0 || joined.has(code) || youngCodes([code], official, dos).length > 0) return [];
    const text = `${idle.join(' ')} on ${code}: no active edit among these codes needs it`;
    return [told(look, 'ptp', 'ptp', 'W', text, [code])];
  });
}

/** What the modifiers asked with column 2 can do. */
function openingWords(verdict: PairVerdict, used: readonly string[]): string {
  const named = used.join(' ');
  if (verdict === 'denied')
    return used.length === 0 ? ', no modifier opens this pair' : `, no modifier opens this pair, ${named} neither`;
  return used.length === 0
    ? ' unless an NCCI-associated modifier is earned'
    : ` unless the record earns ${named}, which can open this pair`;
}

function unitFindings(look: Look): readonly Finding[] {
  const found = overLimits(look.codes, look.official.mues).map((over) =>
    told(look, 'mue', 'mue', over.kind === 'line' ? 'W' : 'F', overLimitWords(over), [over.code]),
  );
  if (found.length === 0) found.push(told(look, 'mue', 'mue', 'I', 'units within the published limits'));
  const unpublished = unpublishedLimits(look.codes, look.official.mues);
  if (unpublished.length === 0 || found.some(({ state }) => state === 'not-checked')) return found;
  const text = `units of ${unpublished.join(', ')} not checked: no limit is published`;
  return [...found, { ...told(look, 'mue', 'mue', 'I', text, unpublished), state: 'not-checked' }];
}

function addOnFindings(look: Look): readonly Finding[] {
  const here = new Set(look.codes.map(({ code }) => code));
  const addOns = look.codes.filter(({ addOn }) => addOn === true);
  const orphans = addOns.filter(
    ({ parents }) => !parents.includes(ANY_PRIMARY) && !parents.some((parent) => here.has(parent)),
  );
  if (orphans.length === 0) {
    const clear = addOns.length === 0 ? 'no add-on among them' : `${addOns.length} add-on(s), each beside its parent`;
    return [told(look, 'aoc', 'add-on', 'I', clear)];
  }
  return orphans.map(({ code }) => {
    const isOpen = addOnEntry(code, look.official.addOns)?.isOpen === true;
    const text = `${code} is an add-on and none of its listed parents is here`;
    const more = isOpen ? '; the contractor may accept another (type 3)' : '';
    return told(look, 'aoc', 'add-on', isOpen ? 'W' : 'F', `${text}${more}`, [code]);
  });
}

const AUTHORITIES: Partial<Readonly<Record<OfficialKind, string>>> = {
  pfs: 'Medicare physician fee schedule',
  ptp: PTP_AUTHORITY,
  mue: 'NCCI medically unlikely edits',
  aoc: 'NCCI add-on code edits',
};

/** A finding from one source; without an edition it only says that nothing was checked. */
function told(
  { official, dos }: Look,
  kind: OfficialKind,
  rule: string,
  severity: Finding['severity'],
  text: string,
  codes: readonly string[] = [],
): Finding {
  const { state, edition } = sourceOn(kind, official, dos);
  const authority = AUTHORITIES[kind] ?? '';
  if (state !== 'not-checked') return { rule, severity, state, text, authority, edition, codes };
  const missing = `not checked: no edition of ${authority} is loaded`;
  return { rule, severity: 'I', state, text: missing, authority, edition, codes: [] };
}
