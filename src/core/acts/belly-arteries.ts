import type { NoteExtract } from '../extract/note-extract.ts';
import { type StoryLine, storyLines, tells } from './story-items.ts';
import { type ActReader, type ActReading, act, type ToldAct } from './told-act.ts';

type Trunk = 'celiac' | 'superior' | 'inferior';

interface Branch {
  readonly trunk: Trunk;
  readonly name: string;
  /** Order of the branch from the aorta: the trunk itself is the first. */
  readonly order: 1 | 2 | 3;
  readonly words: RegExp;
}

const branch = (trunk: Trunk, order: Branch['order'], name: string, words: RegExp): Branch => ({
  trunk,
  order,
  name,
  words,
});

/** The last vessels before the wall of the gut. */
const STRAIGHT =
  /\b(vas(a)? recta|straight vessel|marginal artery|(branch|feeder|twig|vessel)\w* (of|off|from) the (ileocolic|(middle|right|left) colic))\b/;

const BRANCHES: readonly Branch[] = [
  branch('celiac', 1, 'celiac', /\bc(o)?eliac\b/),
  branch('celiac', 2, 'left gastric', /\b(left gastric|lga)\b/),
  branch('celiac', 2, 'splenic', /\bsplenic( artery)?\b/),
  branch('celiac', 2, 'common hepatic', /\b(common hepatic|cha)\b/),
  branch('celiac', 3, 'gastroduodenal', /\b(gastroduodenal|gda)\b/),
  branch('celiac', 3, 'proper hepatic', /\b(proper hepatic|pha)\b/),
  branch('celiac', 3, 'right hepatic', /\b(right hepatic|rha)\b/),
  branch('celiac', 3, 'left hepatic', /\b(left hepatic|lha)\b/),
  branch(
    'celiac',
    3,
    'hepatic segment',
    /\b(segment(al)? ([ivx\d]+ )?(hepatic )?(branch|artery|feeder)\w*|(branch|artery|feeder)\w* (of|to) segment)\b/,
  ),
  branch('superior', 1, 'superior mesenteric', /\b(superior mesenteric|sma)\b/),
  branch('superior', 2, 'middle colic', /\bmiddle colic\b/),
  branch('superior', 2, 'ileocolic', /\bileocolic\b/),
  branch('superior', 2, 'right colic', /\bright colic\b/),
  branch('superior', 2, 'jejunal', /\b(jejunal|ileal) (branch|artery)\w*/),
  branch('superior', 3, 'straight vessel', STRAIGHT),
  branch('inferior', 1, 'inferior mesenteric', /\b(inferior mesenteric|ima)\b/),
  branch('inferior', 2, 'left colic', /\bleft colic\b/),
  branch('inferior', 2, 'sigmoid', /\bsigmoid(al)? (branch|artery)\w*/),
  branch('inferior', 2, 'superior rectal', /\bsuperior (rectal|hemorrhoidal)\b/),
];

const ENTERED =
  /\b(engag\w*|select\w*|catheteri[sz]\w*|cannulat\w*|driven|advanced|turned|into|entered|did it|micro\w*)\b/;
const RUN = /\b(runs?|angiogra\w*|arteriogra\w*|dsa|inject\w*)\b/;
const NOTE = /\b(mesenteric|visceral|celiac|coeliac|hepatic artery)\b/;
const ORDER_CODE = { 1: '36245', 2: '36246', 3: '36247' } as const;
const TREATED =
  /\b((chemo|radio)?emboli[sz](ed|ation)|(micro ?)?coil(s|ed)? (were |was )?(placed|deployed|dropped|pushed|packed|laid|delivered|detached)|gelfoam (was|slurry)|plug|(beads|particles|microspheres|coils|glue|onyx)\b.*\b(given|infused|delivered|injected|deployed|administered|stasis))\b/;
const FOUND = /\b(show\w*|demonstrat\w*|reveal\w*|interpretation|blush|extravasation|anatomy|findings?)\b/;
const PICTURED_BEFORE =
  /\b(prior|previous|recent|planning|mapping)( \w+){0,2} (angiogra\w*|arteriogra\w*)\b|\b(angiogra\w*|arteriogra\w*)( \w+){0,4} (ago|last (week|month)|reviewed)\b/;
const NONE_BEFORE = /\bno( \w+){0,2} (prior|previous|earlier)\b|\bno (angiogra|arteriogra)\w*/;

/**
 * Catheters into the arteries of the gut by trunk and order (36245-36248, 75726, 75774): of each trunk the farthest
 * branch, further branches of second order and beyond as add-ons, a reading for each trunk and for each further branch.
 */
export const readBellyArteries: ActReader = (extract) => {
  if (!NOTE.test(extract.normal)) return undefined;
  const lines = storyLines(extract);
  const entered = enteredIn(lines);
  if (lines.some((line) => tells(line, TREATED))) return besideTreatment(entered, extract);
  const trunks = Map.groupBy(entered, ({ branch: { trunk } }) => trunk);
  if (trunks.size < 2 || entered.length < 3) return undefined;
  return {
    acts: [...trunks.values()].flatMap(ofTrunk).reduce<ToldAct[]>(added, []),
    governs: /^(3624[5-8]|75726|75774|75625|36200)$/,
  };
};

/**
 * A vessel closed through the same catheter (37241-37244): the way there is billed, the pictures only as a first study
 * that tells what was found, and no further branch of it.
 */
function besideTreatment(entered: readonly Entered[], extract: NoteExtract): ActReading | undefined {
  const trunks = Map.groupBy(entered, ({ branch: { trunk } }) => trunk);
  if (trunks.size === 0) return undefined;
  const isFirst = extract.statements
    .map(({ normal }) => normal.replace(/ +/g, ' '))
    .every((words) => !PICTURED_BEFORE.test(words) || NONE_BEFORE.test(words));
  const found = storyLines(extract).some(({ words }) => FOUND.test(words));
  const acts = [...trunks.values()].flatMap(ofTrunk).flatMap((told): ToldAct[] => {
    if (told.code === '75774') return [];
    if (told.code !== '75726') return [told];
    return isFirst && found ? [{ ...told, modifiers: ['26', '59'] }] : [];
  });
  return { acts: acts.reduce<ToldAct[]>(added, []), governs: /^(3624[5-8]|75726|75774|75625|36200)$/ };
}

interface Entered {
  readonly branch: Branch;
  readonly line: StoryLine;
}

/** The branches that hold a catheter and a run: the last one named of those on the way to it. */
function enteredIn(lines: readonly StoryLine[]): Entered[] {
  const found = new Map<string, Entered>();
  for (const line of lines) {
    if (line.statement.state !== 'completed' || !ENTERED.test(line.words)) continue;
    const beside = lines.filter(({ statement }) => statement.paragraph === line.statement.paragraph);
    if (!beside.some(({ words }) => RUN.test(words))) continue;
    const [way = ''] = line.words.split(RUN);
    const named = BRANCHES.flatMap((each) => {
      const at = way.search(each.words);
      return at < 0 ? [] : [{ branch: each, at }];
    }).toSorted((a, b) => b.at - a.at);
    const [last] = named;
    if (last !== undefined && !found.has(last.branch.name)) found.set(last.branch.name, { branch: last.branch, line });
  }
  return [...found.values()];
}

function ofTrunk(entered: readonly Entered[]): ToldAct[] {
  const [farthest, ...others] = entered.toSorted((a, b) => b.branch.order - a.branch.order);
  if (farthest === undefined) return [];
  const why = 'the farthest branch of that trunk that was entered';
  const further = others.filter(({ branch: { order } }) => order > 1);
  const selective = entered.filter(({ branch: { order } }) => order > 1);
  return [
    act(ORDER_CODE[farthest.branch.order], farthest.line.statement, why),
    ...further.map(({ line }) => act('36248', line.statement, 'a further branch of a trunk that was entered')),
    act('75726', farthest.line.statement, 'one reading of each trunk', { modifiers: ['26'] }),
    ...selective
      .slice(entered.some(({ branch: { order } }) => order === 1) ? 0 : 1)
      .map(({ line }) => act('75774', line.statement, 'a reading of each further branch', { modifiers: ['26'] })),
  ];
}

/** Equal codes of several vessels are one line with as many units. */
function added(acts: ToldAct[], next: ToldAct): ToldAct[] {
  const at = acts.findIndex(({ code }) => code === next.code);
  const known = acts[at];
  return known === undefined ? [...acts, next] : acts.with(at, { ...known, units: known.units + 1 });
}
