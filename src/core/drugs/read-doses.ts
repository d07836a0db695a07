import { quotesOf } from '../draft/evidence.ts';
import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { stateOf } from '../extract/statement-state.ts';
import type { DrugRecord } from '../model/code-record.ts';
import type { Evidence } from '../model/draft.ts';
import type { IsoDate } from '../model/ids.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { type Amount, amountsIn, converted } from './amounts.ts';
import { drugsIn, type Naming } from './names.ts';

/** One drug as the note tells it, in the unit of its code. */
export interface Dose {
  readonly drug: DrugRecord;
  /** Undefined when the note tells no amount that the code's unit can be reckoned from. */
  readonly given: number | undefined;
  readonly wasted: number | undefined;
  /** The note says that nothing was left. */
  readonly isNothingWasted: boolean;
  readonly container: 'single' | 'multiple' | undefined;
  readonly evidence: readonly Evidence[];
}

const ADMINISTERED =
  /\b(inject\w*|administ\w*|given|gave|instill\w*|infus\w*|implant\w*|insert\w*|placed|applied|received|used|deliver\w*|treated|im|iv|intramuscular\w*|subcutaneous\w*|intra ?articular\w*|intravitreal\w*)\b/;
/** Told of another day, of a plan, or of what the patient takes at home. */
const NOT_NOW =
  /\b(last (?:year|month|week|visit|time)|previous(?:ly)?|prior|ago|discuss\w*|consider\w*|recommend\w*|prescri\w*|tablets?|daily|refill\w*|allerg\w*|takes?|taking|next visit)\b/;
/** An item of a list (`Kenalog 40 mg`) needs no verb. */
const LONGEST_ITEM = 60;
const FINITE = /\b(was|were|is|are|had|has|have|been|we|i|he|she)\b/;
const NOT_GIVEN: ReadonlySet<Statement['state']> = new Set([
  'negated',
  'planned',
  'historical',
  'hypothetical',
  'abandoned',
]);
const NO_PROOF: ReadonlySet<Statement['section']> = new Set(['history', 'plan', 'preop-diagnosis', 'postop-diagnosis']);

const WASTE_AFTER =
  /^[\s,]*(?:\([^)]{0,40}\)\s*)?(?:was |were |is |of (?:the )?\w+ (?:was |were )?|remaining (?:was |were )?|(?:drug )?left over |unused )*(?:discard\w*|wast\w*|thrown away|unused|disposed)/i;
const WASTE_BEFORE =
  /(?:discard\w*|wast(?:e|ed|age|ing)|unused|disposed of)(?: amount| drug| of| was| were|:)*\s*(?:a total of )?$/i;
const VIAL_AFTER =
  /^[\s-]*(?:(?:single|multi(?:ple)?)[- ]?(?:dose|use) )?(?:vial|syringe|bottle|ampule|ampoule|kit|container)/i;
const VIAL_BEFORE = /(?:vial|syringe|bottle|container)s?(?: size| of| containing|:)*\s*$/i;
const TOTAL_BEFORE = /\btotal(?: dose| amount)?(?: of|:)?\s*$/i;
const SINGLE = /\bsingle[- ]?(?:dose|use)\b|\bpre-?filled syringe\b/i;
const MULTIPLE = /\bmulti(?:ple)?[- ]?(?:dose|use)\b/i;
const NOTHING_LEFT =
  /\b(?:no|without) (?:drug |medication )?(?:waste|wastage|discard\w*)\b|\bnothing (?:was )?(?:discarded|wasted)\b|\b(?:entire|whole|full|complete) (?:contents of the )?(?:vial|syringe|content\w*|amount|dose) (?:was |were )?(?:used|given|injected|administered)\b/i;

/** Every drug the note tells as given, its doses on different sides added up. */
export function readDoses(extract: NoteExtract, library: EngineLibrary, day: IsoDate): Dose[] {
  const told = new Map<string, Mention[]>();
  for (const statement of extract.statements) {
    if (NOT_GIVEN.has(ownState(statement)) || NO_PROOF.has(statement.section)) continue;
    for (const mention of mentionsIn(statement, extract, library, day).filter(({ isGiven }) => isGiven)) {
      told.set(mention.drug.code, [...(told.get(mention.drug.code) ?? []), mention]);
    }
  }
  return [...told.values()].flatMap((mentions) => doseOf(mentions, extract) ?? []);
}

/** `Nothing was discarded` denies the waste, not the drug. */
function ownState({ state, normal, section }: Statement): Statement['state'] {
  return state === 'negated' ? stateOf(normal.replace(NOTHING_LEFT, ''), section) : state;
}

interface Mention {
  readonly drug: DrugRecord;
  readonly given: number | undefined;
  readonly wasted: number | undefined;
  readonly isTotal: boolean;
  readonly isGiven: boolean;
  readonly sides: string;
  readonly place: { readonly start: number; readonly end: number };
}

/** Each drug of a statement owns the words up to the next drug. */
function mentionsIn(statement: Statement, { text }: NoteExtract, library: EngineLibrary, day: IsoDate): Mention[] {
  const raw = text.slice(statement.start, statement.end);
  const namings = drugsIn(raw, library, day);
  return namings.map((naming, at) => {
    const from = at === 0 ? 0 : (namings[at - 1]?.end ?? 0);
    const to = namings[at + 1]?.start ?? raw.length;
    const amounts = amountsIn(raw).filter(({ start, end }) => start >= from && end <= to);
    return mentionOf(naming, amounts, raw, statement);
  });
}

function mentionOf(naming: Naming, amounts: readonly Amount[], raw: string, statement: Statement): Mention {
  const { drug } = naming;
  const inUnit = ({ value, unit }: Amount): number | undefined => converted(value, unit, drug.unit);
  const own = amounts.filter((amount) => belongs(amount, naming, raw));
  const roles = own.map((amount) => ({ amount, role: roleOf(amount, raw) }));
  const wastes = roles.filter(({ role }) => role === 'waste').flatMap(({ amount }) => inUnit(amount) ?? []);
  const doses = roles.filter(
    ({ role, amount }) => (role === 'dose' || role === 'total') && inUnit(amount) !== undefined,
  );
  const total = doses.find(({ role }) => role === 'total');
  const nearest = doses.toSorted((a, b) => distance(a.amount, naming) - distance(b.amount, naming))[0];
  const chosen = total ?? nearest;
  const direct = chosen === undefined ? undefined : inUnit(chosen.amount);
  return {
    drug,
    given: direct ?? byVolume(naming, own) ?? (drug.unit === 'dose' ? 1 : undefined),
    wasted: wastes.length === 0 ? undefined : wastes.reduce((sum, each) => sum + each, 0),
    isTotal: total !== undefined,
    isGiven: isAct(statement.normal.replace(/ +/g, ' ').trim()),
    sides: sidesOf(statement),
    place: { start: statement.start + naming.start, end: statement.start + naming.end },
  };
}

function isAct(words: string): boolean {
  if (NOT_NOW.test(words)) return false;
  return ADMINISTERED.test(words) || (words.length <= LONGEST_ITEM && !FINITE.test(words));
}

function roleOf({ start, end, isStrength }: Amount, raw: string): 'waste' | 'vial' | 'total' | 'strength' | 'dose' {
  const [before, after] = [raw.slice(0, start), raw.slice(end)];
  if (isStrength) return 'strength';
  if (WASTE_AFTER.test(after) || WASTE_BEFORE.test(before)) return 'waste';
  if (VIAL_AFTER.test(after) || VIAL_BEFORE.test(before)) return 'vial';
  return TOTAL_BEFORE.test(before) ? 'total' : 'dose';
}

const CONJUNCTION = /\b(?:and|plus|with|mixed)\b|[+;]/i;

/** `20 mg of something and 0.5 cc Celestone`: the first amount is of the something. */
function belongs(amount: Amount, { start, end }: Naming, raw: string): boolean {
  if (amount.end <= start)
    return !CONJUNCTION.test(raw.slice(amount.end, start)) || isOfAnother(raw.slice(amount.end)) !== true;
  return !(CONJUNCTION.test(raw.slice(end, amount.start)) && isOfAnother(raw.slice(amount.end)));
}

/** A word right after the amount that is neither a verb nor a vial: the name of another drug. */
function isOfAnother(after: string): boolean {
  const word = /^\s*(?:of\s+)?(?:the\s+|a\s+)?([a-z]{4,})/i.exec(after)?.[1]?.toLowerCase();
  return word !== undefined && !NO_DRUG.test(word);
}

const NO_DRUG =
  /^(was|were|inject|given|gave|admin|discard|wast|used|single|multi|vial|syringe|bottle|from|into|into|intra|sub|total|dose|prefilled|preservative|each|left|right|both|applied|instill|placed|remain|solution|suspension|mixture|through|slowly|under|then|with|over|unused)/;

function distance({ start, end }: Amount, naming: Naming): number {
  return start >= naming.end ? start - naming.end : naming.start - end;
}

/** `2 mL of Kenalog 10 mg/mL`, `1 cc of Kenalog-40`: volume times strength. */
function byVolume({ drug, strength }: Naming, amounts: readonly Amount[]): number | undefined {
  const told = amounts.find(({ isStrength }) => isStrength);
  const volume = amounts.find(({ unit, isStrength }) => unit === 'ml' && !isStrength);
  const perMl =
    strength === undefined ? told && converted(told.value, told.unit, drug.unit) : converted(strength, 'mg', drug.unit);
  return perMl === undefined || volume === undefined ? undefined : perMl * volume.value;
}

function sidesOf({ normal }: Statement): string {
  if (/\b(bilateral\w*|both|each) (knee|shoulder|hip|eye|side|joint|hand|foot|wrist|ankle|heel)?/.test(normal))
    return 'both';
  return ['left', 'right'].filter((side) => new RegExp(`\\b${side}\\b`).test(normal)).join();
}

/** Told twice for one side is told once; for two sides both count. */
function doseOf(mentions: readonly Mention[], extract: NoteExtract): Dose | undefined {
  const [first] = mentions;
  if (first === undefined) return undefined;
  const words = mentions.map(({ place }) => statementAround(place.start, extract)).join(' ');
  const wasted = mentions.flatMap(({ wasted: each }) => each ?? [])[0];
  return {
    drug: first.drug,
    given: givenIn(mentions),
    wasted: wasted ?? wasteNearby(first, extract),
    isNothingWasted: NOTHING_LEFT.test(extract.text),
    container: MULTIPLE.test(words)
      ? 'multiple'
      : SINGLE.test(words) || SINGLE.test(extract.text)
        ? 'single'
        : undefined,
    evidence: quotesOf(
      mentions
        .toSorted((a, b) => Number(b.given !== undefined) - Number(a.given !== undefined))
        .map(({ place }) => place),
      extract,
    ).slice(0, 2),
  };
}

function givenIn(mentions: readonly Mention[]): number | undefined {
  const told = mentions.filter(({ given }) => given !== undefined);
  const total = told.find(({ isTotal }) => isTotal);
  if (total !== undefined) return total.given;
  const bySide = new Map<string, number>();
  for (const { sides, given = 0 } of told) bySide.set(sides, Math.max(bySide.get(sides) ?? 0, given));
  const [left, right] = [bySide.get('left'), bySide.get('right')];
  if (left !== undefined && right !== undefined) return left + right;
  const both = told.find(({ sides, drug }) => sides === 'both' && drug.unit === 'dose');
  const most = [...bySide.values()].toSorted((a, b) => b - a)[0];
  return both === undefined || most === undefined ? most : most * 2;
}

/** `The remaining 45 units were discarded.` in the statement after the dose. */
function wasteNearby({ drug, place }: Mention, extract: NoteExtract): number | undefined {
  const at = extract.statements.findIndex(({ start, end }) => place.start >= start && place.start < end);
  for (const { start, end } of extract.statements.slice(at + 1, at + 4)) {
    const raw = extract.text.slice(start, end);
    const waste = amountsIn(raw).find((amount) => roleOf(amount, raw) === 'waste');
    const value = waste === undefined ? undefined : converted(waste.value, waste.unit, drug.unit);
    if (value !== undefined) return value;
  }
  return undefined;
}

function statementAround(at: number, { statements, text }: NoteExtract): string {
  const home = statements.find(({ start, end }) => at >= start && at < end);
  return home === undefined ? '' : text.slice(home.start, home.end);
}
