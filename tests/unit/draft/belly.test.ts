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

describe('what the title says and the story takes back', () => {
  it.each([
    [
      'Laparoscopic sigmoid colectomy with mobilization of splenic flexure.',
      'The sigmoid was resected and a stapled anastomosis made. The splenic flexure was not taken down.',
      ['44204'],
    ],
    [
      'Screening colonoscopy.',
      'The colonoscope was advanced to the cecum. A 9 mm polyp was taken off with a cold snare.',
      ['45385'],
    ],
    [
      'ERCP with stone extraction.',
      'The papilla had been cut at a former ERCP, so a sphincterotomy was not called for. A balloon was swept and three stones came out.',
      ['43264'],
    ],
    [
      'Conversion of gastric band to laparoscopic sleeve gastrectomy.',
      'The band was divided and slid out. The port was dissected from the fascia and taken out. The sleeve was stapled over a bougie.',
      ['43775', '43774'],
    ],
  ])('%s %s', (title, story, codes) => {
    expect(lines(title, story).toSorted()).toEqual([...codes].sort());
  });

  it('reads a discharge as no curettage', () => {
    const raw = '34F biliary colic. Lap chole 4 port, duct + artery clipped, GB out in bag via umb. d/c home.';
    expect(labels(codeNote(raw, engine).draft)).toEqual(['47562']);
  });
});
