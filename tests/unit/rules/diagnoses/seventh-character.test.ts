import { seventhCharacter } from '../../../../src/core/rules/diagnoses/seventh-character.ts';
import { lineOf } from '../../../support/a-claim.ts';
import { diagnosed, orderFile } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const SHAFT = 'Unspecified fracture of shaft of left tibia,';
const OFFICIAL = orderFile(`
  S82.202* Unspecified fracture of shaft of left tibia
  S82.202A ${SHAFT} initial encounter for closed fracture
  S82.202B ${SHAFT} initial encounter for open fracture type I or II
  S82.202C ${SHAFT} initial encounter for open fracture type IIIA, IIIB, or IIIC
  S82.202D ${SHAFT} subsequent encounter for closed fracture with routine healing
  S82.202K ${SHAFT} subsequent encounter for closed fracture with nonunion
  S82.202P ${SHAFT} subsequent encounter for closed fracture with malunion
  S82.202S ${SHAFT} sequela
  S01.20* Unspecified open wound of nose
  S01.20XA Unspecified open wound of nose, initial encounter
  S01.20XD Unspecified open wound of nose, subsequent encounter
  S01.20XS Unspecified open wound of nose, sequela
  L90.5 Scar conditions and fibrosis of skin`);
const told = (codes: string, words: string, finds: readonly string[] = [], left?: string): RuleCase => {
  const note = `POSTOPERATIVE DIAGNOSIS: ${words}.\nPROCEDURE: Open reduction and internal fixation.`;
  const listed = Object.fromEntries(codes.split(' ').map((code) => [code, words]));
  return {
    name: `${codes}: ${words}`,
    note,
    claim: diagnosed(note, listed),
    official: OFFICIAL,
    finds,
    ...(left === undefined ? {} : { diagnoses: left.split(' ') }),
  };
};

const visit = (words: string, finds: readonly string[], code = '99213'): RuleCase => {
  const note = `ASSESSMENT: Left tibial shaft fracture.\nHISTORY: ${words}.`;
  const claim = diagnosed(note, { 'S82.202A': 'Left tibial shaft fracture' }, [lineOf(code)]);
  return { name: `${code}: ${words}`, note, claim, official: OFFICIAL, finds };
};

ruleCases(seventhCharacter, /I\.C\.19|I\.B\.10/, [
  told('S82.202A', 'Open fracture of the left tibial shaft', ['W dx-seventh'], 'S82.202B'),
  told('S82.202A', 'Grade IIIB open fracture, left tibial shaft', ['W dx-seventh'], 'S82.202C'),
  told('S82.202A', 'Compound left tibial fracture', ['W dx-seventh'], 'S82.202B'),
  told('S82.202A', 'Nonunion of the left tibial shaft', ['W dx-seventh'], 'S82.202K'),
  told('S82.202A', 'Malunion, left tibial shaft fracture', ['W dx-seventh'], 'S82.202P'),
  told('S82.202A', 'Healed left tibial fracture with retained plate', ['W dx-seventh'], 'S82.202D'),
  told('S82.202', 'Left tibial shaft fracture', ['W dx-seventh'], 'S82.202A'),
  told('S01.20', 'Cut of the nose', ['W dx-seventh'], 'S01.20XA'),
  told('S82.202S', 'Left tibial shaft fracture, years ago', ['F dx-seventh']),
  told('L90.5 S01.20XS', 'Scar of the nose'),
  told('S82.202A', 'Left tibial shaft fracture'),
  told('S82.202A', 'Left tibial shaft fracture for open reduction'),
  told('S82.202B', 'Open fracture of the left tibial shaft'),
  told('S01.20XA', 'Non-healing wound of the nose'),
  told('L90.5', 'Scar'),
  visit('Here for follow up of her tibial fracture', ['W dx-seventh']),
  visit('Seen first today for her tibial fracture', []),
  visit('Here for follow up of her tibial fracture', [], '27759'),
]);
