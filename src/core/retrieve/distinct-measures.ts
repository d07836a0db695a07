import type { MeasureFact, NoteExtract } from '../extract/note-extract.ts';
import type { BandAxis } from '../model/code-record.ts';
import { sizeOf } from './band-axis.ts';

/** A gap in the belly wall is measured itself, not the wound through which it was closed. */
function isOfDefect({ measure, of }: BandAxis): boolean {
  return measure === 'length-cm' && of[0]?.startsWith('defect') === true;
}

const SPAN =
  /\b(?:span\w*|from (?:the )?(?:top|upper)|overall|in (?:all|total)|total|together|combined|aggregate|encompass\w*|came to|to (?:the )?(?:bottom|lower|lowest)(?: \w+){0,4})\b/;

/** Several gaps count by the span from the first to the last, where it is told. */
function spanOf(axis: BandAxis, facts: readonly MeasureFact[], extract: NoteExtract): MeasureFact | undefined {
  if (!isOfDefect(axis)) return undefined;
  const spans = facts.filter(({ start, statement }) => {
    const told = extract.statements[statement];
    return told !== undefined && SPAN.test(told.normal.slice(0, start - told.start).slice(-60));
  });
  return spans.toSorted((a, b) => b.value - a.value)[0];
}

const DRAWN = /\b(?:ellipse|elliptical|fusiform|outlined|drawn|planned)\b/;

/** The ellipse that was drawn is the wound that was closed: where the closure has a length, it is not told twice. */
function closed(
  { measure }: BandAxis,
  facts: readonly MeasureFact[],
  { statements }: NoteExtract,
): readonly MeasureFact[] {
  if (measure !== 'length-cm') return facts;
  const own = facts.filter(({ statement }) => !DRAWN.test(statements[statement]?.normal ?? ''));
  return own.length > 0 ? own : facts;
}

/** Where some numbers are said to be of the thing itself, the others measure something else. */
function preferred(axis: BandAxis, facts: readonly MeasureFact[], extract: NoteExtract): readonly MeasureFact[] {
  const wanted: MeasureFact['of'] =
    axis.measure === 'diameter-cm'
      ? 'lesion'
      : isOfDefect(axis)
        ? 'defect'
        : axis.measure === 'length-cm'
          ? 'wound'
          : 'other';
  if (wanted === 'other') return facts;
  const own = facts.filter(({ of }) => of === wanted);
  if (own.length > 0)
    return wanted === 'wound' ? facts.filter((fact) => own.includes(fact) || isListed(fact, own, extract)) : own;
  // The length of the closed wound is no diameter of what was cut out.
  const others = facts.filter(({ of }) => of !== 'wound');
  return others.length > 0 ? others : facts;
}

/** `Two cuts: of the forehead 1.8 cm and under the chin 1.2 cm`: the second number goes on where the first named the thing. */
function isListed(fact: MeasureFact, own: readonly MeasureFact[], { text }: NoteExtract): boolean {
  if (
    fact.of !== 'other' ||
    /^ *(?:deep|wide|in (?:depth|width)|from|away|above|below|distal|proximal|long scar)\b/.test(text.slice(fact.end))
  )
    return false;
  return own.some(
    ({ statement, end }) =>
      statement === fact.statement && end <= fact.start && /(?:\band\b|[,;])[^.;]*$/.test(text.slice(end, fact.start)),
  );
}

/** The lesion of the findings is the one of the story: `Findings: pigment 1.4 cm`, later `all round the 1.4 cm area`. */
function isFoundAndTold(
  { measure }: BandAxis,
  one: MeasureFact,
  other: MeasureFact,
  { statements }: NoteExtract,
): boolean {
  const sections = [one, other].map(({ statement }) => statements[statement]?.section);
  return (
    measure === 'diameter-cm' &&
    one.value === other.value &&
    sections[0] !== sections[1] &&
    sections.includes('findings')
  );
}

/** `Measured 3.2 cm, and with a narrow margin 3.6 cm across`: one lesion, before and with what was taken around it. */
function isWithMargin({ measure }: BandAxis, one: MeasureFact, other: MeasureFact, { text }: NoteExtract): boolean {
  const isOneStatement = one.statement === other.statement && one.value < other.value;
  return (
    measure === 'diameter-cm' &&
    isOneStatement &&
    /\bwith\b[^.;]*\bmargins?\b[^.;\d]*$/.test(text.slice(one.end, other.start))
  );
}

/** One measure a lesion: a number repeated in the same paragraph, or a title that repeats the body, is the same thing. */
export function distinctMeasures(axis: BandAxis, facts: readonly MeasureFact[], extract: NoteExtract): MeasureFact[] {
  const span = spanOf(axis, facts, extract);
  const used = span === undefined ? preferred(axis, closed(axis, facts, extract), extract) : [span];
  const kept: MeasureFact[] = [];
  for (const fact of used) {
    const paragraph = extract.statements[fact.statement]?.paragraph;
    const twin = kept.findIndex((other) => {
      const isSameParagraph = extract.statements[other.statement]?.paragraph === paragraph;
      // `8 x 6.5 cm`, later `52 sq cm`: one area told twice.
      if (axis.measure === 'area-sqcm' && sizeOf(axis, other) === sizeOf(axis, fact)) return true;
      if (isFoundAndTold(axis, other, fact, extract) || isWithMargin(axis, other, fact, extract)) return true;
      return (
        isSameParagraph &&
        (axis.measure === 'diameter-cm' ? other.statement !== fact.statement : other.value === fact.value)
      );
    });
    const known = kept[twin];
    if (known === undefined) kept.push(fact);
    else if (
      (known.of !== 'lesion' && fact.of === 'lesion') ||
      extract.statements[known.statement]?.section === 'findings'
    )
      kept[twin] = fact;
  }
  return kept;
}
