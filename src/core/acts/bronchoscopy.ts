import type { NoteExtract } from '../extract/note-extract.ts';
import { type StoryLine, storyLines, telling, tells } from './story-items.ts';
import { type ActReader, act, type ToldAct } from './told-act.ts';

const NOTE = /\b(bronch\w*|ebus)\b/;
const EBUS = /\b(ebus|endobronchial ultrasound)\b/;
/** A node station at the head of a line, or in a list of stations. */
const STATION = /\b(2[rl]|4[rl]|5|7|10[rl]|11(?:rs|ri|[rl])|12[rl])\b/g;
const HEADED = /^(?:station |node |stations )?(2[rl]|4[rl]|7|10[rl]|11(?:rs|ri|[rl])|12[rl])\b/;
const SAMPLED = /\b(pass(es)?|needle|tbna|sampled|aspirat\w*|biops\w*|bx|rose|stick(s)?)\b/;
const UNTOUCHED =
  /\b(not (stuck|sampled|biopsied|needled|done|seen)|seen only|skipped|no (needle|samples?|passes|biops\w*|node)|too small)\b/;

const FORCEPS = /\b(forceps bites?|forceps .{0,20}(bx|biops\w*|bites?))\b/;
const TRANSBRONCHIAL =
  /\b(tbbx|tblb|tbbs|transbronchial (lung )?(cryo )?(bx|biops\w*|bites?)|cryo ?(probe|biops\w*|bx))\b/;
const PROBE = /\b(\d(\.\d)? probe|cryoprobe|cryo)\b/;
const NAVIGATED = /\b(nav|navigat\w*|enb|superdimension|ion|robotic bronch\w*|monarch)\b/;
const RADIAL = /\b(radial (probe|ebus|ultrasound)|r ebus|rebus|rp ebus)\b/;
const LESION = /\b(nodule|mass|lesion|infiltrat\w*|opacit\w*|ild|interstitial|target)\b/;

const BITES = new RegExp(`${TRANSBRONCHIAL.source}|${FORCEPS.source}`);
/** A growth that is seen in the airway: plain forceps bites are then of the lining. */
const SEEN_IN_AIRWAY =
  /\b(endobronchial (lesion|mass|tumou?r|growth|nodule|biops\w*|bx)|exophytic|polypoid|fungating|friable|cauliflower|(block|occlud|obstruct|narrow)\w*( \w+){0,6} (lumen|orifice|take off|takeoff|airway|bronchus)|submucosal|mucosal (lesion|irregularity|nodul\w*))\b/;
const THROUGH_WALL = /\b(transbronchial|tbbx|tblb|tbbs|fluoro\w*|radial|navigat\w*|peripheral)\b/;

const LOBES: readonly (readonly [string, RegExp])[] = [
  ['right upper', /\b(rul|right upper lobe|rb[123])\b/],
  ['right middle', /\b(rml|right middle lobe|rb[45])\b/],
  ['right lower', /\b(rll|right lower lobe|rb([6-9]|10))\b/],
  ['left upper', /\b(lul|left upper lobe|lingula\w*|lb[1-5])\b/],
  ['left lower', /\b(lll|left lower lobe|lb([6-9]|10))\b/],
];

/**
 * Bronchoscopy by what was sampled: node stations by needle under ultrasound (31652, 31653), lobes by forceps or frozen
 * probe through the wall (31628, 31632), with navigation and the radial probe as add-ons. Read where the story lists the
 * stations, or names the lobe of the bites.
 */
export const readBronchoscopy: ActReader = (extract) => {
  if (!NOTE.test(extract.normal.replace(NOT_DONE, ''))) return undefined;
  const lines = storyLines(extract).filter(({ statement }) => statement.state === 'completed');
  const stations = stationsIn(lines);
  const isLining =
    lines.some(({ words }) => SEEN_IN_AIRWAY.test(words)) && !lines.some((line) => tells(line, THROUGH_WALL));
  const lining = isLining ? lines.filter((line) => tells(line, FORCEPS)) : [];
  const wall = (line: StoryLine): boolean => tells(line, TRANSBRONCHIAL) || isFrozen(line);
  const bites = lines.filter((line) => wall(line) || (!isLining && tells(line, FORCEPS)));
  const acts = [...nodes(stations), ...biopsies(bites, lines, extract), ...ofLining(lining)];
  const isEbusDenied = extract.statements.some(({ normal }) => DENIED_EBUS.test(normal.replace(/ +/g, ' ')));
  if (acts.length === 0 && !isEbusDenied) return undefined;
  const governs = [
    ...(stations.size > 0 || isEbusDenied ? ['3165[23]'] : []),
    ...(bites.length > 0 || lining.length > 0 ? ['31628', '31632'] : []),
    '31622',
  ];
  return { acts: [...acts, ...addOns(lines, acts)], governs: new RegExp(`^(${governs.join('|')})$`) };
};

/** `No bronchoscopy was done`: bites are then of the throat. */
const NOT_DONE = /\bno +(?:flexible +|rigid +)?bronchoscop\w*/g;

const DENIED_EBUS = /\bebus( scope)? (was )?(never|not) (opened|used|done|needed|passed)\b|\bno ebus\b/;

/** `Probe LLL: lateral basal x3, 5 sec freeze`: bites of the frozen probe. */
function isFrozen(line: StoryLine): boolean {
  return (
    PROBE.test(line.words) &&
    /\b(sec|seconds|freez\w*|frozen)\b/.test(line.words) &&
    LOBES.some(([, lobe]) => lobe.test(line.words))
  );
}

/** Stations a needle went into, each once. */
function stationsIn(lines: readonly StoryLine[]): ReadonlyMap<string, StoryLine> {
  const found = new Map<string, StoryLine>();
  if (!lines.some(({ words }) => EBUS.test(words))) return found;
  for (const line of lines) {
    if (UNTOUCHED.test(line.words) || !SAMPLED.test(line.words)) continue;
    const headed = HEADED.exec(line.words)?.[1];
    const listed = /\bstations? /.test(line.words) ? [...line.words.matchAll(STATION)].map(([name]) => name) : [];
    for (const name of headed === undefined ? listed : [headed, ...listed]) if (!found.has(name)) found.set(name, line);
  }
  return found;
}

function nodes(stations: ReadonlyMap<string, StoryLine>): ToldAct[] {
  const [first] = stations.values();
  if (first === undefined) return [];
  return [
    act(
      stations.size > 2 ? '31653' : '31652',
      first.statement,
      `node stations sampled: ${[...stations.keys()].join(', ')}`,
    ),
  ];
}

function ofLining([first]: readonly StoryLine[]): ToldAct[] {
  return first === undefined ? [] : [act('31625', first.statement, 'bites of a growth seen in the airway')];
}

/** Lobes bitten through the wall: the one the bites name, else the one the lesion lies in. */
function biopsies(bites: readonly StoryLine[], lines: readonly StoryLine[], extract: NoteExtract): ToldAct[] {
  const [first] = bites;
  if (first === undefined) return [];
  const own = new Set(bites.flatMap(({ words }) => lobesOf(words)));
  if (own.size === 0 && isOfTheAirway(bites, extract)) return [];
  const isPeripheral = own.size > 0 || telling(lines, RADIAL) !== undefined || LESION.test(extract.normal);
  if (!isPeripheral) return [];
  const further = own.size - 1;
  return [
    act('31628', first.statement, 'bites through the wall, one lobe'),
    ...(further > 0 ? [act('31632', first.statement, 'each further lobe', { units: further })] : []),
  ];
}

/** `Five forceps biopsies of the endobronchial lesion`: the wall itself was bitten, nothing says that it was passed. */
function isOfTheAirway(bites: readonly StoryLine[], { normal }: NoteExtract): boolean {
  const isThrough = bites.some(({ words }) => /\b(transbronchial|tbbx|tblb|tbbs|cryo\w*)\b/.test(words));
  return !isThrough && /\bendobronchial +(?!ultrasound)/.test(normal);
}

/** The lobes named behind the bites, up to another act (`lavage of ..., biopsies of ...`), else those before. */
function lobesOf(words: string): string[] {
  const at = Math.max(0, words.search(BITES));
  const [behind = ''] = words.slice(at).split(OTHER_ACT);
  const named = (part: string): string[] => LOBES.filter(([, lobe]) => lobe.test(part)).map(([name]) => name);
  const own = named(behind);
  return own.length > 0 ? own : named(words.slice(0, at));
}

const OTHER_ACT = /\b(lavage|bal|brush\w*|washings?|needle)\b/;

function addOns(lines: readonly StoryLine[], acts: readonly ToldAct[]): ToldAct[] {
  if (acts.length === 0) return [];
  // The first line of a note names what was booked.
  const story = lines.filter(({ statement }) => statement.index > 0);
  const told = (code: string, words: RegExp): ToldAct[] => {
    const line = telling(story, words);
    return line === undefined ? [] : [act(code, line.statement, 'told beside the sampling')];
  };
  return [...told('31627', NAVIGATED), ...told('31654', RADIAL)];
}
