import { describe, expect, it } from 'vitest';
import { ageIn, parseDate, preciseAge, sexIn } from '../../../src/core/extract/header.ts';
import { readMeasures } from '../../../src/core/extract/measures.ts';
import { normalize } from '../../../src/core/extract/normalize.ts';
import { splitSections } from '../../../src/core/extract/sections.ts';
import { splitStatements } from '../../../src/core/extract/statements.ts';
import { readTargets } from '../../../src/core/extract/targets.ts';

const targets = (text: string) => readTargets(normalize(text));
const measures = (text: string) => readMeasures(text, splitStatements(text, splitSections(text)));

describe('targets', () => {
  it.each([
    ['Right knee', ['right']],
    ['both knees', ['bilateral']],
    ['left and right groin', ['left', 'right']],
    ['left main coronary', []],
    ['right heart catheterization', []],
    ['cataract, OD', ['right']],
    ['left lateral decubitus position', []],
    ['bilaterally', ['bilateral']],
  ])('the side of "%s" is %j', (text, sides) => {
    expect(targets(text).sides).toEqual(sides);
  });

  it.each([
    ['C3-C6', ['C3', 'C4', 'C5', 'C6'], ['C3-C4', 'C4-C5', 'C5-C6']],
    ['C3-C4, C4-C5, and C5-C6', ['C3', 'C4', 'C5', 'C6'], ['C3-C4', 'C4-C5', 'C5-C6']],
    ['L4-5 and L5-S1', ['L4', 'L5', 'S1'], ['L4-L5', 'L5-S1']],
    ['from T11 to L1', ['T11', 'T12', 'L1'], ['T11-T12', 'T12-L1']],
    ['C4 through C6', ['C4', 'C5', 'C6'], ['C4-C5', 'C5-C6']],
    ['at L5', ['L5'], []],
    ['T12 and L1', ['T12', 'L1'], []],
    ['C9', [], []],
  ])('%s spans vertebrae %j and spaces %j', (text, vertebrae, spaces) => {
    expect(targets(text)).toMatchObject({ vertebrae, spaces });
  });

  it.each([
    ['right ring finger', ['F8']],
    ['left thumb', ['FA']],
    ['right index and middle fingers', ['F6', 'F7']],
    ['left great toe', ['TA']],
    ['right second toe', ['T6']],
    ['fifth toe', []],
    ['left hallux', ['TA']],
    ['right small finger', ['F9']],
    ['trigger fingers right ring, left middle', ['F2', 'F8']],
    ['right middle lobe', []],
    ['Right hammertoes 2, 3, 4', ['T6', 'T7', 'T8']],
    ['trigger finger release right (index, middle, ring)', ['F6', 'F7', 'F8']],
    ['left little extensor tendon', ['F4']],
  ])('%s is digit %j', (text, digits) => {
    expect(targets(text).digits.toSorted()).toEqual(digits);
  });

  it.each([
    ['2nd and 3rd metatarsals', ['MT2', 'MT3']],
    ['4th MT: short oblique', ['MT4']],
    ['fifth metacarpal neck', ['MC5']],
    ['fifth was looked at', []],
    ['index and long metacarpal shafts', ['MC2', 'MC3']],
  ])('%s is numbered bone %j', (text, rays) => {
    expect(targets(text).rays).toEqual(rays);
  });

  it.each([
    ['left upper lid', ['E1']],
    ['both upper eyelids', ['E1', 'E3']],
    ['right lower eyelid', ['E4']],
    ['bilateral upper and lower lids', ['E1', 'E2', 'E3', 'E4']],
  ])('%s is lid %j', (text, eyelids) => {
    expect(targets(text).eyelids).toEqual(eyelids);
  });

  it('reads an explicit count', () => {
    expect(targets('bypass x3').times).toBe(3);
    expect(targets('grafting times two').times).toBe(2);
    expect(targets('4 x 4 cm').times).toBeUndefined();
  });
});

describe('measures', () => {
  it.each([
    ['The lesion measured 1.2 cm.', 1.2, 'cm', 'lesion'],
    ['I went out 2 cm in every direction.', 2, 'cm', 'margin'],
    ['The whole thing measured 2.4 cm including the skin edge.', 2.4, 'cm', 'lesion'],
    ['Retention stitches were placed every 4 cm.', 4, 'cm', 'spacing'],
    ['Tacks at 1 cm spacing.', 1, 'cm', 'spacing'],
    ['The leg cut, 14 cm, was stapled.', 14, 'cm', 'wound'],
    ['The flap, measuring 3.2 cm, was cut and raised.', 3.2, 'cm', 'other'],
    ['A 4 mm margin was drawn.', 0.4, 'cm', 'margin'],
    ['Margin 3 mm all around.', 0.3, 'cm', 'margin'],
    ['With its margins the excised diameter was 1.6 cm.', 1.6, 'cm', 'other'],
    ['The wound was 4.6 cm long.', 4.6, 'cm', 'wound'],
    ['A 12-mm port was placed.', 1.2, 'cm', 'device'],
    ['The uterus weighed 310 grams.', 310, 'g', 'weight'],
    ['The uterus was 412 g with tubes.', 412, 'g', 'weight'],
    ['120 sq cm of Integra.', 120, 'sqcm', 'other'],
    ['A 9 mm stone was seen.', 0.9, 'cm', 'stone'],
    ['1.2 kg specimen', 1200, 'g', 'weight'],
  ])('%s', (text, value, unit, of) => {
    expect(measures(text)[0]).toMatchObject({ value, unit, of });
  });

  it('reads length times width once', () => {
    expect(measures('The defect was 4 x 3 cm.')).toMatchObject([{ value: 4, width: 3, of: 'defect' }]);
  });

  it('does not take a suture or a needle for a measure', () => {
    expect(measures('Closed with #4-0 nylon and a 15 blade.')).toEqual([]);
  });
});

describe('dates', () => {
  it('reads dates as a US sender writes them', () => {
    expect(parseDate('12/31/24')).toBe('2024-12-31');
    expect(parseDate('13/31/24')).toBeUndefined();
  });
});

describe('the patient', () => {
  it.each([
    ['This 57-year-old man', 57],
    ['a 2-month-old infant', 0],
    ['The patient is a toddler', 2],
    ['34 yo', 34],
    ['18 mo M, left undescended testis', 1],
    ['a one-year-old with otitis', 1],
    ['Adenoidectomy, patient under age 12.', 11],
    ['no age here', undefined],
  ])('%s is %s', (text, age) => {
    expect(ageIn(text)).toBe(age);
  });

  it.each([
    [0, 'a 9-month-old boy', 0.75],
    [1, '18 mo M, undescended testis', 1.5],
    [0, 'a 7-1/2-month-old boy', 0.625],
    [34, 'a 3 month old fracture', 34],
    [undefined, 'a 3 month old fracture', undefined],
  ])('%s years in "%s" are %s', (years, text, age) => {
    expect(preciseAge(years, text)).toBe(age);
  });

  it('has the sex that the pronouns agree on', () => {
    expect(sexIn('She was taken to her room.')).toBe('female');
    expect(sexIn('He and she')).toBeUndefined();
    expect(sexIn('Six ports. PA-C assisted and bills on her own.')).toBeUndefined();
    expect(sexIn('Bladder neck spared, prostate bagged. His wife drove her car. She called.')).toBe('male');
    expect(sexIn('Both ovaries looked normal.')).toBe('female');
    expect(sexIn('The tunica vaginalis was opened and turned out.')).toBeUndefined();
    expect(sexIn('Vaginal delivery of a vigorous male; placenta intact.')).toBe('female');
    expect(sexIn('Delivery of a vigorous male; placenta intact.')).toBeUndefined();
  });
});
