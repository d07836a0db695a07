import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/core/rules/apply-rules.ts';

/** Every row of the rule floor with the rules that check it; rows 40 and 41 wait for coverage data (LCD, NCD, articles). */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  '1 valid on the date': ['codeValid'],
  '2 status': ['feeStatus'],
  '3 pairs': ['ptpPairs'],
  '4 indicator 0': ['ptpPairs'],
  '5 indicator 1 earned': ['ptpPairs', 'idleSeparate'],
  '6 X before 59': ['ptpPairs', 'separateService'],
  '7 narrative policy': ['narrativePolicy', 'failedScope', 'causedBleeding', 'libraryExclusion'],
  '8 units': ['unitLimits', 'zeroLimit'],
  '9 bilateral': ['bilateral', 'bothSides'],
  '10 add-on and parent': ['addOnParent'],
  '11 add-on count': ['addOnCount'],
  '12 order and 51': ['sequence', 'multipleProcedures'],
  '13 endoscopy family': ['endoscopyFamily'],
  '14 global days': ['globalPeriod', 'stayInGlobal'],
  '15 modifier 24': ['visitInGlobal'],
  '16 modifier 25': ['visitBeside', 'visitBesideProcedure'],
  '17 modifier 57': ['visitBeside'],
  '18 modifiers 58, 78, 79': ['laterOperation'],
  '19 modifiers 54, 55, 56': ['splitCare'],
  '20 modifier 22': ['greaterWork'],
  '21 modifiers 52, 53, 73, 74': ['reducedOrDiscontinued'],
  '22 side, digit, vessel': ['sideAgrees', 'targetFits'],
  '23 modifiers 26, TC': ['professionalComponent'],
  '24 modifiers 62, 66': ['coSurgeon', 'teamSurgery'],
  '25 assistants': ['assistant', 'assistantOffer'],
  '26 modifiers 76, 77, 91': ['repeatedService'],
  '27 modifiers known and paired': ['modifierKnown', 'modifierPairing'],
  '28 unlisted': ['unlisted'],
  '29 guidance': ['guidance'],
  '30 diagnosis valid': ['diagnosisValid', 'writtenDiagnosis'],
  '31 seventh character': ['seventhCharacter'],
  '32 excludes': ['excludes1', 'combinedDiagnosis'],
  '33 code first, use additional': ['diagnosisOrder', 'useAdditional'],
  '34 side and specificity': ['sideOfDiagnosis', 'specificDiagnosis'],
  '35 uncertain': ['uncertainDiagnosis'],
  '36 post-operative, pathology': ['replacedDiagnosis', 'pathologyPending'],
  '37 symptom, history, negation': ['integralSymptom', 'toldOtherwise'],
  '38 first-listed, age, sex': ['firstListed', 'patientOfDiagnosis'],
  '39 pointers': ['diagnosisPointers'],
  '42 visit family and level': ['visitPlace', 'newPatient', 'visitLevel', 'dataCountedOnce', 'drugManagement'],
  '43 visit time, prolonged, G2211, FS, consults': [
    'visitTime',
    'prolongedVisit',
    'visitComplexity',
    'splitShared',
    'consultPayer',
  ],
  '44 anesthesia': [
    'oneSessionCode',
    'minutesPresent',
    'directionModifier',
    'physicalStatus',
    'baseUnits',
    'qualifyingCircumstances',
  ],
  '45 surgeon-given anesthesia, block': ['surgeonAnesthesia', 'postOperativeBlock', 'heartScope'],
  '46 drug units': ['drugUnits', 'unclassifiedDrug', 'drugPlace'],
  '47 JW, JZ': ['drugWaste'],
  '48 place and role': ['facilityTechnical', 'professionalComponent'],
  '49 teaching, telehealth': ['teaching', 'telehealthCodes', 'telehealthVisit'],
  '50 title, body, findings': ['titleVsBody'],
  '51 quote verbatim': ['quoteExists'],
  '52 edition stamp': ['editionYear'],
  'modifier 63': ['infantWeight'],
  'modifiers 33, PT': ['screening'],
  'modifier FT': ['unrelatedCriticalCare'],
  'modifier AI': ['principalPhysician'],
  'modifiers GC, GE in operative notes': ['teaching'],
  'modifiers PA, PB, PC': ['wrongSurgery'],
  'modifiers Q7 to Q9': ['footCare'],
  'modifiers KX, 32, 47, CQ, CO': ['claimedFacts'],
  'modifiers 27, 23': ['modifierKnown'],
  'age, weight, sex band': ['patientBand', 'infantWeight'],
  'pathology pending': ['pathologyPending'],
  'late or cloned addendum': ['lateAddendum'],
  'separately dictated performer': ['otherPerformer'],
  'moderate sedation': ['moderateSedation'],
  'one physician of a group': ['coSurgeon', 'oneVisit'],
  'prior authorization': ['priorAuthorization'],
  'two claims from one note': ['assistantOffer'],
  'a blank in a deciding place': ['blankInProof'],
};

/** Rules whose findings only tell: their tables are their own. */
const TELLING_ONLY = ['assistantOffer', 'editionYear', 'separateService'];

const TABLES = join(import.meta.dirname);
const tests = readdirSync(TABLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(TABLES, name), 'utf8'))
  .join('\n');
const fileOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const running = RULES.map((rule) => rule.name);

describe('the rule floor', () => {
  it('runs every rule once', () => {
    expect(running.filter((name, at) => running.indexOf(name) !== at)).toEqual([]);
    expect(running).not.toContain('');
  });

  it.each(Object.entries(ROWS))('checks row %s', (_, rules) => {
    expect(rules.filter((name) => !running.includes(name))).toEqual([]);
  });

  it.each(running)('has a table of cases for %s', (name) => {
    expect(tests.includes(`ruleCases(${name},`) || TELLING_ONLY.includes(name)).toBe(true);
  });

  it.each(TELLING_ONLY)('has cases of its own for %s', (name) => {
    expect(tests).toContain(`/${fileOf(name)}.ts'`);
    expect(running).toContain(name);
  });

  it('names no rule that no row asks for', () => {
    const asked = new Set(Object.values(ROWS).flat());
    expect(running.filter((name) => !asked.has(name))).toEqual([]);
  });
});
