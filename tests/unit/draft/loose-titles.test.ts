import { describe, expect, it } from 'vitest';
import { codeNote, labels, operativeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const codes = (...told: Parameters<typeof operativeNote>): string[] =>
  labels(codeNote(operativeNote(...told), REAL_LIBRARY).draft);

describe('a title that tells little more than the organ', () => {
  it.each([
    [
      'a screening at which something was taken off',
      'Screening, polyp',
      'Colonoscopy',
      'Scope to the cecum. An 8 mm sessile polyp in the ascending colon was taken with the cold snare and retrieved.',
      ['45385'],
    ],
    [
      'a look, over a story in which something was taken out',
      'Acute appendicitis',
      'Diagnostic laparoscopy',
      'Three ports were placed. The appendix was red and stiff, its base was looped twice and divided, and it came out in a bag.',
      ['44970'],
    ],
    [
      'what was only possible, in short',
      'Hematuria',
      'Cystoscopy, poss ureteroscopy',
      'The bladder was normal. Both orifices jetted clear urine.',
      ['52000'],
    ],
    [
      'one way of closing against another, which was not needed',
      'Laceration of the left cheek',
      'Laceration repair, layered closure vs rotation flap',
      'The edges came together without tension. The wound of 4.8 cm was closed in layers.',
      ['12052'],
    ],
    [
      'a meniscus trimmed in other words',
      'Left knee medial meniscus tear',
      'Left knee arthroscopy',
      'In the medial compartment the posterior horn was torn in a flap; the unstable portion was taken back to a smooth rim with basket and shaver. The lateral side was normal.',
      ['29881-LT'],
    ],
    [
      'wounds listed behind one noun, and summed',
      'Facial laceration',
      'Suture of forehead and chin lacerations',
      'Two cuts: forehead above the left brow 1.8 cm and under the chin 1.2 cm. Each was closed in one layer with fast gut.',
      ['12013'],
    ],
    [
      'two wounds, each closed in its own way',
      'Dog bite left arm and left hand',
      'Repair of dog bite wounds',
      'The upper arm wound was 6 cm; crushed edges were sharply excised. It was closed with buried Monocryl and two retention sutures. The second bite, 3 cm over the dorsum of the left hand, only needed a few simple nylon sutures.',
      ['13121', '12002'],
    ],
    [
      'an artery told by its abbreviation and what was done to it',
      'Critical limb ischemia left foot',
      'Left leg atherectomy',
      'A 6 Fr sheath was parked in the left SFA. The AT was crossed with a wire and orbital atherectomy done, then a 2.5 balloon.',
      ['37229-LT'],
    ],
    [
      'lesions told by their sizes and sampled alike',
      'Suspicious lesions of trunk',
      'Skin biopsies',
      'Left flank 6 mm dark macule and the mid chest 5 mm pink papule. A 4 mm punch was taken of each and sent.',
      ['11104', '11105'],
    ],
    [
      'a flap beside a lip that was only spared',
      'Squamous cell carcinoma of chin',
      'Excision of carcinoma of chin with local flap',
      'As primary closure would pull the lip, a rhombic flap was drawn, 2.4 by 2.2 cm, lifted and transposed into the hole.',
      ['14040'],
    ],
  ])('codes %s', (_, diagnosis, title, story, expected) => {
    expect(codes(diagnosis, title, story)).toEqual(expect.arrayContaining(expected));
    expect(codes(diagnosis, title, story)).toHaveLength(expected.length);
  });
});
