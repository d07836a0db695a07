import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();

function lines(diagnosis: string, title: string, story: string): string[] {
  const note = `POSTOPERATIVE DIAGNOSIS: ${diagnosis}\nPROCEDURE: ${title}\nDESCRIPTION: ${story}`;
  return labels(codeNote(note, engine).draft).toSorted();
}

describe('a fracture that the title names only by its bone', () => {
  it.each([
    ['Left tibial tubercle avulsion fracture.', 'ORIF left tibia.', 'The fragment was fixed with a screw.', '27540-LT'],
    ['Femoral neck fracture, right.', 'ORIF right hip.', 'It was opened, reduced and held with screws.', '27236-RT'],
    [
      'Hip fracture, intertrochanteric, right.',
      'Hip fracture fixation.',
      'A 10 x 180 mm Gamma nail was passed and the lag screw placed.',
      '27245-RT',
    ],
    ['Left tibial shaft fracture.', 'ORIF left tibia.', 'The shaft was exposed and a plate applied.', '27758-LT'],
  ])('is told by the diagnosis: %s', (diagnosis, title, story, code) => {
    expect(lines(diagnosis, title, story)).toEqual([code]);
  });

  it('keeps its own family where the title sets another bone as well', () => {
    const title = '1. ORIF right radial shaft.\n2. ORIF right olecranon.';
    const story = 'The radial shaft was plated. The olecranon was reduced with a tension band wire.';
    expect(lines('Right radial shaft fracture and olecranon fracture.', title, story)).toEqual([
      '24685-RT',
      '25515-RT',
    ]);
  });
});

describe('fingers freed of their cords', () => {
  it('are one under the primary code, the further one under the add-on', () => {
    const title = 'Partial palmar fasciectomy with release of the right ring and small fingers.';
    const story = 'The cords of both fingers were excised out to the PIP joints.';
    expect(lines('Dupuytren contracture.', title, story)).toEqual(['26123-RT', '26125-F9']);
  });
});
