import { type StoryLine, storyLines } from './story-items.ts';
import { type ActReader, act } from './told-act.ts';

const ENTERED =
  /\b(?:to|into|in|engag\w*|select\w*|cannulat\w*|catheteri[sz]\w*) (?:the )?(?:main )?(left|right|l|r)(?: main)? renal\b(?! vein)|\b(left|right|l|r)(?: main)? renal(?: artery)?(?: was)? (?:select\w*|engag\w*|cannulat\w*|catheteri[sz]\w*|entered)\b/;
const BOTH =
  /\b(?:both|bilateral) renal\w*(?: arter\w+)?(?: were)? (?:select\w*|engag\w*|cannulat\w*|catheteri[sz]\w*|entered)\b/;
const PICTURED = /\b(runs?|injection|angiogra\w*|arteriogra\w*|pictured|views?)\b/;
const BRANCH = /\b(superselect\w*|segmental|interlobar|subsegment\w*)\b/;
const TREATED = /\b(stent (was )?(placed|deployed)|angioplasty (was )?(done|performed)|emboli[sz]ed)\b/;

/**
 * Kidney arteries entered and pictured, one side or both (36251, 36252): catheter, flush of the aorta and reading are
 * inside. Read where the story tells each side, nothing was treated and no branch inside a kidney was entered.
 */
export const readRenalArteries: ActReader = (extract) => {
  const lines = storyLines(extract).filter(({ statement }) => statement.state === 'completed');
  const entered = lines.filter(
    (line) => (ENTERED.test(line.words) || BOTH.test(line.words)) && isPictured(line, lines),
  );
  const [first] = entered;
  if (first === undefined || lines.some(({ words }) => BRANCH.test(words) || TREATED.test(words))) return undefined;
  const sides = new Set(entered.flatMap(({ words }) => sidesIn(words)));
  const [only] = sides;
  const governs = /^(3625[1-4]|36200|3624[5-8]|75625|757(22|24|26))$/;
  if (sides.size > 1) return { acts: [act('36252', first.statement, 'both sides entered')], governs };
  return { acts: [act('36251', first.statement, 'one side entered', { side: only })], governs };
};

function isPictured(line: StoryLine, lines: readonly StoryLine[]): boolean {
  return lines.some(({ statement, words }) => statement.paragraph === line.statement.paragraph && PICTURED.test(words));
}

function sidesIn(words: string): ('left' | 'right')[] {
  if (BOTH.test(words)) return ['left', 'right'];
  const hit = ENTERED.exec(words);
  return [/^l/.test(hit?.[1] ?? hit?.[2] ?? '') ? 'left' : 'right'];
}
