import { overLimits } from '../check/limits.ts';
import { bare } from '../draft/questions.ts';
import type { AuditRow, DenialAdvice } from '../model/audit.ts';
import type { ClaimLine, Evidence } from '../model/draft.ts';
import type { MueRow, PtpRow } from '../model/official.ts';
import type { Bench } from './bench.ts';
import type { BilledLine } from './billed-claim.ts';
import { isSeparate } from './modifier-words.ts';
import { editionOf, pairName, pairsAgainst } from './pair-words.ts';

type Advice = Omit<DenialAdvice, 'code' | 'reason'>;

/**
 * What to do about a denied line. An appeal is worded only where the edit can be opened and the note proves it: an NCCI
 * pair of indicator 1, or an MUE of MAI 1 or 3 with the units documented. Indicator 0, MAI 2 and a denial that is right
 * are not appealed.
 */
export function denialAdvice(line: BilledLine, rows: readonly AuditRow[], bench: Bench): DenialAdvice[] {
  if (line.denial === undefined) return [];
  const row = rows.find(({ billed }) => billed.some(({ code }) => code === line.code));
  const own = bench.claim.lines.filter(({ code }) => code === line.code);
  const advice = row === undefined ? NOTHING_KNOWN : adviceFor(line, row, own, bench);
  return [{ code: line.code, reason: line.denial, ...advice }];
}

const NOTHING_KNOWN: Advice = {
  advice: 'ask-the-payer',
  text: 'no edit that is loaded explains this denial: ask the payer for its reason before anything is sent',
  wording: undefined,
};

function adviceFor(line: BilledLine, row: AuditRow, own: readonly ClaimLine[], bench: Bench): Advice {
  const [first] = own;
  const [pair] = pairsAgainst(line.code, bench);
  const limit = limitOver(line, bench);
  if (pair?.indicator === '0') return refuse(`${pairName(pair)}: neither a modifier nor a record opens it`);
  if (first !== undefined && limit !== undefined) return aboutUnits(line, limit, own, bench);
  if (row.outcome === 'open') return { ...NOTHING_KNOWN, text: `not before this is settled: ${row.why}` };
  if (first === undefined) {
    const why = pair === undefined ? row.why : `${pairName(pair)}, and the note shows nothing that opens it`;
    return refuse(`the denial is right: ${why}`);
  }
  if (pair !== undefined) return aboutPair(line, pair, first, bench);
  return row.outcome === 'confirmed' ? NOTHING_KNOWN : resubmit(`send a corrected claim: ${row.why}`);
}

function aboutPair(line: BilledLine, pair: PtpRow, own: ClaimLine, bench: Bench): Advice {
  const earned = own.modifiers.filter((modifier) => OPENS.has(modifier));
  const proof = proofOf(own, pair, bench);
  const edit = `${pairName(pair)}, ${editionOf(bench)}`;
  if (earned.length === 0 || proof === undefined) return refuse(`${edit}: the note shows nothing that opens it`);
  const sent = line.modifiers.filter(
    (modifier) => earned.includes(modifier) || (isSeparate(modifier) && earned.some(isSeparate)),
  );
  if (sent.length === 0) {
    return resubmit(`send a corrected claim with ${earned.join(' ')} on ${line.code}, which the note earns; ${edit}`);
  }
  return {
    advice: 'appeal',
    text: `${edit}, and the note proves what opens it`,
    wording: `${line.code} was denied as part of ${pair.column1}. ${pairName(pair)} allows both when they are separate. The operative note documents this: "${bare(proof.quote)}". Modifier ${sent.join(', ')} was reported for that reason. Please reprocess the line.`,
  };
}

const OPENS: ReadonlySet<string> = new Set([
  '59',
  'XE',
  'XS',
  'XP',
  'XU',
  'LT',
  'RT',
  '25',
  '57',
  '58',
  '78',
  '79',
  '24',
]);

/** The passage that tells this target, and not the one of the other code. */
function proofOf(own: ClaimLine, pair: PtpRow, { claim }: Bench): Evidence | undefined {
  const other = claim.lines.find(({ code }) => code === pair.column1);
  const taken = new Set(other?.evidence.map(({ quote }) => quote) ?? []);
  return own.evidence.find(({ quote }) => !taken.has(quote));
}

function limitOver(line: BilledLine, { billed, context }: Bench): MueRow | undefined {
  return overLimits(billed.lines, context.official.mues).find(({ code }) => code === line.code)?.limit;
}

function aboutUnits(line: BilledLine, limit: MueRow, own: readonly ClaimLine[], bench: Bench): Advice {
  const supported = own.reduce((sum, { units }) => sum + units, 0);
  const edit = `MUE of ${line.code}: ${limit.units}, MAI ${limit.mai} (${editionOf(bench, 'mue')})`;
  const isJoined = supported <= limit.units && own.some(({ modifiers }) => modifiers.includes('50'));
  if (isJoined) return resubmit(`${edit}: both sides are one line with 50; send a corrected claim`);
  if (limit.mai === '2') return refuse(`${edit}: absolute for the day, no record opens it`);
  if (limit.units === 0) return refuse(`${edit}: Medicare does not pay it`);
  if (supported <= limit.units)
    return refuse(`${edit}: the note supports ${supported} only, so the denial of the rest is right`);
  const quotes = own.flatMap(({ evidence }) => evidence).map(({ quote }) => `"${bare(quote)}"`);
  if (quotes.length === 0) return refuse(`${edit}: the note does not tell the units one by one`);
  const first =
    limit.mai === '1'
      ? `a limit a line: further lines, each with the modifier that tells it apart, come first; where they were sent`
      : 'denied at submission and paid on appeal with the record';
  return {
    advice: 'appeal',
    text: `${edit}: ${first}, and the note tells ${supported}`,
    wording: `${line.units} units of ${line.code} were denied above the limit of ${limit.units} (MAI ${limit.mai}). The operative note documents ${supported}: ${quotes.slice(0, 3).join(', ')}. The units were medically necessary on one day; the note is enclosed. Please reprocess the line.`,
  };
}

function refuse(text: string): Advice {
  return { advice: 'do-not-appeal', text, wording: undefined };
}

function resubmit(text: string): Advice {
  return { advice: 'resubmit', text, wording: undefined };
}
