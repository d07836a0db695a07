import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { numberOf } from '../extract/targets.ts';
import { storyLines, telling } from './story-items.ts';
import { type ActReader, act, type ToldAct } from './told-act.ts';

type Conduit = 'artery' | 'vein';

/** Conduits, coronary arteries and the arrows between them, in the order of the text. */
const TOKEN =
  /(?<artery>\b(?:[lr]i(?:m|t)a|(?:left|right) internal (?:mammary|thoracic)(?: artery)?|(?:left |right )?radial(?: artery)?)\b)|(?<vein>\b(?:svg|rsvg|gsv|saphenous(?: vein)?(?: graft)?|vein(?: graft)?)\b)|(?<target>\b(?:lad|left anterior descending|d[1-3]|(?:first |second )?diag(?:onal)?|om ?[1-4]?|obtuse marginal(?: ?[1-3])?|lcx|circumflex|l?pda|posterior descending|plb?|plv|posterolateral|rca|right coronary|ramus|intermedius)\b)|(?<arrow>->|→|\bto\b|\bonto\b|\binto\b|–|—|-(?=[a-z]))|(?<stop>(?<!\.)[.;!?](?=\s|$)|\b(?:not|no|off|from|of|with stenosis)\b)/g;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(left anterior descending)$/, 'lad'],
  [/^(posterior descending|lpda)$/, 'pda'],
  [/^(plb?|plv|posterolateral)$/, 'pl'],
  [/^(right coronary)$/, 'rca'],
  [/^(lcx)$/, 'circumflex'],
  [/^(intermedius)$/, 'ramus'],
  [/^((first )?diag(onal)?)$/, 'd1'],
  [/^(second diag(onal)?)$/, 'd2'],
  [/^(om|obtuse marginal) ?([1-4]?)$/, 'om'],
];

interface Distal {
  readonly conduit: Conduit;
  readonly target: string;
  readonly statement: Statement;
}

const VEIN_ONLY = ['33510', '33511', '33512', '33513', '33514', '33516'];
const VEIN_BESIDE = ['33517', '33518', '33519', '33521', '33522', '33523'];
const ARTERIAL = ['33533', '33534', '33535', '33536'];

const NOTE = /\b(cabg|bypass\w*|opcab)\b/;
const OPERATED = /\b(sternotomy|cpb|cardiopulmonary bypass|pump|clamp(ed)?|cardiopleg\w*|distals)\b/;

/**
 * Coronary bypass by its ends on the heart, not by its conduits (33510-33536): one vein sewn to two arteries has two. Read
 * where the story says which conduit went to which artery; silent where it says that there were more.
 */
export const readCoronaryBypass: ActReader = (extract) => {
  if (!NOTE.test(extract.normal) || !storyLines(extract).some(({ words }) => OPERATED.test(words))) return undefined;
  const ends = distalsOf(extract);
  const count = (conduit: Conduit): number => ends.filter((end) => end.conduit === conduit).length;
  const [arteries, veins] = [count('artery'), count('vein')];
  const total = totalOf(extract);
  if (ends.length < 2 || ends.length < total) return undefined;
  // More than the note says itself: only a list with arrows is to be trusted over it.
  if (total > 0 && ends.length > total && !ends.every(({ statement }) => isListed(statement, extract)))
    return undefined;
  const why = `${arteries} arterial and ${veins} vein ends on the heart are told`;
  const first = (conduit: Conduit): Statement | undefined => ends.find((end) => end.conduit === conduit)?.statement;
  const acts: ToldAct[] = [];
  const [arterial, vein] = [first('artery'), first('vein')];
  const codeOf = (codes: readonly string[], ends: number): string => codes[Math.min(ends, codes.length) - 1] ?? '';
  if (arterial !== undefined) acts.push(act(codeOf(ARTERIAL, arteries), arterial, why));
  if (vein !== undefined) acts.push(act(codeOf(arterial === undefined ? VEIN_ONLY : VEIN_BESIDE, veins), vein, why));
  const clip = telling(storyLines(extract), APPENDAGE);
  const beside =
    clip === undefined ? [] : [act('33268', clip.statement, 'the atrial appendage was closed beside the bypass')];
  return { acts: [...acts, ...harvests(extract), ...beside], governs: clip === undefined ? GOVERNED : WITH_APPENDAGE };
};

const GOVERNED = /^(335(1\d|2[1-3]|3[3-6])|33508|33509|35600)$/;
const WITH_APPENDAGE = new RegExp(`${GOVERNED.source}|^3326[7-9]$`);
const APPENDAGE =
  /\b(clip\w*|ligat\w*|exclu\w*|oversew\w*|oversewn|stapled|amputat\w*)( \w+){0,4} (laa|atrial appendage)\b|\b(laa|atrial appendage)( \w+){0,4} (clip\w*|ligat\w*|exclu\w*|oversewn|stapled|amputat\w*)\b/;

/** Conduit and artery of each end, each artery once for a kind of conduit. */
function distalsOf(extract: NoteExtract): Distal[] {
  const found = new Map<string, Distal>();
  const titled = extract.titles.map((statement) => ({ statement }));
  for (const { statement } of [...storyLines(extract), ...titled]) {
    if (statement.state !== 'completed' && statement.state !== 'converted') continue;
    for (const { conduit, target } of endsIn(extract.text.slice(statement.start, statement.end).toLowerCase())) {
      const key = `${conduit} ${target}`;
      if (!found.has(key)) found.set(key, { conduit, target, statement });
    }
  }
  const ends = [...found.values()];
  // `OM` in the title is the `OM2` of the story.
  const isNumbered = (conduit: Conduit): boolean =>
    ends.some((end) => end.conduit === conduit && /^om\d/.test(end.target));
  return ends.filter(({ conduit, target }) => target !== 'om' || !isNumbered(conduit));
}

const GOES_ON =
  /^(?:\s|coronary|arter(?:y|ies)|branch(?:es)?)*(?:\band\b|&|,|\+|\/)[\s,]*(?:and )?(?:then )?(?:the )?$/;

/** `SVG a -> PDA, then side to side to PL`: a conduit, an arrow, and the arteries that follow. */
function* endsIn(text: string): Generator<{ conduit: Conduit; target: string }> {
  let conduit: Conduit | undefined;
  let isLed = false;
  let isQualified = false;
  let last = 0;
  for (const hit of text.matchAll(TOKEN)) {
    const { artery, vein, target, arrow, stop } = hit.groups ?? {};
    const gap = text.slice(last, hit.index);
    last = hit.index + hit[0].length;
    if (artery !== undefined || vein !== undefined) {
      conduit = artery === undefined ? 'vein' : 'artery';
      isLed = false;
    } else if (arrow !== undefined) isLed = conduit !== undefined;
    else if (stop !== undefined) {
      if (/^[.;!?]$/.test(stop) || stop === 'not') conduit = undefined;
      isLed = false;
    } else if (target !== undefined && isQualified) {
      // `The posterior descending branch of the right coronary artery` is one artery.
      isQualified = false;
    } else if (target !== undefined && conduit !== undefined) {
      if (isLed || GOES_ON.test(gap)) {
        yield { conduit, target: nameOf(target) };
        isLed = false;
      } else if (!/^\s*$/.test(gap)) conduit = undefined;
    }
  }
}

function nameOf(target: string): string {
  const plain = target.replace(/\s+/g, ' ').trim();
  const named = NAMES.find(([pattern]) => pattern.test(plain));
  if (named === undefined) return plain.replace(' ', '');
  return named[1] === 'om' ? `om${/\d/.exec(plain)?.[0] ?? ''}` : named[1];
}

function isListed({ start, end }: Statement, { text }: NoteExtract): boolean {
  return /->|→/.test(text.slice(start, end));
}

/** `CABG x4`, `total 4 distals`: the number the note gives itself, the largest. */
function totalOf({ titles, performed }: NoteExtract): number {
  const told = [...titles, ...performed].flatMap(({ normal }) => {
    const words = normal.replace(/ +/g, ' ');
    const hit =
      /\b(?:cabg|bypass(?:es|ing)?(?: graft\w*)?) (?:x ?|times )(\d|[a-z]+)\b|\b(\d|[a-z]+) (?:distals|distal anastomoses)\b/.exec(
        words,
      );
    return numberOf(hit?.[1] ?? hit?.[2] ?? '') ?? [];
  });
  return Math.max(0, ...told);
}

const RADIAL = /\bradial\b/;
const VEIN = /\b(gsv|svg|saphenous|vein)\b/;
const TAKEN = /\b(taken|harvest\w*|procured|by scope|endoscop\w*|evh|erah|open)\b/;
const SCOPE = /\b(scope|endoscop\w*|evh|erah)\b/;

/**
 * How the conduits were taken: through a scope, or a radial artery through a cut; a vein taken open is inside. The limb is
 * a site apart from the chest, which the edits of the scope codes ask to be said (59).
 */
function harvests(extract: NoteExtract): ToldAct[] {
  const acts = new Map<string, ToldAct>();
  const why = 'how the conduit was taken is told';
  for (const { statement } of storyLines(extract)) {
    const text = extract.text.slice(statement.start, statement.end).toLowerCase();
    for (const clause of text.split(/[,;]\s/)) {
      if (!TAKEN.test(clause) || /\b(not|no)\b/.test(clause)) continue;
      const code = RADIAL.test(clause)
        ? SCOPE.test(clause)
          ? '33509'
          : '35600'
        : VEIN.test(clause) && SCOPE.test(clause)
          ? '33508'
          : undefined;
      if (code !== undefined && !acts.has(code))
        acts.set(code, act(code, statement, why, { modifiers: code === '35600' ? [] : ['59'] }));
    }
  }
  if (acts.has('33509')) acts.delete('35600');
  return [...acts.values()];
}
