import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { stemsOf, termsOf } from '../retrieve/terms.ts';

export interface ActWord {
  readonly term: string;
  readonly actions: readonly string[];
}

/** Words and facets by which an act of the title and what the story says of it are held against each other. */
export interface Telling {
  /** Word by word what it may mean; words that tell nothing left out. */
  readonly words: readonly (readonly string[])[];
  readonly terms: ReadonlySet<string>;
  readonly acts: readonly ActWord[];
  readonly anatomy: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  readonly devices: ReadonlySet<string>;
}

/** Words that tell neither act nor thing. */
const EMPTY = new Set(
  stemsOf(
    'no not nothing any longer procedure operation surgery case therefore thus also then formal separate today here there it he she i we patient',
  ),
);

/** Where on the body: alone it tells no act. */
const QUALIFIERS = new Set(
  stemsOf(
    'left right bilateral medial lateral anterior posterior upper lower superior inferior proximal distal first second third fourth fifth',
  ),
);

/** Words beside the thing that tell no other thing. */
const NEUTRAL = new Set(
  stemsOf(
    'both tissue bed remnant side face gland organ site area piece part portion small normal healthy own patient',
  ),
);

/** Organs whose acts have another root. */
const ORGANS = new Map(
  Object.entries({
    ovary: ['oophor', 'adnex'],
    ovaries: ['oophor', 'adnex'],
    tube: ['salping'],
    fallopian: ['salping'],
    uterus: ['hyster'],
    kidney: ['nephr'],
    stomach: ['gastr'],
    gallbladder: ['cholecyst'],
    testis: ['orchi'],
    testicle: ['orchi'],
    breast: ['mast'],
    bladder: ['cyst'],
    colon: ['colec', 'hemicol'],
    rectum: ['proctec'],
    spleen: ['splen'],
    liver: ['hepat'],
    lung: ['pneumon'],
    node: ['lymphaden', 'node'],
    vein: ['phleb'],
    nerve: ['neur'],
    joint: ['arthr'],
    bone: ['ost'],
    disc: ['disc'],
    disk: ['disc'],
    foreskin: ['circumcis'],
    tendon: ['teno'],
    cartilage: ['chondr'],
    womb: ['hyster'],
    stapes: ['staped'],
    tear: ['repair', 'meniscect'],
  }).map(([organ, roots]): [string, readonly string[]] => [stemsOf(organ)[0] ?? organ, roots]),
);

/** The words and facets of a stretch of normalized text. */
export function tellingOf(text: string, { vocabulary, lexicon }: EngineLibrary): Telling {
  const normal = ` ${text} `;
  const telling = termsOf(normal, 0, lexicon).filter(({ term }) => !EMPTY.has(term));
  const words = [...Map.groupBy(telling, ({ start }) => start).values()];
  return {
    words: words.map((terms) => terms.map(({ term }) => term)),
    terms: new Set(telling.map(({ term }) => term)),
    acts: telling.flatMap(({ term, start, end }) => {
      const actions = valuesIn(vocabulary, 'action', normal.slice(start, end));
      return actions.length > 0 ? [{ term, actions }] : [];
    }),
    anatomy: new Set(valuesIn(vocabulary, 'anatomy', normal)),
    actions: new Set(valuesIn(vocabulary, 'action', normal).filter((action) => action !== 'act')),
    devices: new Set(valuesIn(vocabulary, 'device', normal)),
  };
}

/** An act of its own; `act` are things that are used in many. */
export function isOperative({ actions }: ActWord): boolean {
  return actions.some((action) => action !== 'act');
}

/** The same word, or the thing in the name of its act or device: `polyp` in `polypectomy`, `ovary` in `oophorectomy`. */
export function isOf(term: string, { terms, acts }: Telling): boolean {
  return (
    [...terms].some((each) => each === term || (term.length >= SHORTEST_ROOT && each.endsWith(term))) ||
    [...terms].some((each) => ORGANS.get(term)?.some((root) => each.startsWith(root)) === true) ||
    acts.some((act) => isRootOf(term, act.term))
  );
}

export function isRootOf(term: string, act: string): boolean {
  const roots = [...(term.length >= SHORTEST_ROOT ? [term.slice(0, LONGEST_ROOT)] : []), ...(ORGANS.get(term) ?? [])];
  return term === act || roots.some((root) => act.startsWith(root));
}

const SHORTEST_ROOT = 5;
const LONGEST_ROOT = 6;

/** A side, a direction, a level: `medial meniscectomy` denies no lateral one. */
export function isPlace(term: string): boolean {
  return QUALIFIERS.has(term) || /\d/.test(term);
}

/** A word beside the thing: `the adenoid bed`. */
export function isNeutral(term: string): boolean {
  return NEUTRAL.has(term);
}

/** Whether two sets share a value. */
export function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((each) => others.has(each));
}
