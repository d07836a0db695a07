import { SEPARATE_MODIFIERS } from '../check/associated-modifiers.ts';
import type { Rubric } from '../model/draft.ts';
import { MODIFIERS } from '../rules/modifiers/modifier-catalogue.ts';
import type { Bench } from './bench.ts';
import type { Match } from './match-lines.ts';
import { editionOf, hasEditOf, pairsAgainst, pairsWith } from './pair-words.ts';

const SIDES: Readonly<Record<string, string>> = { LT: 'the left side', RT: 'the right side', 50: 'both sides' };

/** Why a billed modifier is not earned. */
export function extraWords(modifier: string, { billed, supported }: Match, bench: Bench): string {
  const code = billed[0]?.code ?? '';
  const ownSide = supported.flatMap(({ modifiers }) => modifiers).find(isSide);
  if (isSide(modifier) && ownSide !== undefined)
    return `the note tells ${meaningOf(ownSide)}, not ${meaningOf(modifier)}`;
  if (isSeparate(modifier) && !pairsWith(code, bench).some(({ indicator }) => indicator === '1'))
    return idleWords(modifier, code, bench);
  const [open] = unearned(modifier, code, bench);
  if (open !== undefined) return open;
  const found = bench.findings.find(
    ({ severity, codes, text }) => severity !== 'I' && codes.includes(code) && namesModifier(text, modifier),
  );
  if (found !== undefined) return found.text;
  return isSeparate(modifier) ? idleWords(modifier, code, bench) : notShown(modifier);
}

/** Why a modifier that was not billed belongs on the line. */
export function lackingWords(modifier: string, { supported }: Match, bench: Bench): string {
  const code = supported[0]?.code ?? '';
  const rubric = bench.claim.rubrics.find((one) => one.code === code && one.modifier === modifier);
  const met = rubric?.criteria.filter(({ state }) => state === 'met').map(({ text }) => text) ?? [];
  const [pair] = isSeparate(modifier) ? pairsAgainst(code, bench) : [];
  const denied =
    pair === undefined
      ? []
      : [`without it ${code} is denied beside ${pair.column1} (indicator ${pair.indicator}, ${editionOf(bench)})`];
  const meaning = meaningOf(modifier) ?? 'what it stands for';
  const plain = isSide(modifier) ? `the note tells ${meaning}` : meaning;
  const reasons = [...met, ...denied];
  return `${modifier} is missing: ${reasons.length > 0 ? reasons.join('; ') : plain}`;
}

/** What a modifier of separation would have to open. */
function idleWords(modifier: string, code: string, bench: Bench): string {
  if (!hasEditOf('ptp', bench))
    return `${modifier}: the note shows no separate site, lesion, encounter or practitioner`;
  const pairs = pairsWith(code, bench);
  if (pairs.length === 0) {
    return `${modifier} opens nothing: no active NCCI pair with the other lines (${editionOf(bench)})`;
  }
  const open = pairs.find(({ indicator }) => indicator === '1');
  const row = open ?? pairs[0];
  const other = row?.column1 === code ? row.column2 : (row?.column1 ?? '');
  return open === undefined
    ? `${modifier} cannot open the pair with ${other}: indicator 0 (${editionOf(bench)})`
    : `${modifier} against the pair with ${other} (indicator 1) is not earned: the note shows no separate site, lesion, encounter or practitioner`;
}

function notShown(modifier: string): string {
  const meaning = meaningOf(modifier);
  return meaning === undefined
    ? `${modifier} is not shown by the note`
    : `${modifier} is not shown by the note: ${meaning}`;
}

function lackingIn({ criteria }: Rubric): string {
  const open = criteria.filter(({ state }) => state !== 'met');
  return open.map(({ text, state }) => `${text} (${state})`).join('; ');
}

export function isSide(modifier: string): boolean {
  return modifier === '50' || MODIFIERS.get(modifier)?.kind === 'place';
}

function meaningOf(modifier: string): string | undefined {
  return SIDES[modifier] ?? MODIFIERS.get(modifier)?.meaning;
}

/** What a billed modifier lacks by its criteria; empty where it was not held against any. */
function unearned(modifier: string, code: string, { rubrics }: Bench): string[] {
  const rubric = rubrics.find((one) => one.code === code && one.modifier === modifier && one.verdict !== 'earned');
  return rubric === undefined ? [] : [`${modifier}: ${lackingIn(rubric)}`];
}

export function isSeparate(modifier: string): boolean {
  return SEPARATE_MODIFIERS.has(modifier);
}

function namesModifier(text: string, modifier: string): boolean {
  return new RegExp(`\\b${modifier}\\b`).test(text);
}
