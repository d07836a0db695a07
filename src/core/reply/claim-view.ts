import { isTimed } from '../anesthesia/anesthesia-codes.ts';
import type { CaseAnswer } from '../model/consultation.ts';
import type { ClaimLine, DiagnosisLine } from '../model/draft.ts';
import type { ClaimRowView, ClaimView } from './view.ts';
import { oneLine, sentence, shortened } from './words.ts';

/** Box 21 of the CMS-1500 holds twelve diagnoses, box 24E four pointers. */
const POINTERS = 'ABCDEFGHIJKL';
const MAX_POINTERS = 4;
const NONE = '-';
/** The official title stands behind ours, on the same line where it can. */
const LONGEST_OFFICIAL = 60;

/** The claim as boxes 21 and 24 of the CMS-1500; undefined when there is nothing to bill and nothing diagnosed. */
export function claimView({ lines, diagnoses }: CaseAnswer): ClaimView | undefined {
  if (lines.length === 0 && diagnoses.length === 0) return undefined;
  return {
    hasRvu: lines.some((line) => line.totalRvu !== undefined),
    hasGlobal: lines.some((line) => line.globalDays !== undefined),
    rows: lines.map((line) => rowView(line, diagnoses)),
    sum: sumOf(lines),
    diagnoses: diagnoses.map(({ code, title }, at) => ({ letter: POINTERS[at] ?? NONE, code, title: oneLine(title) })),
    copy: lines
      .filter(({ held }) => held === undefined)
      .map((line) =>
        [line.code, line.modifiers.join(' '), `${line.units}`, pointersOf(line, diagnoses).join('')].join('\t'),
      ),
  };
}

/** The letters of a line's diagnoses, in the line's own order of weight. */
function pointersOf(line: ClaimLine, diagnoses: readonly DiagnosisLine[]): string[] {
  return line.dx
    .map((code) => POINTERS[diagnoses.findIndex((diagnosis) => diagnosis.code === code)])
    .filter((letter) => letter !== undefined)
    .slice(0, MAX_POINTERS);
}

function rowView(line: ClaimLine, diagnoses: readonly DiagnosisLine[]): ClaimRowView {
  return {
    seq: `${line.seq}`,
    code: line.code,
    modifiers: line.modifiers.join(' ') || NONE,
    units: unitsOf(line),
    dx: pointersOf(line, diagnoses).join(' ') || NONE,
    rvu: rvuOf(line),
    global: globalOf(line),
    title: oneLine(line.title),
    official: line.official === undefined ? undefined : shortened(line.official, LONGEST_OFFICIAL),
    parent: line.parent,
    held: line.held === undefined ? undefined : sentence(line.held),
  };
}

/** Anesthesia is billed by the minute. */
function unitsOf({ code, units }: ClaimLine): string {
  if (!isTimed(code)) return `${units}`;
  return units > 1 ? `${units} min` : NONE;
}

function rvuOf({ totalRvu, units }: ClaimLine): string {
  if (totalRvu === undefined) return NONE;
  return units > 1 ? `${totalRvu.toFixed(2)} x ${units}` : totalRvu.toFixed(2);
}

/** The PFS global column in words: days, or what its letters mean. */
function globalOf({ globalDays }: ClaimLine): string {
  if (globalDays === undefined) return NONE;
  if (/^\d+$/.test(globalDays)) return `${Number(globalDays)} days`;
  switch (globalDays) {
    case 'ZZZ':
      return 'add-on';
    case 'MMM':
      return 'maternity';
    case 'YYY':
      return 'by carrier';
    default:
      return 'none';
  }
}

/** Only a claim of several priced lines has a sum worth telling; held lines are not in it. */
function sumOf(lines: readonly ClaimLine[]): string | undefined {
  const billed = lines.filter((line) => line.held === undefined);
  const priced = billed.flatMap(({ totalRvu, units }) => (totalRvu === undefined ? [] : [totalRvu * units]));
  if (billed.length < 2 || priced.length < billed.length) return undefined;
  return `Sum ${priced.reduce((sum, rvu) => sum + rvu, 0).toFixed(2)} RVU before payment rules.`;
}
