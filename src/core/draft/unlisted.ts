import type { NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import type { CodeRecord, FamilyRecord } from '../model/code-record.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { valuesIn } from '../retrieve/facets.ts';
import { contextOf, readGrid } from '../retrieve/family-grid.ts';
import { judgePredicates } from '../retrieve/predicates.ts';
import { DOUBT } from './confidence.ts';
import type { ProtoLine } from './proto-line.ts';
import { UNLISTED, type UnlistedOf } from './unlisted-table.ts';

/** An operation that has a code in another approach only, so that an unlisted one stands for it. */
export interface OtherWay {
  readonly instance: ProcedureInstance;
  /** The family of the codes for the other approach: the unlisted code is compared with one of them. */
  readonly family: FamilyRecord;
}

/** The title's strongest name belongs to codes of another approach, and no name of like weight fits. */
export function otherWayOf(
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): OtherWay | undefined {
  const [strongest] = instance.families;
  const family = strongest === undefined ? undefined : library.families.get(strongest.family);
  if (strongest === undefined || family === undefined || instance.source !== 'title') return undefined;
  const isByApproach = family.forbids.some(({ facet }) => facet === 'approach');
  const isBlocked = (each: FamilyRecord): boolean => judgePredicates(library, each, instance, extract).isBlocked;
  if (!isByApproach || !isBlocked(family)) return undefined;
  const isFitting = instance.families.some(({ family: id, score }) => {
    const other = library.families.get(id);
    return other !== undefined && score >= strongest.score * LIKE_WEIGHT && !isBlocked(other);
  });
  return isFitting ? undefined : { instance, family };
}

/** A name of this share of the strongest one's weight means its own family as well. */
const LIKE_WEIGHT = 0.7;

/** Parts of other operations, studies and supplies: they have no unlisted code. */
const NO_OPERATION =
  /\b(monitor\w*|sedat\w*|anesthe\w*|exam\w*|clos(ure|ed|ing)|drains?|cultur\w*|irrigat\w*|\w*grafts?|harvest\w*|\w*gram|\w*graphy|fluoroscop\w*|cathet\w*|stent\w*|inject\w*|devices?|sutur\w*|biops\w*|dressing\w*|cast|splint|explor\w*)\b/;

/** What an act that no code fits would be, should CPT have none either. */
export function unlistedFor(
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): CodeRecord | undefined {
  return NO_OPERATION.test(instance.normal) ? undefined : sectionCode(instance, extract, library);
}

/** The unlisted code of the section, where the words of the act name one section and no other. */
function sectionCode(
  instance: ProcedureInstance,
  extract: NoteExtract,
  { vocabulary, find }: EngineLibrary,
): CodeRecord | undefined {
  const organs = valuesIn(vocabulary, 'anatomy', instance.normal).flatMap((organ) => UNLISTED[organ] ?? []);
  const way = approachOf(instance, extract, vocabulary);
  const codes = new Set(organs.map((organ) => organ[way] ?? organ.any));
  const [code] = codes;
  return code === undefined || codes.size !== 1 ? undefined : find(code);
}

const SCOPES = ['laparoscopic', 'thoracoscopic', 'arthroscopic', 'endoscopic'] as const;

function approachOf(
  instance: ProcedureInstance,
  extract: NoteExtract,
  vocabulary: EngineLibrary['vocabulary'],
): keyof UnlistedOf {
  for (const words of [instance.normal, ...extract.titles.map(({ normal }) => normal)]) {
    const told = valuesIn(vocabulary, 'approach', words);
    const scope = SCOPES.find((way) => told.includes(way));
    if (scope !== undefined) return scope;
    if (told.length > 0) return 'any';
  }
  return 'any';
}

/** The held lines of such operations, and those whose section is not clear. */
export function unlistedLines(
  otherWays: readonly OtherWay[],
  extract: NoteExtract,
  library: EngineLibrary,
): { readonly lines: readonly ProtoLine[]; readonly unfit: readonly ProcedureInstance[] } {
  const held = otherWays.map((otherWay) => ({ otherWay, line: unlistedLine(otherWay, extract, library) }));
  return {
    lines: held.flatMap(({ line }) => line ?? []),
    unfit: held.filter(({ line }) => line === undefined).map(({ otherWay }) => otherWay.instance),
  };
}

function unlistedLine(
  { instance, family }: OtherWay,
  extract: NoteExtract,
  library: EngineLibrary,
): ProtoLine | undefined {
  const record = sectionCode(instance, extract, library);
  const own = record === undefined ? undefined : library.families.get(record.family);
  const compared = readGrid(library, family, contextOf(extract, instance), extract).ranked[0]?.code;
  if (record === undefined || own === undefined || compared === undefined) return undefined;
  return {
    record,
    family: own,
    instance,
    units: 1,
    modifiers: [],
    isShared: false,
    sides: instance.facts.sides,
    places: [],
    readings: [],
    measured: undefined,
    why: `not ${compared.code}, which is done another way; compare the work with ${compared.code} (${compared.title})`,
    held: 'an unlisted code goes with the operative note and a comparable code',
    doubts: [{ weight: DOUBT.unlisted, because: 'no code of its own was found, and none may be stretched to it' }],
  };
}
