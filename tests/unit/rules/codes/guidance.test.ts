import { guidance } from '../../../../src/core/rules/codes/guidance.ts';
import { claimOf, lineOf, quote } from '../../../support/a-claim.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

/** A claim of two lines over a note of these words. */
function told(words: string, codes: readonly string[], parent?: string) {
  const note = `PROCEDURE: ${words}`;
  const evidence = [quote(words, note)];
  const lines = codes.map((code, at) =>
    lineOf(code, { evidence, parent: at > 0 && parent !== undefined ? lineOf(parent).code : undefined }),
  );
  return { note, claim: claimOf(lines) };
}

ruleCases(guidance, /NCCI Policy Manual ch. 9/, [
  {
    name: 'ultrasound of the vein with a stored picture of the open vessel',
    ...told(
      'The right jugular vein was patent on ultrasound and an image was saved to the chart before the puncture.',
      ['36556', '76937'],
    ),
    finds: [],
  },
  {
    name: 'ultrasound of the vein without a picture',
    ...told('Under ultrasound the patent right jugular vein was punctured.', ['36556', '76937']),
    finds: ['F guidance'],
    lines: ['36556', '76937 (held)'],
    asks: ['guidance.76937'],
  },
  {
    name: 'ultrasound of the vein without its patency',
    ...told('The vein was punctured under ultrasound and images were stored.', ['36556', '76937']),
    finds: ['F guidance'],
    lines: ['36556', '76937 (held)'],
  },
  {
    name: 'the tip of the catheter on the last picture',
    ...told('Fluoroscopy showed the tip of the catheter at the cavoatrial junction.', ['36561', '77001']),
    finds: [],
  },
  {
    name: 'fluoroscopy was only on',
    ...told('Fluoroscopy was used.', ['36561', '77001']),
    finds: ['F guidance'],
    lines: ['36561', '77001 (held)'],
  },
  {
    name: 'a nerve hole injection holds its fluoroscopy',
    ...told('Transforaminal injection at L4-L5 under fluoroscopy; images were saved.', ['64483', '77003']),
    finds: ['F guidance'],
    lines: ['64483'],
  },
  {
    name: 'a joint injection with ultrasound holds it',
    ...told('The knee was injected under ultrasound and a picture was stored.', ['20611', '76942']),
    finds: ['F guidance'],
    lines: ['20611'],
  },
  {
    name: 'a needle biopsy of a node does not hold it',
    ...told('The node was sampled under ultrasound and a picture of the needle was stored.', ['38505', '76942']),
    finds: [],
  },
  {
    name: 'the microscope at a neck fusion is not paid by Medicare',
    ...told('The operating microscope was brought in for the decompression.', ['22551', '69990']),
    finds: ['F guidance'],
    lines: ['22551'],
  },
  {
    name: 'the microscope at a nerve repair is',
    ...told('Under the operating microscope the digital nerve was sutured.', ['64831', '69990']),
    finds: [],
  },
  {
    name: 'a titled microscope that nobody looks through',
    ...told('Repair of the digital nerve with loupes.', ['64831', '69990']),
    finds: ['F guidance'],
    lines: ['64831', '69990 (held)'],
  },
  {
    name: 'navigation that was registered and used',
    ...told('The navigation was registered with an accuracy of 1 mm and used to plan the flap.', ['61510', '61781']),
    finds: [],
  },
]);
