import { isOtherSide, sideOfModifiers, sideOfTitle } from '../../draft/diagnosis-side.ts';
import { isOfTheTitle } from '../../draft/sides.ts';
import { normalize } from '../../extract/normalize.ts';
import type { Side } from '../../extract/note-extract.ts';
import { sidesOf } from '../../extract/targets.ts';
import type { ClaimLine, DiagnosisLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, type Source } from '../rule.ts';
import { billableUnder, type KnownDiagnosis, orderFile, recode, titleOf } from './diagnosis-rows.ts';
import { wordsOf } from './told-diagnosis.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.B.13';

/** What a side is called in official titles, an untold one too. */
type NamedSide = Side | 'unspecified';

/**
 * A diagnosis of a paired place names its side when the note does, and not the other one than the operation it
 * justifies. An unspecified side is mended, a side that nobody told taken back; a contradiction is said aloud.
 */
export const sideOfDiagnosis: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const tell = (severity: 'F' | 'W', text: string, codes: readonly string[]) =>
    findings.push(finding('dx-side', severity, sourceFor(context), AUTHORITY, text, codes));
  let ruled = draft;
  for (const line of draft.diagnoses) {
    const side = wantedSide(line, draft.lines, context);
    const sided = side === undefined ? undefined : onSide(line.code, side, context);
    if (side === undefined || sided === undefined) continue;
    ruled = recode(ruled, line.code, sided);
    const why = side === 'unspecified' ? 'the note tells no side' : `the note tells the side, ${side}`;
    tell('W', `${line.code} became ${sided.code}: ${why}`, [line.code, sided.code]);
  }
  for (const line of ruled.lines) {
    const other = contradicted(line, ruled.diagnoses, context);
    if (other === undefined) continue;
    const billed = [line.code, ...line.modifiers].join('-');
    tell('F', `${other} is a diagnosis of the other side than ${billed}`, [other, line.code]);
  }
  return { draft: ruled, findings };
};

function sourceFor(context: RuleContext): Source {
  const source = orderFile(context);
  return source.state === 'not-checked' ? librarySource(context) : source;
}

/** The side a diagnosis should have and has not: the one told, or none where it has one that nobody told. */
function wantedSide(line: DiagnosisLine, lines: readonly ClaimLine[], context: RuleContext): NamedSide | undefined {
  const title = titleOf(line.code, context);
  const has = sideOfTitle(title);
  if (has === undefined && !/\bunspecified\b/i.test(title)) return undefined;
  const own = sidesOf(wordsOf(line, context.extract));
  const told = single(own) ?? agreed(lines.filter(({ dx }) => dx.includes(line.code)));
  if (has === undefined) return told;
  // Its own words name a side: a contradiction is not for us to settle.
  if (own.length > 0 || line.evidence.length === 0) return undefined;
  if (told !== undefined) return isOtherSide(has, told) ? told : undefined;
  return sidesOf(context.extract.normal.replace(/ +/g, ' ')).length === 0 ? 'unspecified' : undefined;
}

function single(sides: readonly Side[]): Side | undefined {
  const isBoth = sides.includes('bilateral') || (sides.includes('left') && sides.includes('right'));
  return isBoth ? 'bilateral' : sides[0];
}

/** The side of the operations that a diagnosis justifies, when they have the same. */
function agreed(lines: readonly ClaimLine[]): Side | undefined {
  const [first, ...others] = lines.map(({ modifiers }) => sideOfModifiers(modifiers));
  return others.every((side) => side === first) ? first : undefined;
}

/** The one sibling that differs from a code in the side alone. */
function onSide(code: string, side: NamedSide, context: RuleContext): KnownDiagnosis | undefined {
  const title = titleOf(code, context);
  const fitting = siblings(code, context).filter(
    (other) => new RegExp(`\\b${side}\\b`, 'i').test(other.title) && isSameBut(other.title, title),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** The side stands in the last place, before a 7th character, which siblings share. */
function siblings(code: string, context: RuleContext): KnownDiagnosis[] {
  const hasSeventh = code.length === 8;
  const stem = code.slice(0, hasSeventh ? 6 : code.length - 1);
  return billableUnder(stem, context).filter(
    (other) =>
      other.code !== code && other.code.length === code.length && (!hasSeventh || other.code.at(-1) === code.at(-1)),
  );
}

const SIDE_WORD = /\b(right|left|bilateral|unspecified)\b/gi;

/** `unspecified extremity` stands beside `right leg`, `unspecified side` beside `right`, `bilateral knees` beside `knee`. */
const PLACE_WORD = /^(sides?|extremit(y|ies)|legs?|limbs?|knees?|hips?|eyes?|ears?|and)$/;

/** The titles tell the same thing once their sides are taken out. */
function isSameBut(one: string, other: string): boolean {
  const words = (title: string): ReadonlySet<string> =>
    new Set(
      title
        .toLowerCase()
        .replace(SIDE_WORD, ' ')
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '' && !PLACE_WORD.test(word)),
    );
  const [first, second] = [words(one), words(other)];
  return first.size === second.size && [...first].every((word) => second.has(word));
}

/**
 * A diagnosis of one side under an operation of the other; a further one of the right side answers for it, and one that
 * shares no word with the title (the cancer that a port is for) has its own side.
 */
function contradicted(
  { modifiers, dx }: ClaimLine,
  diagnoses: readonly DiagnosisLine[],
  context: RuleContext,
): string | undefined {
  const side = sideOfModifiers(modifiers);
  const sides = dx.map((code) => ({ code, side: sideOfTitle(titleOf(code, context)) }));
  if (sides.some((each) => each.side !== undefined && !isOtherSide(each.side, side))) return undefined;
  const other = sides.find((each) => isOtherSide(each.side, side))?.code;
  const words = diagnoses.find(({ code }) => code === other)?.evidence.map(({ quote }) => normalize(quote)) ?? [];
  const isOfIt = words.length === 0 || words.some((normal) => isOfTheTitle({ normal }, context.extract));
  return isOfIt ? other : undefined;
}
