import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { sectionSchema, vocabularySchema } from '../../src/code-library/schema.ts';
import { toRecords } from '../../src/code-library/to-records.ts';
import type { DiagnosisCode } from '../../src/core/model/code.ts';
import type { CodeLibrary } from '../../src/core/model/code-record.ts';
import { type EngineLibrary, prepareLibrary } from '../../src/core/retrieve/engine-library.ts';

/** A library of a few made-up families: what the engine does must not depend on what our code library holds. */
const SECTION = `
families:
  - family: gallbladder-removal
    title: Gallbladder removal
    names: [cholecystectomy, gallbladder removal]
    needs: [anatomy=gallbladder]
    axes:
      approach:
        values: [{open: [convert* .. open, open cholecystectomy]}, {laparoscopic: [laparoscop*]}]
        silent: {ask: laparoscopic}
      ducts:
        where: body
        values: [{imaged: [cholangiogra* .. (show*|normal)], unless: [unable]}, {untouched: []}]
        silent: {assume: untouched}
    never: [{code: "49320", why: the look is the start, authority: NCCI ch. 1}]
  - family: lesion-excision
    title: Lesion cut out
    names: [excision of lesion, lesion excision]
    brings: [{family: wound-repair, cues: [layer*]}]
    axes:
      site:
        values: [{face: [cheek, nose]}, {trunk: [back, arm]}]
        silent: hold
      diameter:
        measure: diameter-cm
        of: [lesion*]
        combine: each
        bands: [{value: to-1, upTo: 1}, {value: to-2, upTo: 2}, {value: over-2}]
        silent: {lower: to-1}
    target: lesion
  - family: wound-repair
    title: Wound closed
    names: [laceration repair, repair of laceration]
    axes:
      length:
        measure: length-cm
        of: [laceration*, wound*]
        combine: sum
        bands: [{value: to-2.5, upTo: 2.5}, {value: to-7.5, upTo: 7.5}, {value: over-7.5}]
        silent: {lower: to-2.5}
    target: skinGroup
  - family: front-plate
    title: Front plate
    names: [anterior plate]
    axes:
      vertebrae:
        measure: count
        of: [vertebra*]
        bands: [{value: to-3, upTo: 3}, {value: over-3}]
        silent: {lower: to-3}
    target: level
  - family: neck-fusion
    title: Front neck fusion
    names: [anterior cervical discectomy and fusion]
    target: level
    companions: [{code: "20931", cues: [allograft*]}]
  - family: knee-scope
    title: Knee scope
    names: [knee arthroscopy, meniscectomy]
    target: paired
  - family: cataract
    title: Cataract out
    names: [cataract extraction]
    target: paired
codes:
  - {code: "47562", family: gallbladder-removal, cell: {approach: laparoscopic, ducts: untouched}, title: Gallbladder out by scope, says: Taken out through ports., notThis: [{code: "47563", decidingFact: pictures of the ducts were taken}], dx: {expects: [K80.-]}, examples: {yes: [laparoscopic cholecystectomy]}}
  - {code: "47563", family: gallbladder-removal, cell: {approach: laparoscopic, ducts: imaged}, title: Gallbladder out by scope with duct picture, says: With pictures., examples: {yes: [x]}}
  - {code: "47600", family: gallbladder-removal, cell: {approach: open, ducts: [untouched, imaged]}, title: Gallbladder out through a cut, says: Through a cut., examples: {yes: [x]}}
  - {code: "49320", title: Look into the belly, says: A scope looks into the belly., aliases: [diagnostic laparoscopy], examples: {yes: [x]}}
  - {code: "11441", family: lesion-excision, cell: {site: face, diameter: to-1}, title: Face lesion to 1 cm, says: Cut out., examples: {yes: [x]}}
  - {code: "11442", family: lesion-excision, cell: {site: face, diameter: [to-2, over-2]}, title: Face lesion over 1 cm, says: Cut out., examples: {yes: [x]}}
  - {code: "11401", family: lesion-excision, cell: {site: trunk, diameter: to-1}, title: Trunk lesion to 1 cm, says: Cut out., examples: {yes: [x]}}
  - {code: "11402", family: lesion-excision, cell: {site: trunk, diameter: [to-2, over-2]}, title: Trunk lesion over 1 cm, says: Cut out., examples: {yes: [x]}}
  - {code: "12001", family: wound-repair, cell: {length: to-2.5}, title: Wound to 2.5 cm, says: Sewn., examples: {yes: [x]}}
  - {code: "12002", family: wound-repair, cell: {length: to-7.5}, title: Wound to 7.5 cm, says: Sewn., examples: {yes: [x]}}
  - {code: "12004", family: wound-repair, cell: {length: over-7.5}, title: Wound over 7.5 cm, says: Sewn., examples: {yes: [x]}}
  - {code: "22551", family: neck-fusion, title: First space fused, says: Fused from the front., examples: {yes: [x]}}
  - {code: "22552", family: neck-fusion, title: Each further space fused, says: Fused from the front., role: addOn, parents: ["22551"], count: {of: interspace, rule: further, cap: "5"}, examples: {yes: [x]}}
  - {code: "22845", family: front-plate, cell: {vertebrae: to-3}, title: Plate over two or three vertebrae, says: Plate., role: addOn, parents: ["22551"], examples: {yes: [x]}}
  - {code: "22846", family: front-plate, cell: {vertebrae: over-3}, title: Plate over four vertebrae or more, says: Plate., role: addOn, parents: ["22551"], examples: {yes: [x]}}
  - {code: "20931", title: Shaped donor bone, says: Donor bone for a fusion., role: addOn, parents: ["22551"], examples: {yes: [x]}}
  - {code: "29881", family: knee-scope, title: Meniscus trimmed, says: One meniscus trimmed., examples: {yes: [x]}}
  - {code: "29505", title: Long leg splint, says: A splint is put on., aliases: [long leg splint], alone: {beside: [small], why: the first splint is part of it, authority: NCCI ch. 4}, examples: {yes: [x]}}
  - {code: "66984", family: cataract, title: Cataract out with lens, says: Lens exchanged., examples: {yes: [x]}}
  - {code: "58571", title: Womb out by scope, says: Uterus removed by scope., aliases: [laparoscopic hysterectomy], patient: {sex: female}, examples: {yes: [x]}}
  - {code: "42820", title: Tonsils and adenoids out under 12, says: Both removed., aliases: [tonsillectomy and adenoidectomy], patient: {ageBelow: "12"}, examples: {yes: [x]}}
  - {code: "42821", title: Tonsils and adenoids out from 12, says: Both removed., aliases: [tonsillectomy and adenoidectomy], patient: {ageFrom: "12"}, examples: {yes: [x]}}
  - {code: "37226", title: Old leg stent, says: Ended., aliases: [old leg stent], validTo: "2024-12-31", replacedBy: ["37256"], examples: {yes: [x]}}
`;

const FACETS = `
approach: {laparoscopic: [laparoscop*], open: [open], thoracoscopic: [thoracoscop*]}
anatomy: {gallbladder: [gallbladder, cholecyst*], bile-duct: {cues: [bile duct], within: biliary}, biliary: [biliary]}
neoplasm: {benign: [adenoma*], malignant: [carcinoma*, cancer*], secondary: [metasta*]}
action: {excision: ["*ectomy", excis*, remov*], repair: [repair*]}
`;

const DIAGNOSES: readonly (readonly [string, string, string])[] = [
  ['K80.20', 'Calculus of gallbladder without cholecystitis without obstruction', 'gallstones; cholelithiasis'],
  ['K81.0', 'Acute cholecystitis', 'acute inflammation of gallbladder'],
  ['S83.241A', 'Other tear of medial meniscus, current injury, right knee, initial encounter', 'medial meniscus tear'],
  ['S83.242A', 'Other tear of medial meniscus, current injury, left knee, initial encounter', ''],
  ['H25.11', 'Age-related nuclear cataract, right eye', 'nuclear cataract'],
  ['R91.8', 'Other nonspecific abnormal finding of lung field', 'mass of the lung'],
  ['C34.10', 'Malignant neoplasm of upper lobe, unspecified bronchus or lung', ''],
  ['C34.11', 'Malignant neoplasm of upper lobe, right bronchus or lung', ''],
  ['C34.12', 'Malignant neoplasm of upper lobe, left bronchus or lung', ''],
  ['C34.90', 'Malignant neoplasm of unspecified part of unspecified bronchus or lung', 'lung cancer'],
  ['C78.00', 'Secondary malignant neoplasm of unspecified lung', ''],
  ['C78.02', 'Secondary malignant neoplasm of left lung', ''],
  ['H25.12', 'Age-related nuclear cataract, left eye', ''],
];

/** The small library, as plain records. */
export function smallLibrary(): CodeLibrary {
  const { families, codes } = toRecords('small', sectionSchema.parse(load(SECTION, { schema: FAILSAFE_SCHEMA })));
  const facets = vocabularySchema.parse(load(FACETS, { schema: FAILSAFE_SCHEMA }));
  return {
    families: families.map((family) => (family.family === 'cataract' ? { ...family, section: 'eye' } : family)),
    codes,
    vocabulary: Object.entries(facets).flatMap(([facet, values]) =>
      Object.entries(values).map(([value, { cues, within }]) => ({ facet, value, cues, within })),
    ),
    searchLexicon: [],
    lexicon: [
      { term: 'lap chole', means: ['laparoscopic cholecystectomy'] },
      { term: 'acdf', means: ['anterior cervical discectomy and fusion'] },
    ],
    includedSteps: [{ id: 'closure', title: 'closing', cues: ['(skin|fascia) .. closed'] }],
    diagnoses: DIAGNOSES.map(([code, title, terms]) => ({
      code: code as DiagnosisCode,
      title,
      terms: terms === '' ? [] : terms.split('; '),
      billable: true,
    })),
    drugs: [],
    edition: 'test',
  };
}

/** The small library with its indexes. */
export function smallEngine(): EngineLibrary {
  return prepareLibrary(smallLibrary());
}
