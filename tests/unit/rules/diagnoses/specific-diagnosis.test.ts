import { specificDiagnosis } from '../../../../src/core/rules/diagnoses/specific-diagnosis.ts';
import { diagnosed, orderFile } from '../../../support/diagnoses.ts';
import { type RuleCase, ruleCases } from '../../../support/rule-cases.ts';

const OFFICIAL = orderFile(`
  D25.0 Submucous leiomyoma of uterus
  D25.1 Intramural leiomyoma of uterus
  D25.9 Leiomyoma of uterus, unspecified
  N13.70 Vesicoureteral-reflux, unspecified
  N13.71 Vesicoureteral-reflux without reflux nephropathy
  J32.0 Chronic maxillary sinusitis
  J32.2 Chronic ethmoidal sinusitis
  J32.8 Other chronic sinusitis
  J32.9 Chronic sinusitis, unspecified
  R07.1 Chest pain on breathing
  R07.9 Chest pain, unspecified
  K80.20 Calculus of gallbladder without cholecystitis`);
const told = (code: string, words: string, better?: string, heading = 'POSTOPERATIVE DIAGNOSIS'): RuleCase => {
  const note = `${heading}: ${words}.\nPROCEDURE: Excision.`;
  return {
    name: `${code}, ${heading.toLowerCase()}: ${words}`,
    note,
    claim: diagnosed(note, { [code]: words }),
    official: OFFICIAL,
    finds: better === undefined ? [] : ['W dx-specific'],
    ...(better === undefined ? {} : { diagnoses: [better] }),
  };
};

ruleCases(specificDiagnosis, /I\.B/, [
  told('D25.9', 'Intramural leiomyoma of the uterus', 'D25.1'),
  told('D25.9', 'Submucous leiomyoma', 'D25.0'),
  told('J32.9', 'Chronic maxillary sinusitis', 'J32.0'),
  told('D25.9', 'Leiomyoma of the uterus'),
  told('J32.9', 'Chronic maxillary and ethmoidal sinusitis'),
  told('N13.70', 'Vesicoureteral reflux with reflux nephropathy'),
  told('R07.9', 'Chest pain gone, short of breath on breathing'),
  told('D25.9', 'Intramural leiomyoma of the uterus', undefined, 'INDICATIONS'),
  told('K80.20', 'Gallstones'),
]);
