import type { CheckState, Finding } from '../model/draft.ts';
import type { IsoDate } from '../model/ids.ts';
import {
  covers,
  type Edition,
  type FeeRow,
  type OfficialFacts,
  type OfficialKind,
  type PtpRow,
} from '../model/official.ts';

/** Codes as they were asked for; the same code twice counts as two units. */
export interface AskedCode {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
}

export interface CheckedCode {
  readonly code: string;
  readonly units: number;
  /** Whether the fee schedule knows it; undefined when it was not asked. */
  readonly valid: boolean | undefined;
  readonly status: string | undefined;
  readonly globalDays: string | undefined;
  readonly mue: number | undefined;
  readonly mai: '1' | '2' | '3' | undefined;
  /** Undefined when no add-on list is loaded. */
  readonly addOn: boolean | undefined;
  /** The codes it may be added to; `CCCCC`: the contractor decides. */
  readonly parents: readonly string[];
}

/** `denied` never together; `modifier` only with an NCCI-associated modifier; `ended`, `void` no edit on that day. */
export type PairVerdict = 'denied' | 'modifier' | 'ended' | 'void';

export interface CheckedPair {
  readonly column1: string;
  readonly column2: string;
  readonly indicator: PtpRow['indicator'];
  readonly deletedOn: IsoDate | undefined;
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
  const codes = asked.map((one) => checkCode(one, official));
  const pairs = newestOfEach(official.pairs, dos).map((row) => ({
    column1: row.column1,
    column2: row.column2,
    indicator: row.indicator,
    deletedOn: row.deletedOn,
    verdict: verdictOf(row, dos),
  }));
  const look: Look = { asked, codes, pairs, official, dos };
  return {
    dos,
    codes,
    pairs,
    findings: [...validFindings(look), ...pairFindings(look), ...unitFindings(look), ...addOnFindings(look)],
    editions: official.editions.map(({ name }) => name),
  };
}

interface Look {
  readonly asked: readonly AskedCode[];
  readonly codes: readonly CheckedCode[];
  readonly pairs: readonly CheckedPair[];
  readonly official: OfficialFacts;
  readonly dos: IsoDate;
}

function checkCode({ code, units }: AskedCode, { editions, fees, mues, addOns }: OfficialFacts): CheckedCode {
  const fee: FeeRow | undefined = fees.find((row) => row.code === code && row.modifier === '');
  const mue = mues.find((row) => row.code === code);
  const parents = addOns.filter(({ addOn }) => addOn === code).map(({ primary }) => primary);
  const has = (kind: OfficialKind): boolean => editions.some((edition) => edition.kind === kind);
  return {
    code,
    units,
    valid: has('pfs') ? fee !== undefined : undefined,
    status: fee?.status,
    globalDays: fee?.globalDays,
    mue: mue?.units,
    mai: mue?.mai,
    addOn: has('aoc') ? parents.length > 0 : undefined,
    parents: [...new Set(parents)],
  };
}

/** A pair that was reinstated stands several times: the row in force on the day counts, else the last one. */
function newestOfEach(rows: readonly PtpRow[], dos: IsoDate): readonly PtpRow[] {
  const best = new Map<string, PtpRow>();
  for (const row of rows) {
    const key = `${row.column1} ${row.column2}`;
    const known = best.get(key);
    if (known === undefined || weight(row, dos) > weight(known, dos)) best.set(key, row);
  }
  return [...best.values()];
}

function weight(row: PtpRow, dos: IsoDate): string {
  const isActive = verdictOf(row, dos) === 'denied' || verdictOf(row, dos) === 'modifier';
  return `${isActive ? '1' : '0'}${row.deletedOn ?? '9999-12-31'}`;
}

function verdictOf({ indicator, deletedOn }: PtpRow, dos: IsoDate): PairVerdict {
  if (indicator === '9') return 'void';
  if (deletedOn !== undefined && deletedOn < dos) return 'ended';
  return indicator === '0' ? 'denied' : 'modifier';
}

function validFindings(look: Look): readonly Finding[] {
  const found = look.codes.filter(({ valid }) => valid === false);
  if (found.length === 0)
    return [told(look, 'pfs', 'code-valid', 'I', `${look.codes.length} code(s) in the fee schedule`)];
  return found.map(({ code }) =>
    told(look, 'pfs', 'code-valid', 'F', `${code} is not in the fee schedule: deleted, not yet valid, or mistyped`, [
      code,
    ]),
  );
}

function pairFindings(look: Look): readonly Finding[] {
  const active = look.pairs.filter(({ verdict }) => verdict === 'denied' || verdict === 'modifier');
  const found = active.map(({ column1, column2, verdict }) => {
    const text =
      verdict === 'denied'
        ? `${column2} is denied beside ${column1}; no modifier opens this pair`
        : `${column2} is denied beside ${column1} unless an NCCI-associated modifier is earned`;
    return told(look, 'ptp', 'ptp', verdict === 'denied' ? 'F' : 'W', text, [column1, column2]);
  });
  const young = youngCodes(look);
  const all = pairsAmong(look.codes.length);
  const checked = pairsAmong(look.codes.length - young.length);
  if (found.length === 0 && (checked > 0 || young.length === 0)) {
    found.push(told(look, 'ptp', 'ptp', 'I', `${checked} pair(s) without an active edit`));
  }
  if (young.length > 0) {
    const text = `${all - checked} pair(s) not checked: ${young.join(', ')} may be younger than the edition`;
    found.push({ ...told(look, 'ptp', 'ptp', 'I', text, young), state: 'not-checked' });
  }
  return found;
}

/** A code that an edition of another time never names may be younger than it. */
function youngCodes({ official, codes, dos }: Look): readonly string[] {
  const edition = official.editions.find(({ kind }) => kind === 'ptp');
  if (edition === undefined || covers(edition, dos)) return [];
  return codes.map(({ code }) => code).filter((code) => official.unpaired?.includes(code) === true);
}

function pairsAmong(codes: number): number {
  return (codes * (codes - 1)) / 2;
}

function unitFindings(look: Look): readonly Finding[] {
  const over = look.codes.filter(({ mue, units }) => mue !== undefined && units > mue);
  if (over.length === 0) return [told(look, 'mue', 'mue', 'I', 'units within the published limits')];
  return over.map(({ code, units, mue, mai }) => {
    const limit = mai === '1' ? `${mue} a line` : `${mue} a day`;
    return told(look, 'mue', 'mue', mai === '1' ? 'W' : 'F', `${code}: ${units} unit(s), the limit is ${limit}`, [
      code,
    ]);
  });
}

function addOnFindings(look: Look): readonly Finding[] {
  const here = new Set(look.codes.map(({ code }) => code));
  const addOns = look.codes.filter(({ addOn }) => addOn === true);
  const orphans = addOns.filter(
    ({ parents }) => !parents.includes('CCCCC') && !parents.some((parent) => here.has(parent)),
  );
  if (orphans.length === 0)
    return [told(look, 'aoc', 'add-on', 'I', `${addOns.length} add-on(s), each beside its parent`)];
  return orphans.map(({ code }) =>
    told(look, 'aoc', 'add-on', 'F', `${code} is an add-on and none of its parents is here`, [code]),
  );
}

const AUTHORITIES: Partial<Readonly<Record<OfficialKind, string>>> = {
  pfs: 'Medicare physician fee schedule',
  ptp: 'NCCI procedure-to-procedure edits',
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
  const edition: Edition | undefined = official.editions.find((one) => one.kind === kind);
  const authority = AUTHORITIES[kind] ?? '';
  if (edition === undefined) {
    const missing = `not checked: no edition of ${authority} is loaded`;
    return { rule, severity: 'I', state: 'not-checked', text: missing, authority, edition: 'none loaded', codes: [] };
  }
  const state: CheckState = covers(edition, dos) ? 'checked' : 'nearest-edition';
  return { rule, severity, state, text, authority, edition: edition.name, codes };
}
