import type { NoteExtract } from '../extract/note-extract.ts';
import { itemsByPlace, names, type Place, type StoryItem, type StoryLine, storyLines, telling } from './story-items.ts';
import { type ActReader, type ActReading, act, type ToldAct } from './told-act.ts';

type Artery = 'LM' | 'LD' | 'LC' | 'RC' | 'RI';

const ARTERIES: readonly Place<Artery>[] = [
  { name: 'LM', words: 'lm|lmca|left main( coronary)?( artery)?' },
  { name: 'LD', words: 'lad|left anterior descending( artery)?|diag|diagonal|d1|d2' },
  { name: 'LC', words: 'lcx|circ|circumflex|left circumflex( artery)?|om|om1|om2|om3|obtuse marginal' },
  { name: 'RC', words: 'rca|right coronary( artery)?|pda|pl|plv|plb' },
  { name: 'RI', words: 'ramus|ri|ramus intermedius' },
];

/** Stents by their makers' names. */
const MAKE = 'xience|synergy|resolute|promus|orsiro|onyx|ultimaster';
const STENT = new RegExp(
  [
    /\b(des|bms|stented|stenting|(?<!in )stents?( was| were)?( \w+){0,3} (placed|deployed|implanted|delivered)|(placed|deployed|implanted)( [\w.]+){0,6} stents?|\d(\.\d+)? x \d+( mm)?( \w+){0,3} stents?)\b/
      .source,
    String.raw`\d(\.\d+)?( x \d+)?( mm)? (${MAKE})\b`,
    String.raw`\b(${MAKE})( [\w.]+){0,5} (placed|deployed|implanted|delivered|inflated)\b`,
  ].join('|'),
);
const CUT = /\b(rota|rotablat\w*|rotational|atherectomy|orbital|csi|burr)\b/;
const BALLOON =
  /\b(ptca|poba|angioplasty|\d(\.\d+)?( x \d+)?( mm)?( nc| compliant)? balloon|balloon(ed)? (angioplasty|dilat\w*))\b/;
const ULTRASOUND = /\b(ivus|oct|intravascular ultrasound|optical coherence)\b/;
const PRESSURE = /\b(ffr|ifr|rfr|dfr|pressure wire|fractional flow reserve)\b/;

const INFARCT = /\b(n?stemi|(non )?st (segment )?elevation( mi| myocardial)?|acute (mi|myocardial infarction))\b/;
const CULPRIT = /\bculprit\b/;
const FULL = /\b(cto|chronic(ally)? total(ly)?)\b/;

/**
 * Coronary treatment by major artery (92920-92944): one code for an artery, whatever the number of stents, with the
 * pictures and pressures taken in it as add-ons and a first full study beside it. Read where the story tells the
 * arteries one by one (`LCx: 2.5 balloon, 3.0x23 DES`).
 */
export const readCoronaryStents: ActReader = (extract) => {
  const items = merged(itemsByPlace(storyLines(extract), ARTERIES));
  const treated = items.filter(({ lines }) => isTreated(lines));
  if (treated.length === 0) return readGraft(extract);
  const culprit = culpritOf(treated, extract);
  const main = treated.flatMap((item): ToldAct[] => {
    const line = telling(item.lines, STENT) ?? telling(item.lines, CUT) ?? telling(item.lines, BALLOON);
    const code = item === culprit ? '92941' : codeOf(item.lines);
    return line === undefined ? [] : [act(code, line.statement, 'told artery by artery', { vessel: item.place })];
  });
  const extra = [...perArtery(items, ULTRASOUND, '92978', '92979'), ...perArtery(items, PRESSURE, '93571', '93572')];
  return { acts: [...main, ...extra, ...firstStudy(extract)], governs: /^(929[2-4]\d|9297[89]|9357[12])$/ };
};

/** An artery told in two places (findings, then treatment) is one. */
function merged(items: readonly StoryItem<Artery>[]): StoryItem<Artery>[] {
  return [...Map.groupBy(items, ({ place }) => place).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, lines: [first, ...more].flatMap(({ lines }) => lines) }],
  );
}

function isTreated(lines: readonly StoryLine[]): boolean {
  return [STENT, CUT, BALLOON].some((each) => telling(lines, each) !== undefined);
}

function codeOf(lines: readonly StoryLine[]): string {
  if (lines.some(({ words }) => FULL.test(words))) return '92943';
  const isCut = telling(lines, CUT) !== undefined;
  if (telling(lines, STENT) !== undefined) return isCut ? '92933' : '92928';
  return isCut ? '92924' : '92920';
}

/** In an acute infarction the artery called the culprit, or the only one treated. */
function culpritOf(treated: readonly StoryItem<Artery>[], { statements }: NoteExtract): StoryItem<Artery> | undefined {
  const isAcute = statements.some(
    ({ section, state, normal }) =>
      section !== 'history' && state === 'completed' && INFARCT.test(normal.replace(/ +/g, ' ')),
  );
  if (!isAcute) return undefined;
  const called = statements
    .filter(({ normal }) => CULPRIT.test(normal))
    .map(({ normal }) => normal.replace(/ +/g, ' '));
  const named = treated.filter(({ place }) => {
    const words = ARTERIES.find(({ name }) => name === place)?.words ?? '';
    return called.some((each) => new RegExp(`(^| )(${words})( |$)`).test(each));
  });
  const [only, other] = named.length > 0 ? named : treated;
  return other === undefined ? only : named[0];
}

function perArtery(items: readonly StoryItem<Artery>[], tool: RegExp, first: string, further: string): ToldAct[] {
  const lines = items.flatMap((item) => item.lines.find((line) => names(line, tool)) ?? []);
  const [one, ...more] = lines;
  if (one === undefined) return [];
  const why = 'taken in an artery that the story names';
  const rest =
    more[0] === undefined ? [] : [act(further, more[0].statement, why, { units: more.length, modifiers: ['26'] })];
  return [act(first, one.statement, why, { modifiers: ['26'] }), ...rest];
}

const SEEN =
  /\b(lm|left main|lad|left anterior descending|lcx|circ|circumflex|rca|right coronary)\b( \w+){0,4} (ok|normal|nl|clear|fine|patent|clean|mild|no disease|\d{2,3}( \d{2,3})?|occluded|stenosis|free|dominant)\b/g;
const KNOWN =
  /\b(?<!no )(?<!never )(films?|cath|angiogra\w*|catheterization) (\w+ ){0,6}(reviewed|ago|last (week|month)|yesterday|known|elsewhere)\b|\bstaged\b|\bknown (anatomy|films?)\b/;
const CROSSED = /\b(lvedp|lv ?gram|ventriculogra\w*|pig(tail)? across|left heart cath\w*)\b/;
const RIGHT_HEART = /\b(right heart cath\w*|rhc|swan|pcwp|wedge pressure)\b/;
const MOST_ARTERIES = 3;

/** A full study earned beside the treatment: every artery is described, and no earlier films showed them. */
function firstStudy(extract: NoteExtract): ToldAct[] {
  const lines = storyLines(extract);
  if (extract.statements.some(({ normal }) => KNOWN.test(normal.replace(/ +/g, ' ')))) return [];
  const seen = new Set(lines.flatMap(({ words }) => [...words.matchAll(SEEN)].map(([, artery]) => artery)));
  const crossed = telling(lines, CROSSED);
  const from = crossed ?? lines.find(({ words }) => words.search(SEEN) >= 0);
  if (seen.size < MOST_ARTERIES || from === undefined) return [];
  const isRight = telling(lines, RIGHT_HEART) !== undefined;
  const code = crossed === undefined ? (isRight ? '93456' : '93454') : isRight ? '93460' : '93458';
  return [
    act(code, from.statement, 'every coronary artery is described and no earlier study is told', {
      modifiers: ['26', '59'],
    }),
  ];
}

const INTO_GRAFT =
  /\b(into|engag\w*|cannulat\w*|in)( \w+){0,2} (vein graft|svg|saphenous (vein )?graft|bypass graft|(lima|rima) graft)\b|\b(svg|vein graft)( \w+){0,3} (engag\w*|cannulat\w*|entered)\b/;
const LED_TO = /\b(?:svg|vein graft|lima|rima|graft) (?:to )?(?:the )?(\w+)\b/g;

/** A bypass graft treated, no artery of the heart itself: named by the artery it feeds (92937). */
function readGraft(extract: NoteExtract): ActReading | undefined {
  const lines = storyLines(extract).filter(({ statement }) => statement.state === 'completed');
  const entered = lines.find(({ words }) => INTO_GRAFT.test(words));
  const treated = telling(lines, STENT) ?? telling(lines, CUT) ?? telling(lines, BALLOON);
  if (entered === undefined || treated === undefined) return undefined;
  const fed = lines.flatMap(({ words }) => [...words.matchAll(LED_TO)].map(([, name = '']) => name));
  const [vessel] = fed.flatMap(
    (name) => ARTERIES.find(({ words }) => new RegExp(`^(${words})$`).test(name))?.name ?? [],
  );
  const pictures = telling(lines, ULTRASOUND);
  const why = 'the graft was entered and treated';
  return {
    acts: [
      act('92937', treated.statement, why, { vessel }),
      ...(pictures === undefined ? [] : [act('92978', pictures.statement, why, { modifiers: ['26'] })]),
    ],
    governs: /^(929[2-4]\d|92978)$/,
  };
}
