import type { AuditedLine, AuditRow } from '../model/audit.ts';
import type { CodeRecord } from '../model/code-record.ts';
import type { ClaimLine } from '../model/draft.ts';
import type { Bench } from './bench.ts';
import { type Match, nearestCode } from './match-lines.ts';
import { extraWords, isSide, lackingWords } from './modifier-words.ts';
import { editionOf, pairName, pairsAgainst } from './pair-words.ts';
import { differenceOf } from './same-code.ts';
import { againstCode, foundAgainst, unknownWords } from './unsupported-words.ts';
import { compareWorth } from './worth.ts';

/** One row of the audit: what was billed for one thing against what the note supports for it. */
export function judgeMatch(match: Match, bench: Bench): AuditRow {
  const [sent] = match.billed;
  const [ours] = match.supported;
  if (sent === undefined) return row('missing', match, missingWords(match.supported));
  if (ours === undefined) return withoutSupport(sent.code, match, bench);
  return sent.code === ours.code ? sameCode(match, ours, bench) : neighbours(sent.code, ours, match, bench);
}

function row(outcome: AuditRow['outcome'], { billed, supported }: Match, why: string): AuditRow {
  return {
    outcome,
    billed: billed.map(plain),
    supported: supported.map(plain),
    why,
    evidence: supported[0]?.evidence.slice(0, 2) ?? [],
  };
}

function plain({ code, modifiers, units }: AuditedLine): AuditedLine {
  return { code, modifiers, units };
}

function sameCode(match: Match, ours: ClaimLine, bench: Bench): AuditRow {
  const twoLines = bench.findings.find(({ rule, codes }) => rule === 'both-sides' && codes.includes(ours.code));
  if (twoLines !== undefined) return row('over', match, twoLines.text);
  const { billedUnits, supportedUnits, extra, lacking } = differenceOf(match.billed, match.supported, bench.context);
  const isMore = billedUnits > supportedUnits;
  const isOnce = bench.context.library.find(ours.code)?.count.rule === 'one';
  const counted = `${billedUnits} ${billedUnits === 1 ? 'unit' : 'units'} billed, the note supports ${supportedUnits}${isOnce ? '' : `: ${ours.why}`}`;
  const reasons = [
    ...(billedUnits === supportedUnits ? [] : [counted]),
    ...extra.map((modifier) => extraWords(modifier, match, bench)),
    ...lacking
      .filter((modifier) => !(isSide(modifier) && extra.some(isSide)))
      .map((modifier) => lackingWords(modifier, match, bench)),
  ];
  if (isMore || extra.length > 0) return row('over', match, reasons.join('; '));
  if (reasons.length > 0) return row('under', match, reasons.join('; '));
  return ours.held === undefined ? row('confirmed', match, '') : row('open', match, ours.held);
}

function neighbours(code: string, ours: ClaimLine, match: Match, bench: Bench): AuditRow {
  const difference = compareWorth(match.billed, match.supported, bench.context);
  const outcome = difference > 0 ? 'over' : difference < 0 ? 'under' : 'unsupported';
  const fact = decidingFact(code, ours.code, bench) ?? againstCode(code, bench) ?? mistyped(code, bench) ?? ours.why;
  const edits = pairsAgainst(code, bench)
    .slice(0, 1)
    .map((pair) => `${pairName(pair)} (${editionOf(bench)})`);
  return row(outcome, match, [...measured(ours), fact, ...edits, ...doubtOf(ours)].join('; '));
}

/** `4 cm by the note`: the measure that picked our code. */
function measured({ why }: ClaimLine): string[] {
  return why
    .split('; ')
    .slice(0, 1)
    .filter((part) => / by the note$/.test(part));
}

/** Where we are not sure of our own line, a difference proves little. */
function doubtOf({ code, confidence }: ClaimLine): string[] {
  return confidence.word === 'needs a coder' ? [`our ${code} needs a coder itself: ${confidence.because}`] : [];
}

function mistyped(code: string, bench: Bench): string | undefined {
  return bench.context.library.find(code) === undefined ? unknownWords(code, bench) : undefined;
}

/** `47562, not 47563: no contrast picture of the ducts was obtained`. */
function decidingFact(billed: string, ours: string, { context: { library } }: Bench): string | undefined {
  const fact = factOf(library.find(billed), ours);
  if (fact !== undefined) return `${ours}, not ${billed}: ${fact}`;
  const needed = factOf(library.find(ours), billed);
  return needed === undefined ? undefined : `${ours}; ${billed} is right only when: ${needed}`;
}

function factOf(record: CodeRecord | undefined, other: string): string | undefined {
  return record?.notThis.find(({ code }) => code === other)?.decidingFact;
}

function withoutSupport(code: string, match: Match, bench: Bench): AuditRow {
  const against = againstCode(code, bench) ?? insteadOf(code, bench) ?? foundAgainst(code, bench);
  if (against !== undefined) return row('unsupported', match, against);
  const unknown = unknownWords(code, bench);
  if (unknown !== undefined) return row('open', match, unknown);
  const title = bench.context.library.find(code)?.title ?? code;
  return row('unsupported', match, `nothing in the note tells it (${title})`);
}

/** Another code of the family stands on the claim for what was done. */
function insteadOf(code: string, bench: Bench): string | undefined {
  const near = nearestCode(
    code,
    bench.claim.lines.map((line) => line.code),
    bench.context.library,
  );
  return near === undefined ? undefined : (decidingFact(code, near, bench) ?? `${near} stands for what was done`);
}

function missingWords(supported: readonly ClaimLine[]): string {
  const [line] = supported;
  if (line === undefined) return '';
  const why = line.held === undefined ? line.why : `${line.why}; it waits: ${line.held}`;
  return [why, ...doubtOf(line)].join('; ');
}
