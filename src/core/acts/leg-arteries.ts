import type { NoteExtract } from '../extract/note-extract.ts';
import {
  itemsByPlace,
  oneSide,
  type Place,
  type StoryItem,
  type StoryLine,
  storyLines,
  telling,
} from './story-items.ts';
import { type ActReader, act, type ToldAct } from './told-act.ts';

type Artery =
  | 'common-iliac'
  | 'external-iliac'
  | 'internal-iliac'
  | 'thigh'
  | 'anterior'
  | 'posterior'
  | 'peroneal'
  | 'trunk';
type Territory = 'pelvis' | 'thigh' | 'calf';

const ARTERIES: readonly Place<Artery>[] = [
  {
    name: 'common-iliac',
    words: 'iliacs?(?! (crest|bone|wing|spine|fossa|vessels?|nodes?|vein))|cia|common iliac( artery)?',
  },
  { name: 'external-iliac', words: 'eia|external iliac( artery)?' },
  { name: 'internal-iliac', words: 'iia|internal iliac( artery)?|hypogastric( artery)?' },
  {
    name: 'thigh',
    words: 'sfa|superficial femoral( artery)?|pop|popliteal( artery)?|fem pop|femoropopliteal|cfa|profunda',
  },
  { name: 'anterior', words: 'ata|anterior tibial( artery)?', capitals: 'AT' },
  { name: 'posterior', words: 'posterior tibial( artery)?', capitals: 'PTA?' },
  { name: 'peroneal', words: 'peroneal( artery)?(?! (nerve|tendon|muscle))' },
  { name: 'trunk', words: 'tp trunk|tpt|tibioperoneal trunk' },
];

const TERRITORY: Readonly<Record<Artery, Territory>> = {
  'common-iliac': 'pelvis',
  'external-iliac': 'pelvis',
  'internal-iliac': 'pelvis',
  thigh: 'thigh',
  anterior: 'calf',
  posterior: 'calf',
  peroneal: 'calf',
  trunk: 'calf',
};

const STENT = /\b(stent(s|ed|ing)?|viabahn|supera|zilver|eluvia)\b/;
const CUT = /\b(atherectomy|csi|orbital|diamondback|hawkone|turbohawk|silverhawk|jetstream|rotarex|laser)\b/;
const BALLOON = /\b(balloon(s|ed)?|angioplasty|pta|dcb|dcbs)\b/;
const GAVE_UP = /\b(could not|not|no|never|nowhere|failed|unable|unchanged|unsuccessful\w*)\b/;

/** What was done to one artery: plaque cut, stent left, or the balloon alone. */
interface Service {
  readonly artery: Artery;
  readonly side: 'left' | 'right' | undefined;
  readonly isCut: boolean;
  readonly isStented: boolean;
  readonly line: StoryLine;
}

/** First and further artery by what was done, weakest first; the thigh is one artery in all. */
const CODES: Readonly<
  Record<Territory, Readonly<Record<string, readonly [first: string, further: string | undefined]>>>
> = {
  pelvis: { balloon: ['37220', '37222'], stent: ['37221', '37223'] },
  thigh: {
    balloon: ['37224', undefined],
    stent: ['37226', undefined],
    cut: ['37225', undefined],
    both: ['37227', undefined],
  },
  calf: { balloon: ['37228', '37232'], stent: ['37230', '37234'], cut: ['37229', '37233'], both: ['37231', '37235'] },
};
const RANK = ['balloon', 'stent', 'cut', 'both'];

const GOVERNED: Readonly<Record<Territory, string>> = {
  pelvis: '3722[0-3]',
  thigh: '3722[4-7]',
  calf: '3722[89]|3723[0-5]',
};

/** Groin arteries are only the way in: what is ballooned there belongs to the aorta or the heart. */
const WAY_IN =
  /\b(evar|tevar|fevar|tavr|tavi|stent ?grafts?|endografts?|endovascular (abdominal |thoracic )?(aortic )?(aneurysm )?repair|transcatheter|watchman|impella|ecmo|valvuloplasty)\b/;

const BY_CATHETER = /\b(sheath|\d ?f|fr(ench)?|fluoro\w*|angiogra\w*|arteriogra\w*|run ?off|cta)\b/;

/**
 * Leg arteries opened by catheter, to 2025 (37220-37235): one service for a territory of a side, the highest one, and
 * add-ons for further arteries of pelvis and calf. Read where the story tells them artery by artery (`SFA: 5x100 balloon,
 * then 6x120 stent`); an artery where the wire never crossed has no code.
 */
export const readLegArteries: ActReader = (extract) => {
  if (!BY_CATHETER.test(extract.normal) || extract.titles.some(({ normal }) => WAY_IN.test(normal))) return undefined;
  const items = itemsByPlace(storyLines(extract), ARTERIES);
  const treated = items.flatMap((item) => serviceOf(item, extract));
  const failed = items.filter((item) => hasFailed(item) && !treated.some(({ artery }) => artery === item.place));
  const territories = new Set(
    [...treated.map(({ artery }) => artery), ...failed.map(({ place }) => place)].map((each) => TERRITORY[each]),
  );
  if (territories.size === 0) return undefined;
  const governs = [...territories].map((each) => GOVERNED[each]);
  // The catheter on the way to what is treated is inside.
  if (treated.length > 0) governs.push('3624[5-8]|36140|36200');
  const acts = [...territories].flatMap((each) => linesIn(each, treated));
  return {
    acts: [...acts, ...(treated.length > 0 ? firstStudy(extract) : [])],
    governs: new RegExp(`^(${governs.join('|')})$`),
  };
};

function serviceOf({ place, side, lines }: StoryItem<Artery>, extract: NoteExtract): Service[] {
  const [stented, cut, stretched] = [STENT, CUT, BALLOON].map((each) => telling(lines, each));
  const line = cut ?? stented ?? stretched;
  if (line === undefined) return [];
  return [
    {
      artery: place,
      side: side ?? sideOfNote(extract),
      isCut: cut !== undefined,
      isStented: stented !== undefined,
      line,
    },
  ];
}

/** Refused or not reached, and told so under the artery's own head. */
function hasFailed({ lines }: StoryItem<Artery>): boolean {
  const told = lines.map(({ words }) => words).join(' . ');
  return (
    GAVE_UP.test(told) &&
    (STENT.test(told) || CUT.test(told) || BALLOON.test(told) || /\b(tried|attempt\w*|cross\w*|wire)\b/.test(told))
  );
}

/** The side the title names, else the first line, else the diagnoses: a story names the side of the puncture too. */
function sideOfNote({ statements, titles, diagnoses }: NoteExtract): 'left' | 'right' | undefined {
  for (const told of [titles, statements.slice(0, 1), diagnoses]) {
    const sides = new Set(told.flatMap(({ normal }) => oneSide(normal.replace(/ +/g, ' ')) ?? []));
    const [side] = sides;
    if (sides.size === 1 && side !== undefined) return side;
  }
  return undefined;
}

function linesIn(territory: Territory, treated: readonly Service[]): ToldAct[] {
  const here = treated.filter(({ artery }) => TERRITORY[artery] === territory);
  const bySide = Map.groupBy(here, ({ side }) => side);
  return [...bySide.values()].flatMap((services) => {
    const distinct = distinctArteries(services);
    const [first, ...further] = distinct.toSorted((a, b) => RANK.indexOf(kindOf(b)) - RANK.indexOf(kindOf(a)));
    if (first === undefined) return [];
    const codes = CODES[territory];
    const told = (service: Service, code: string | undefined): ToldAct[] =>
      code === undefined ? [] : [act(code, service.line.statement, 'told artery by artery', { side: service.side })];
    return [
      ...told(first, codes[kindOf(first)]?.[0]),
      ...further.flatMap((each) => told(each, codes[kindOf(each)]?.[1])),
    ];
  });
}

/** An artery told twice is one; the trunk counts with the artery it leads into; of the thigh all is one, done all ways told. */
function distinctArteries(services: readonly Service[]): Service[] {
  const merged = new Map<string, Service>();
  const leadsInto = services.some(({ artery }) => artery === 'posterior' || artery === 'peroneal');
  for (const service of services) {
    if (service.artery === 'trunk' && leadsInto) continue;
    const known = merged.get(service.artery);
    merged.set(
      service.artery,
      known === undefined
        ? service
        : { ...known, isCut: known.isCut || service.isCut, isStented: known.isStented || service.isStented },
    );
  }
  return [...merged.values()];
}

function kindOf({ artery, isCut, isStented }: Service): string {
  if (TERRITORY[artery] === 'pelvis') return isStented ? 'stent' : 'balloon';
  if (isCut) return isStented ? 'both' : 'cut';
  return isStented ? 'stent' : 'balloon';
}

const NO_EARLIER =
  /\bno (prior |previous )?(\w+ ){0,3}(angio\w*|arteriogra\w*)( \w+){0,2} (before|ever)\b|\bno (prior|previous) (\w+ ){0,2}(angio\w*|arteriogra\w*)\b/;
const RUNOFF = /\b(run ?off|arteriogra\w*|angiogra\w*)( \w+){0,4} (shot|run|filmed|done|performed|obtained|taken)\b/;

/** Pictures of the leg earned beside the treatment: no earlier study was there to plan it. */
function firstStudy(extract: NoteExtract): ToldAct[] {
  const isFirst = extract.statements.some(({ normal }) => NO_EARLIER.test(normal.replace(/ +/g, ' ')));
  const line = isFirst ? telling(storyLines(extract), RUNOFF) : undefined;
  const why = 'the leg was pictured and no earlier study is told';
  return line === undefined
    ? []
    : [act('75710', line.statement, why, { side: sideOfNote(extract), modifiers: ['26', '59'] })];
}
