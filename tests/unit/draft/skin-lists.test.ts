import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const lines = (text: string): string[] =>
  codeNote(text, REAL_LIBRARY).draft.lines.map(({ code, units }) => (units > 1 ? `${code} x${units}` : code));

describe('a Mohs record', () => {
  it('tells each site by its stages and blocks', () => {
    const text = `Mohs record
A. L cheek SCC. Stage I: 6 blocks, positive deep. Stage II: 2 blocks, clear.
Left to granulate.
B. R shin SCC. Stage 1: 3 blocks, tumor at 9. Stage 2: one block. Stage 3: one block, clear.`;
    expect(lines(text).toSorted()).toEqual(['17311', '17312', '17313', '17314 x2', '17315']);
  });
});

describe('lesions and wounds in a list', () => {
  it('are sampled each in its own way', () => {
    const text = `Skin clinic
1) R thigh papule, tangential biopsy, aluminum chloride.
2) L flank macule, 3 mm punch to fat, one nylon.`;
    expect(lines(text)).toEqual(['11104', '11103']);
  });

  it('are counted place by place', () => {
    const text = `Clinic procedure
AKs: scalp 4, nose 2, left cheek 1, frozen with LN2 two cycles.`;
    expect(lines(text)).toEqual(['17000', '17003 x6']);
  });

  it('are counted by the number told in all', () => {
    const tags = `Irritated skin tags of the neck.
PROCEDURE NOTE: Each tag was lifted and snipped at the base. In total 23 were removed.`;
    expect(lines(tags)).toEqual(['11200', '11201']);
  });

  it('are measured with their margins, never by the length of the closed wound', () => {
    const text = `PROCEDURE: Wide local excision of melanoma of the back.
DESCRIPTION: The biopsy site measured 0.8 cm across. I measured out 2 cm in every direction. The skin was incised to the fascia and the piece removed. Deep fat was closed with 2-0 Vicryl, the skin with staples. Final length 11 cm.`;
    expect(lines(text)).toEqual(['11606', '12034']);
  });

  it('are summed by class and place, without what was only undermined', () => {
    const text = `Lac repairs
- L thigh 5 cm, SQ 3-0 vicryl, skin nylon. Undermined 1 cm.
- R arm 4 cm, same, fascia 2-0 vicryl, nylon.
- R foot 2 cm, skin only, nylon.`;
    expect(lines(text)).toEqual(['12034', '12001']);
  });
});

describe('broken bones of the hand', () => {
  it('are counted by the diagnosis where the story tells the second as the same', () => {
    const text = `L hand
Postop dx closed displaced index and long metacarpal fractures
Closed reduction by traction. K wire down the MC canal of the index through a stab. Same on the long.
Pins bent outside the skin.`;
    expect(lines(text)).toEqual(['26608 x2']);
  });
});
