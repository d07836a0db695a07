import { excludes1 } from '../../../../src/core/rules/diagnoses/excludes.ts';
import { diagnosed, noteRows, TABULAR_2021, TABULAR_2025 } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const NOTES = noteRows(`
  K81 excludes1 cholecystitis with cholelithiasis (K80.-)
  R10-R19 excludes1 gastrointestinal hemorrhage (K92.0-K92.2)
  S00-T88 excludes1 birth trauma (P10-P15)
  M17 excludes1 made up gonalgia (M25.56-)
  R10 excludes2 dorsalgia (M54.-)
  E66 excludes1 made up Prader-Willi (Q87.11)
  N80 excludes1 made up endometriosis of a site (N80.1-)`);
const OLD = { editions: [TABULAR_2021], diagnosisNotes: NOTES };
const OF_THE_DAY = { editions: [TABULAR_2025], diagnosisNotes: NOTES };

const pair = (
  name: string,
  codes: readonly [string, string],
  finds: readonly string[],
  given: Partial<RuleCase> & { readonly words?: readonly [string, string] } = {},
): RuleCase => {
  const [one, other] = given.words ?? ['First finding', 'Second finding'];
  const note = `POSTOPERATIVE DIAGNOSIS: 1. ${one}.\n2. ${other}.\nPROCEDURE: Laparoscopy.`;
  const claim = diagnosed(note, { [codes[0]]: one, [codes[1]]: other });
  return { name, note, claim, official: given.official ?? OLD, finds, ...(given.asks ? { asks: given.asks } : {}) };
};

ruleCases(excludes1, /I\.A\.12\.a/, [
  pair('a note of the category, an older list', ['K81.0', 'K80.20'], ['W dx-excludes1']),
  pair('the same pair the other way round', ['K80.20', 'K81.0'], ['W dx-excludes1']),
  pair('a list of the day fails it', ['K81.0', 'K80.20'], ['F dx-excludes1'], { official: OF_THE_DAY }),
  pair('a note of the block', ['R11.2', 'K92.1'], ['W dx-excludes1']),
  pair('a note of the chapter', ['S72.001A', 'P13.2'], ['W dx-excludes1']),
  pair('a code younger than the list inherits', ['E66.811', 'Q87.11'], ['W dx-excludes1']),
  pair('two sides may be unrelated: a question', ['M17.11', 'M25.562'], ['Q dx-excludes1'], {
    words: ['Arthritis of the right knee', 'Pain of the left knee'],
    asks: ['diagnosis.related.M17.11.M25.562'],
  }),
  pair('one side is not', ['M17.11', 'M25.561'], ['W dx-excludes1'], {
    words: ['Arthritis of the right knee', 'Pain of the right knee'],
  }),
  pair('Excludes2 allows both', ['R10.9', 'M54.50'], []),
  pair('a note of another category', ['K82.0', 'K80.20'], []),
  pair('a note over both codes tells its own apart', ['N80.00', 'N80.10'], []),
  pair('nothing without a tabular list', ['K81.0', 'K80.20'], [], { official: {} }),
]);
