import type { FamilyMention, NoteExtract, ProcedureInstance } from '../extract/note-extract.ts';
import type { EngineLibrary } from './engine-library.ts';
import { findNames, type NameIndex } from './name-index.ts';
import { stemsOf, termsOf } from './terms.ts';

const [FRACTURE = '', DISLOCATION = ''] = stemsOf('fracture dislocation');

/** A title that tells how a bone was set or fixed. */
const SETTING =
  /\b(orif|crpp|open reduction|closed reduction|internal fixation|fixation|reduction|pinning|plating|nailing|manipulation)\b/;

/** What a diagnosis doubts or remembers was not set today. */
const NOT_TODAY =
  /\b(possible|probable|rule out|ruled out|history|prior|previous|old|healed|status post|s p|nonunion)\b/;

/**
 * `ORIF of the left tibia` under the diagnosis `tibial tubercle avulsion fracture`: the title names the bone at large,
 * the diagnosis the fracture. So with `open reduction, shoulder`, which may be a joint, under a diagnosis of a fracture
 * alone. It counts where every diagnosis that names a fracture names this other one, and the title sets no second bone.
 */
export function fractureOfDiagnosis(
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): FamilyMention | undefined {
  if (instance.source !== 'title' || !SETTING.test(instance.normal.replace(/ +/g, ' '))) return undefined;
  const { names, lexicon } = library;
  const [own] = instance.families;
  if (own !== undefined && !isSet(own.family, names)) return undefined;
  const told = extract.diagnoses
    .filter(({ normal }) => !NOT_TODAY.test(normal.replace(/ +/g, ' ')))
    .map(({ normal, start }) => findNames(names, termsOf(normal, start, lexicon)));
  if (told.some((named) => isNamedApart(own?.family, named))) return undefined;
  const best = told.flatMap(([named]) => (named !== undefined && isFracture(named.family, names) ? [named] : []));
  const [first] = best;
  if (first === undefined || best.some(({ family }) => family !== first.family)) return undefined;
  return titlesAnother(instance, extract, names) ? undefined : first;
}

/** `Hip fracture, intertrochanteric` names the neck of the hip by words of its better name only: that is no second fracture. */
function isNamedApart(family: string | undefined, named: readonly FamilyMention[]): boolean {
  const [best] = named;
  const own = named.find((each) => each.family === family);
  if (own === undefined || best === undefined) return false;
  return own === best || own.start >= best.end || own.end <= best.start;
}

function isFracture(family: string, { byFamily }: NameIndex): boolean {
  return byFamily.get(family)?.some(({ stems }) => stems.includes(FRACTURE)) === true;
}

/** A bone or a joint that is put right. */
function isSet(family: string, names: NameIndex): boolean {
  const isJoint = names.byFamily.get(family)?.some(({ stems }) => stems.includes(DISLOCATION));
  return isJoint === true || isFracture(family, names);
}

/** Of several fractures in the title each names its own. */
function titlesAnother(instance: ProcedureInstance, { instances }: NoteExtract, names: NameIndex): boolean {
  return instances.some(
    (other) =>
      other !== instance && other.source === 'title' && other.families.some(({ family }) => isFracture(family, names)),
  );
}
