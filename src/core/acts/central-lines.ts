import type { NoteExtract } from '../extract/note-extract.ts';
import { type StoryLine, storyLines } from './story-items.ts';
import { type ActReader, act, type ToldAct } from './told-act.ts';

const LINE =
  /\b(central (venous )?(line|catheter)|cvl|cvc|dialysis catheter|hd (cath|catheter|line)|vas ?cath|trialysis|quinton|hickman|broviac|groshong|perm ?cath|split tip|triple lumen|tunneled)\b/;
const HEAD = new RegExp(`^(\\d{1,2} )?([a-z]+ ){0,2}?${LINE.source}`);
const TUNNELED = /\b(hickman|broviac|groshong|perm ?cath|split tip|(?<!non )tunneled|cuff)\b/;
const NOT_TUNNELED = /\bnon tunneled\b/;
const IN_PLACE =
  /\b(tunneled from|peel away|cuff \d|draws?|draw|pull\w*|flush\w*|sewn|sutured|in over (the |a )?wire|placed|inserted|advanced)\b/;
const PORT_IN = /\b(port|reservoir)( \w+){0,3} (placed|seated|sutured|in pocket)\b/;

const OLD_OUT =
  /\b(old|existing|previous) (cath|catheter|line|permcath)( \w+){0,6} (out|removed|clamped|cut|withdrawn)\b|\b(old|existing) (cath|catheter|line) out\b/;
const OVER_WIRE = /\bover (the|a) (stiff )?(wire|guidewire|amplatz)\b/;
const SAME_WAY = /\bsame (tract|tunnel|vein|venous access|site|exit|access)\b/;

const SEEN_OPEN = /\b(patent|compressible|patency)\b/;
const KEPT =
  /\b(image|images|picture|pic|film)\b.{0,40}\b(pacs|saved|stored|kept|recorded|sent|archived)\b|\b(stored|saved|recorded) (image|picture|us image|film)\b/;
const WATCHED = /\b(real time|live ultrasound|watched|under (live |direct )?ultrasound)\b/;
const TIP_FILM = /\btip\b.{0,60}\b(film|image|fluoro\w*)\b|\b(film|image|fluoro\w*)\b.{0,40}\btip\b/;

/**
 * Central venous lines without a port by tunnel and by what became of the old one: placed anew (36555-36558), each vein
 * punctured its own, or exchanged over a wire through the same tunnel (36581), with recorded guidance. Read where the
 * story tells the lines one by one, or tells the exchange.
 */
export const readCentralLines: ActReader = (extract) => {
  const lines = storyLines(extract).filter(({ statement }) => statement.state === 'completed');
  const exchange = exchangeIn(lines);
  if (exchange !== undefined) {
    return { acts: [exchange, ...tipFilm(lines)], governs: /^(3655[5-8]|3658[01])$/ };
  }
  const placed = placedIn(lines);
  const [first, second] = placed;
  if (first === undefined) return undefined;
  const isListed = second !== undefined;
  const own = placed.filter(({ isTunneled }) => isTunneled || isListed);
  if (own.length === 0) return undefined;
  const acts = [...Map.groupBy(own, ({ isTunneled }) => isTunneled)].map(([isTunneled, [one, ...more]]) =>
    act(codeOf(isTunneled, extract), (one ?? first).line.statement, 'each vein punctured is a line', {
      units: more.length + 1,
    }),
  );
  const guided = own.filter(({ story }) => isGuided(story));
  const ultrasound =
    guided[0] === undefined
      ? []
      : [
          act('76937', guided[0].line.statement, 'the vein was seen open, the needle watched, an image kept', {
            units: guided.length,
            modifiers: ['26'],
          }),
        ];
  return {
    acts: [...acts, ...ultrasound, ...(own.some(({ isTunneled }) => isTunneled) ? tipFilm(lines) : [])],
    governs: /^(3655[5-8]|76937)$/,
  };
};

interface Placed {
  readonly line: StoryLine;
  readonly isTunneled: boolean;
  readonly story: readonly StoryLine[];
}

/** Lines that head an item of the story, or are told as tunneled to their place; each with what the item tells of it. */
function placedIn(lines: readonly StoryLine[]): Placed[] {
  return lines.flatMap((line) => {
    const story = lines.filter(({ statement }) => statement.paragraph === line.statement.paragraph);
    const told = story.map(({ words }) => words).join(' . ');
    const isHead = HEAD.test(line.words) && /^\d/.test(line.words);
    const isTold = TUNNELED.test(line.words) && /\btunneled from\b/.test(line.words);
    if ((!isHead && !isTold) || !IN_PLACE.test(told) || PORT_IN.test(told)) return [];
    return [{ line, isTunneled: TUNNELED.test(told) && !NOT_TUNNELED.test(told), story }];
  });
}

function codeOf(isTunneled: boolean, { ageYears }: NoteExtract): string {
  const isSmall = ageYears !== undefined && ageYears < 5;
  return isTunneled ? (isSmall ? '36557' : '36558') : isSmall ? '36555' : '36556';
}

/** A cuffed catheter changed over the wire through its own tunnel. */
function exchangeIn(lines: readonly StoryLine[]): ToldAct | undefined {
  const told = lines.map(({ words }) => words).join(' . ');
  const line = lines.find(({ words }) => OVER_WIRE.test(words) && SAME_WAY.test(words));
  if (line === undefined || !OLD_OUT.test(told) || !TUNNELED.test(told) || PORT_IN.test(told)) return undefined;
  return act('36581', line.statement, 'the old catheter was changed over a wire through the same way');
}

function tipFilm(lines: readonly StoryLine[]): ToldAct[] {
  const line = lines.find(({ words }) => TIP_FILM.test(words));
  return line === undefined
    ? []
    : [act('77001', line.statement, 'the tip was seen on a film that was kept', { modifiers: ['26'] })];
}

function isGuided(story: readonly StoryLine[]): boolean {
  const told = story.map(({ words }) => words).join(' . ');
  return SEEN_OPEN.test(told) && KEPT.test(told) && WATCHED.test(told);
}
