import { describe, expect, it } from 'vitest';
import { findCue } from '../../../src/core/extract/cue.ts';
import { normalize } from '../../../src/core/extract/normalize.ts';

const CASES: readonly (readonly [string, string, boolean])[] = [
  ['lap chole', 'Lap chole done', true],
  ['lap chole', 'overlap choledoch', false],
  ['chole*', 'the cholecyst was', true],
  ['laparoscop*', 'Lap left nephroureterectomy', true],
  ['laparoscop*', 'Ex lap, sigmoid colectomy', false],
  ['laparoscop*', 'A lap sponge was placed', false],
  ['robot* .. prostatectom*', 'da Vinci radical prostatectomy', true],
  ['conver* .. (open|laparotomy)', 'It was decided to go over to laparotomy', true],
  ['conver* .. (open|laparotomy)', 'We switched to an open approach', true],
  ['conver* .. (open|laparotomy)', 'The gown was changed', false],
  ['*ectomy', 'An appendectomy was', true],
  ['osteotom*', 'cut with an osteotome and mallet', false],
  ['osteotom*', 'two osteotomies were made', true],
  ['(kocher|subcostal) incision', 'through a sub-costal incision', false],
  ['(kocher|subcostal) incision', 'through a subcostal incision', true],
  ['common (bile)? duct', 'the common duct', true],
  ['common (bile)? duct', 'the common bile duct', true],
  ['(temporary )?shunt', 'a shunt', true],
  ['posterior (spinal |spine )?fusion', 'a posterior spine fusion', true],
  ['posterior (spinal |spine )?fusion', 'posterior spinal fusion', true],
  ['posterior (spinal |spine )?fusion', 'a posterior fusion', true],
  ['duct .. opened', 'the duct was then very carefully opened', true],
  ['duct .. opened', 'the duct one two three four five six seven eight nine opened', false],
  ['chest tube .. (left|placed)', 'A chest tube was left', true],
  ['lc/ioc', 'LC/IOC today', true],
  ['2.5 cm', 'a 2.5 cm cut', true],
  ["hartmann's", 'reversal of Hartmann’s pouch', true],
  ['(guidewire|wire)', 'wires', false],
  ['laparoscop*', 'Lap splenectomy', true],
  ['laparoscop*', 'L/S right salpingectomy', true],
  ['(laparoscop*|robot*) .. colectom*', 'Lap-assisted right colectomy', true],
  ['laparoscop*', 'moist lap pads; ex lap, splenectomy', false],
  ['ultrasound* .. guid*', 'US-guided pigtail placement', true],
  ['(ct|ultrasound) .. guid*', 'biopsy under u/s guidance', true],
  ['ultrasound* .. guid*', 'she gave us a guide', false],
  ['laparoscop*', 'adjustable lap band removal', false],
];

describe('a cue', () => {
  it.each(CASES)('%s in "%s": %s', (cue, text, hit) => {
    expect(findCue(cue, normalize(text)) !== undefined).toBe(hit);
  });

  it('keeps places: the found stretch is the same in the original text', () => {
    const text = 'First, the Gallbladder—was removed.';
    const place = findCue('gallbladder .. remov*', normalize(text));
    expect(place && text.slice(place.start, place.end)).toBe('Gallbladder—was removed');
  });

  it('has the same length after normalization, whatever the letters', () => {
    for (const text of ['İstanbul ß ﬁ 5 µm', '\u0130\u0130', '…—“x”'])
      expect(normalize(text)).toHaveLength(text.length);
  });
});
