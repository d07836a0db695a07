import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const lines = (text: string): string[] =>
  codeNote(text, REAL_LIBRARY).draft.lines.map(({ code, modifiers }) => [code, ...modifiers].join('-'));

describe('leg arteries told one by one', () => {
  it('give one service for a territory and an add-on for a further artery of the calf', () => {
    const text = `RIGHT leg angio, claudication
L CFA 6F sheath, over the top.
Popliteal: Jetstream then 5 mm balloon, 5x40 stent for recoil.
PT: 2.5 balloon 2 min, good.
Peroneal: 3 mm balloon.
R tibial runoff brisk at the end.`;
    expect(lines(text)).toEqual(['37227-RT', '37228-RT', '37232-RT']);
  });

  it('have no code where the wire never crossed', () => {
    const text = `Procedure: Left iliac stent, left SFA atherectomy
Technique: 7F sheath, right groin.
Left external iliac: 8x40 stent, post 7.
Left SFA: wire went subintimal, could not get back into the lumen. Atherectomy device was not opened.`;
    expect(lines(text)).toEqual(['37221-LT']);
  });

  it('take in small letters no word of the language for an artery', () => {
    const text = `Procedure: Laparoscopic pyeloplasty, right
Technique: At the end a 6x26 ureteral stent was placed over the wire under fluoroscopy. Pt tolerated it well.`;
    expect(lines(text).join()).not.toMatch(/3722|3723/);
  });
});
