import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();

function lines(title: string, story: string): string[] {
  return labels(codeNote(`PROCEDURE: ${title}\n\nDESCRIPTION: ${story}`, engine).draft);
}

describe('a further act in the belly that only the story tells', () => {
  it.each([
    [
      'Laparoscopic cholecystectomy.',
      'The gallbladder was taken off its bed. The liver was nodular, so a Tru-Cut was passed into segment IV and two cores were taken.',
      ['47562', '47001'],
    ],
    [
      'Left hemicolectomy.',
      'A midline incision was made. The flexure was freed by dividing the phrenocolic and splenocolic ligaments. The colon was resected and a stapled anastomosis was made.',
      ['44140', '44139'],
    ],
    [
      'Small bowel resection.',
      'A midline incision was made. The jejunal segment was resected and stapled side to side. Then the ileal segment was removed and its own anastomosis was made by hand.',
      ['44120', '44121'],
    ],
    [
      'Distal gastrectomy.',
      'Through a midline incision the nodes along the hepatic artery were cleared. A gastrojejunostomy, Billroth II, was made.',
      ['43632', '38747'],
    ],
    [
      'Laparoscopic peritoneal dialysis catheter.',
      'The catheter tip lay in the pelvis. The omentum was lifted and tacked to the anterior wall with two stitches.',
      ['49324', '49326'],
    ],
  ])('%s %s', (title, story, codes) => {
    expect(lines(title, story)).toEqual(codes);
  });
});
