import { toldOtherwise } from '../../../../src/core/rules/diagnoses/told-otherwise.ts';
import { diagnosed } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const told = (code: string, words: string, finds: readonly string[] = [], left?: readonly string[]): RuleCase => {
  const note = `DIAGNOSIS: ${words}.\nPROCEDURE: Laparoscopic cholecystectomy.`;
  const claim = diagnosed(note, { [code]: words });
  return { name: `${code}: ${words}`, note, claim, finds, ...(left === undefined ? {} : { diagnoses: left }) };
};

ruleCases(toldOtherwise, /IV\.J|I\.C\.21/, [
  told('K80.20', 'No evidence of gallstones', ['F dx-told-otherwise'], []),
  told('K80.20', 'Denies gallstones', ['F dx-told-otherwise'], []),
  told('K35.80', 'Negative for appendicitis', ['F dx-told-otherwise'], []),
  told('C18.7', 'Family history of colon cancer', ['F dx-told-otherwise'], []),
  told('C50.911', 'Mother with breast cancer', ['F dx-told-otherwise'], []),
  told('C50.911', 'Personal history of breast cancer', ['F dx-told-otherwise'], []),
  told('K80.20', 'History of gallstones', ['W dx-told-otherwise']),
  told('Z85.3', 'Personal history of breast cancer'),
  told('Z80.0', 'Family history of colon cancer'),
  told('O34.219', 'History of previous cesarean'),
  told('K80.20', 'Gallstones, no evidence of cholecystitis'),
  told('K43.9', 'Ventral hernia in a patient with a history of laparotomy'),
  told('K80.20', 'Gallstones no longer passing'),
]);
