import { type StoryLine, storyLines } from './story-items.ts';
import { type ActReader, act, type ToldAct } from './told-act.ts';

/** How far the catheter went on one side, for 36221-36227. */
type Reach = 'common' | 'internal' | 'external' | 'vertebral' | 'subclavian';

const REACHES: readonly (readonly [Reach, RegExp])[] = [
  ['internal', /\b(ica|internal carotid)\b/],
  ['external', /\b(eca|external carotid)\b/],
  ['vertebral', /\b(vert|vertebral|va)\b/],
  ['common', /\b(cca|common carotid)\b/],
  ['subclavian', /\b(subclavian|sca|innominate|brachiocephalic)\b/],
];

const CODES: Readonly<Record<Reach, string>> = {
  internal: '36224',
  external: '36227',
  vertebral: '36226',
  common: '36223',
  subclavian: '36225',
};

const NOTE = /\b(neuroangio\w*|cerebral|carotid|(four|4|six|6|three|3) vessel|vertebral)\b/;
const ITEM = /^(\d{1,2} |[a-h] )?(l|r|lt|rt|left|right) /;
const FAILED = /\b(could not|would not|unable|not seat\w*|failed|kinked|not (selected|entered|engaged))\b/;
const LEAST_ITEMS = 2;

interface Selected {
  readonly side: 'left' | 'right';
  readonly reach: Reach;
  readonly line: StoryLine;
}

/**
 * Catheters into the arteries of neck and brain by side and by how far they went (36222-36227): the internal carotid
 * covers the common one, a vertebral artery entered covers the run from the subclavian. Read where the story lists the
 * vessels, each with its side (`1. R CCA -> R ICA`).
 */
export const readNeckArteries: ActReader = (extract) => {
  if (!NOTE.test(extract.normal.replace(/ +/g, ' '))) return undefined;
  const lines = storyLines(extract);
  const listed = lines.filter(({ words }) => ITEM.test(words) && REACHES.some(([, name]) => name.test(words)));
  const selected = listed.flatMap((line) => selectedIn(line, lines));
  if (listed.length < LEAST_ITEMS || selected.length < LEAST_ITEMS) return undefined;
  const acts = [...Map.groupBy(selected, ({ side }) => side)].flatMap(([side, ways]) => ofSide(side, ways));
  return { acts: onBothSides(acts), governs: /^(3622[1-8]|3621[5-8]|36200)$/ };
};

/** The farthest vessel of an item; where it could not be entered, the one from which it was filled. */
function selectedIn(line: StoryLine, lines: readonly StoryLine[]): Selected[] {
  const side = /^(\d{1,2} |[a-h] )?l/.test(line.words) ? 'left' : 'right';
  const reaches = REACHES.filter(([, name]) => name.test(line.words)).map(([reach]) => reach);
  if (!FAILED.test(line.words)) return reaches.slice(0, 1).map((reach) => ({ side, reach, line }));
  const rest = lines.filter(({ statement }) => statement.paragraph === line.statement.paragraph);
  const isFilled = rest.some(({ words }) => /\b(run|injection|fills?|filled|opacif\w*)\b/.test(words));
  return reaches.slice(1).flatMap((reach) => (isFilled ? [{ side, reach, line }] : []));
}

function ofSide(side: 'left' | 'right', ways: readonly Selected[]): ToldAct[] {
  const has = (reach: Reach): boolean => ways.some((way) => way.reach === reach);
  return [...Map.groupBy(ways, ({ reach }) => reach)].flatMap(([reach, [first]]) => {
    const isInside = (reach === 'common' && has('internal')) || (reach === 'subclavian' && has('vertebral'));
    if (first === undefined || isInside) return [];
    return [act(CODES[reach], first.line.statement, 'the farthest vessel entered on that side', { side })];
  });
}

/** The same reach on both sides is one bilateral line. */
function onBothSides(acts: readonly ToldAct[]): ToldAct[] {
  return [...Map.groupBy(acts, ({ code }) => code).values()].flatMap(([first, second]) =>
    first === undefined ? [] : [second === undefined ? first : { ...first, side: 'bilateral' as const }],
  );
}
