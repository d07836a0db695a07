import { faultOn, lifeOf } from '../check/code-life.ts';
import { listingOf } from '../check/listing.ts';
import { UNFIT } from '../draft/questions.ts';
import type { CodeRecord } from '../model/code-record.ts';
import { stemsOf } from '../retrieve/terms.ts';
import { isVisit } from '../rules/modifiers/visit-codes.ts';
import type { Bench } from './bench.ts';
import { pairsAgainst, pairWords } from './pair-words.ts';

/** A code that our library does not hold may well be right. */
const NOT_OURS = /not a code of the library/;
/** The reason of the pair rule, which `pairWords` tells with its indicator and edition. */
const OF_A_PAIR = /no modifier opens|unless done on another target/;

const NO_VISIT = 'the note tells no visit apart from the operation';

/** Why a billed code has no place on the claim; undefined when nothing is known against it. */
export function againstCode(code: string, bench: Bench): string | undefined {
  const { claim, context } = bench;
  const ended = faultOn(lifeOf(code, context.library), context.settings.dateOfService.value);
  if (ended !== undefined) return `${code} ${ended}`;
  const [row] = pairsAgainst(code, bench);
  const refused = claim.notBilled.find((one) => one.code === code)?.reason;
  const reasons = [
    claim.lines.length > 0 && isVisit(code) && !claim.lines.some((line) => isVisit(line.code)) ? NO_VISIT : undefined,
    refused !== undefined && !(row !== undefined && OF_A_PAIR.test(refused)) ? refused : undefined,
    row === undefined ? undefined : pairWords(row, bench),
  ].filter((reason) => reason !== undefined);
  return reasons.length > 0 ? reasons.join('; ') : undefined;
}

/** What a rule says against the code by itself, or beside what the note supports: a wrong line proves nothing. */
export function foundAgainst(code: string, { findings, claim }: Bench): string | undefined {
  const certain = new Set<string>([code, ...claim.lines.map((line) => line.code)]);
  return findings.find(
    ({ severity, codes, text }) =>
      severity === 'F' && codes.includes(code) && !NOT_OURS.test(text) && tellsAgainst(text, code, certain),
  )?.text;
}

/** "44180 falls beside 47562": the code named first is the one that goes. */
function tellsAgainst(text: string, code: string, certain: ReadonlySet<string>): boolean {
  const named = text.match(/\b(?:\d{4}[0-9FMTU]|[A-V]\d{4})\b/g) ?? [code];
  return named[0] === code && named.every((each) => certain.has(each));
}

/** Titled acts that no code of ours fits. */
function hasUnfit({ claim }: Bench): boolean {
  return claim.questions.some(({ id }) => id.startsWith(UNFIT));
}

/** Every word of a name of the code stands among what was done: we may only have failed to put it together. */
function hasNameOf(record: CodeRecord, { context: { library, extract } }: Bench): boolean {
  const told = new Set(stemsOf([...extract.titles, ...extract.performed].map(({ normal }) => normal).join(' ')));
  const names = [...record.aliases, ...(library.families.get(record.family)?.names ?? [])].map(({ text }) => text);
  return [record.title, ...names].some((name) => stemsOf(name).every((stem) => told.has(stem)));
}

/** Why nobody can say here whether a code is right: we do not hold it, or the note names it and we could not code it. */
export function unknownWords(code: string, bench: Bench): string | undefined {
  const { library, official, extract, settings } = bench.context;
  const record = library.find(code);
  if (record === undefined) {
    const fault = listingOf(code, official, settings.dateOfService.value)?.fault;
    if (fault !== undefined) return `${code} is ${fault}`;
    return `${code} is not in our library, so the note was not held against it`;
  }
  if (bench.claim.lines.length === 0) return 'we could not code this note, so nothing speaks for or against it';
  if (hasUnfit(bench)) return 'a procedure of the note has no code in our library; this may be the code for it';
  const isNamed = extract.instances.some(({ families }) => families.some(({ family }) => family === record.family));
  return isNamed || hasNameOf(record, bench)
    ? 'the note names it, but not enough of it is told for us to support it; a coder should look'
    : undefined;
}
