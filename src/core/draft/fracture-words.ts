import { stemsOf } from '../retrieve/terms.ts';

/** Bones as surgeons name them before `fracture`, and as official titles do. */
const BONES: ReadonlyMap<string, string> = new Map(
  [
    ['tibial', 'tibia'],
    ['fibular', 'fibula'],
    ['femoral', 'femur'],
    ['humeral', 'humerus'],
    ['radial', 'radius'],
    ['ulnar', 'ulna'],
    ['patellar', 'patella'],
    ['clavicular', 'clavicle'],
    ['mandibular', 'mandible'],
    ['acetabular', 'acetabulum'],
    ['calcaneal', 'calcaneus'],
    ['olecranon', 'olecranon process'],
    ['phalangeal', 'phalanx'],
    ['malleolar', 'malleolus'],
    ['diaphyseal', 'shaft'],
    ['midshaft', 'shaft'],
  ].map(([told = '', official = '']) => [stemsOf(told)[0] ?? '', stemsOf(official)[0] ?? '']),
);

/** How open a fracture is stands in the 7th character, whose own words read it. */
const GRADING: ReadonlySet<string> = new Set(
  stemsOf('gustilo anderson grade type i ii iii iiia iiib iiic compound open closed nonunion malunion healed healing'),
);

const [FRACTURE = ''] = stemsOf('fracture');

/** The words of a fracture as the titles of chapter 19 have them; other words stay as they are. */
export function fractureStems(stems: readonly string[]): readonly string[] {
  if (!stems.includes(FRACTURE)) return stems;
  return stems.filter((stem) => !GRADING.has(stem)).map((stem) => BONES.get(stem) ?? stem);
}
