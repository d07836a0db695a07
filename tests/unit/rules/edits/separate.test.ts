import { describe, expect, it } from 'vitest';
import { ptpPairs } from '../../../../src/core/rules/edits/ptp-pairs.ts';
import { claimOf, lineOf, quote, ruled } from '../../../support/a-claim.ts';
import { editsOf, pairOf } from '../../../support/a-pair.ts';
import { OPEN, polyps, SAME_PLACE, SCOPE, scope } from '../../../support/bowel-claims.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const TWO =
  'PROCEDURE: Colonoscopy.\nTECHNIQUE: Polyps of the sigmoid colon were removed by snare. One of the transverse colon was taken with hot forceps. Biopsies were taken in the sigmoid colon.';

const SPINE =
  'PROCEDURE: Lumbar decompression.\nTECHNIQUE: At L4-L5 a fusion was done. At L2-L3 the canal was decompressed. The skin was closed.';
const spine = (words: string) =>
  claimOf([
    lineOf('22630', { evidence: [quote('At L4-L5 a fusion was done', SPINE)] }),
    lineOf('63047', { evidence: [quote(words, SPINE)] }),
  ]);
const HEART =
  'PROCEDURE: Coronary angiography and stent.\nTECHNIQUE: Angiography of the coronary arteries was done. A stent was placed in the LAD.';
const heart = (note: string) =>
  claimOf([
    lineOf('92928', { modifiers: ['LD'], evidence: [quote('A stent was placed', note)] }),
    lineOf('93458', { evidence: [quote('Angiography of the coronary arteries', note)] }),
  ]);
const FOOT =
  'PROCEDURE: Third metatarsal osteotomy. Tailor bunionectomy.\nTECHNIQUE: Over the third metatarsal a bump was seen. The third metatarsal was cut. The tailor bunion was shaved.';
const foot = claimOf([
  lineOf('28308', { evidence: [quote('Third metatarsal osteotomy', FOOT)] }),
  lineOf('28110', { evidence: [quote('Over the third metatarsal a bump', FOOT), quote('Tailor bunionectomy', FOOT)] }),
]);
const NECK = 'PROCEDURE: Neck fusion with plate.\nTECHNIQUE: The disc was removed and a cage was set.';
const ELBOW =
  'DIAGNOSIS: Cubital tunnel syndrome. Olecranon bursitis.\nPROCEDURE: Ulnar nerve transposition. Bursa excision.\nTECHNIQUE: The nerve was freed and moved. The bursa was cut out.';
const elbow = (note: string) =>
  claimOf([
    lineOf('24105', { evidence: [quote('The bursa was cut out', note)] }),
    lineOf('64718', { evidence: [quote('The nerve was freed', note)] }),
  ]);
const QUIET_NERVE = ELBOW.replace('Cubital tunnel syndrome. ', '');
const SKIN =
  'PROCEDURE: Two lesions.\nTECHNIQUE: A 1.2 cm lesion of the cheek was excised. A 2 cm lesion of the cheek lay below it and was excised.';

const BURSA =
  'PROCEDURE: Sacroiliac joint injection. Trochanteric bursa injection.\nTECHNIQUE: The needle went into the sacroiliac joint. The trochanteric bursa was injected.';
const bursa = claimOf([
  lineOf('27096', { evidence: [quote('The needle went into the sacroiliac joint', BURSA)] }),
  lineOf('20610', { evidence: [quote('The trochanteric bursa was injected', BURSA)] }),
]);

ruleCases(ptpPairs, /^NCCI/, [
  {
    name: 'a bursa at the hip is no sacroiliac joint',
    note: BURSA,
    claim: bursa,
    official: editsOf(pairOf('27096', '20610', '1')),
    finds: [],
    lines: ['27096', '20610-XS'],
  },
  {
    name: 'a nerve freed for its own entrapment is no part of the bursa beside it',
    note: ELBOW,
    claim: elbow(ELBOW),
    official: editsOf(pairOf('24105', '64718', '1')),
    finds: [],
    lines: ['24105', '64718-XS'],
  },
  {
    name: 'a nerve freed for no reason of its own is a step',
    note: QUIET_NERVE,
    claim: elbow(QUIET_NERVE),
    official: editsOf(pairOf('24105', '64718', '1')),
    finds: ['F ptp'],
    lines: ['24105'],
  },
  {
    name: 'two items of the title on two metatarsals, whatever the story says around them',
    note: FOOT,
    claim: foot,
    official: editsOf(pairOf('28308', '28110', '1', { rationale: 'More extensive procedure' })),
    finds: [],
    lines: ['28308', '28110-XS'],
  },
  {
    name: 'another level earns XS',
    note: SPINE,
    claim: spine('At L2-L3 the canal'),
    official: editsOf(pairOf('22630', '63047', '1')),
    finds: [],
    lines: ['22630', '63047-XS'],
  },
  {
    name: 'two lesions each measured in words of its own earn it',
    note: SKIN,
    claim: claimOf([
      lineOf('11441', { evidence: [quote('A 1.2 cm lesion of the cheek', SKIN)] }),
      lineOf('11402', { evidence: [quote('A 2 cm lesion of the cheek', SKIN)] }),
    ]),
    official: editsOf(pairOf('11441', '11402', '1')),
    finds: [],
    lines: ['11441', '11402-59'],
  },
  {
    name: 'what waits beside one code earns nothing beside another',
    note: TWO,
    claim: claimOf([
      lineOf('45385', { evidence: [quote('removed by snare', TWO)] }),
      lineOf('45384', { evidence: [quote('taken with hot forceps', TWO)] }),
      lineOf('45380', { evidence: [quote('Biopsies were taken', TWO)] }),
    ]),
    official: editsOf(pairOf('45385', '45380', '1'), pairOf('45384', '45380', '1')),
    finds: ['Q ptp'],
    lines: ['45385', '45384', '45380 (held)'],
    asks: ['separate.45380.45385'],
  },
  {
    name: 'pictures before a stent: asked whether an earlier study was there',
    note: HEART,
    claim: heart(HEART),
    official: editsOf(pairOf('92928', '93458', '1')),
    finds: ['Q ptp'],
    lines: ['92928-LD', '93458 (held)'],
    asks: ['separate.93458.92928'],
  },
  {
    name: 'pictures before a stent without an earlier study earn XU',
    note: `${HEART} There was no prior catheterization.`,
    claim: heart(`${HEART} There was no prior catheterization.`),
    official: editsOf(pairOf('92928', '93458', '1')),
    finds: [],
    lines: ['92928-LD', '93458-XU'],
  },
  {
    name: 'a staged stent leaves no room for the pictures',
    note: `${HEART} This was a staged PCI.`,
    claim: heart(`${HEART} This was a staged PCI.`),
    official: editsOf(pairOf('92928', '93458', '1')),
    finds: ['F ptp'],
    lines: ['92928-LD'],
  },
  ...(
    [
      [
        'a plate fixed by screws of its own earns XU',
        'A plate was laid on and fixed with four screws.',
        [],
        '22845-XU',
      ],
      [
        'a device with its own screws takes the plate with it',
        'A cage with integrated screws was used.',
        ['F ptp'],
        '',
      ],
      ['a plate of which nothing is told is asked for', 'The construct was stable.', ['Q ptp'], '22845 (held)'],
    ] as const
  ).map(([name, told, finds, plate]) => ({
    name,
    note: `${NECK} ${told}`,
    claim: claimOf([
      lineOf('22853', { evidence: [quote('a cage was set', NECK)] }),
      lineOf('22845', { evidence: [quote('Neck fusion with plate', NECK)] }),
    ]),
    official: editsOf(pairOf('22853', '22845', '1')),
    finds,
    lines: ['22853', plate].filter((line) => line !== ''),
  })),
]);

describe('59 and its kin', () => {
  it('hold 59 against a criterion with its quote, earned, open and refused', () => {
    const verdicts = [scope(SCOPE), scope(OPEN), scope(SAME_PLACE, ['59'])].map((claim, at) => {
      const { draft } = ruled(ptpPairs, claim, { note: [SCOPE, OPEN, SAME_PLACE][at] ?? '', official: polyps });
      return draft.rubrics.map(({ modifier, verdict, criteria }) => [
        modifier,
        verdict,
        criteria[0]?.state,
        criteria[0]?.quote !== undefined,
      ]);
    });
    expect(verdicts).toEqual([
      [['XS', 'earned', 'met', true]],
      [['XS', 'open', 'not documented', true]],
      [['59', 'not earned', 'not met', true]],
    ]);
  });

  it('ask without a code, a modifier or money, with a quote and a way out', () => {
    for (const [claim, note, rows] of [
      [scope(OPEN), OPEN, polyps],
      [heart(HEART), HEART, editsOf(pairOf('92928', '93458', '1'))],
    ] as const) {
      const [question] = ruled(ptpPairs, claim, { note, official: rows }).draft.questions;
      const asked = [question?.text, ...(question?.options ?? [])].join(' ');
      expect(asked).not.toMatch(/\b\d{5}\b|\b59\b|\bX[EPSU]\b|RVU|\$|paid|bill/);
      expect(note).toContain(question?.quote?.quote);
      expect(question?.options.at(-1)).toBe('other / cannot be determined');
      expect(question?.ifThen).toMatch(/\d{5}/);
    }
  });
});
