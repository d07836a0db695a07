import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const lines = (text: string): string[] =>
  codeNote(text, REAL_LIBRARY).draft.lines.map(({ code, modifiers }) => [code, ...modifiers].join('-'));

describe('coronary bypass', () => {
  it('counts the ends on the heart, not the conduits', () => {
    const text = `CABG
Sternotomy, on pump, clamp 70 min. Vein from the left leg by EVH.
LIMA -> LAD. SVG 1 -> OM1 -> OM3 in sequence. SVG 2 -> PDA.`;
    expect(lines(text).sort()).toEqual(['33508-59', '33519', '33533']);
  });

  it('says nothing where the story lists fewer ends than the note counts', () => {
    const text = `CABG x4
Sternotomy, cardiopulmonary bypass. LIMA to LAD, vein to the rest as planned.`;
    expect(lines(text)).not.toContain('33517');
  });

  it('reads no graft of an earlier operation out of a catheter study', () => {
    const text = `Procedure: Left heart catheterization, coronary angiography, graft angiography
Findings: LIMA to LAD patent. SVG to OM patent. SVG to PDA occluded. LVEDP 14.`;
    expect(lines(text).join()).not.toMatch(/335\d\d/);
  });
});

describe('coronary treatment told artery by artery', () => {
  it('is one code for an artery, whatever the number of stents', () => {
    const text = `Cath lab, stable angina, films of last week reviewed
RCA: 2.75x18 DES mid, 3.0x12 DES proximal, overlapped.
LAD: 1.25 burr rotablation, 3.0x28 DES. IVUS before and after.
LCx: iFR 0.94, left alone.`;
    expect(lines(text)).toEqual(expect.arrayContaining(['92928-RC', '92933-LD', '92978-26', '93571-26']));
    expect(lines(text).join()).not.toMatch(/9345\d/);
  });

  it('earns a first full study only where no earlier films are told', () => {
    const text = `CATH
Angina, no prior angiogram.
LM clear. LAD 30 mid. Circ mild. LVEDP 12. 
RCA: 90 mid, 3.5x15 DES.`;
    expect(lines(text)).toContain('93458-26-59');
  });

  it('knows a stent by its maker, and none where a balloon alone was used', () => {
    const told = (deed: string): string[] => lines(`PCI\nStable angina. LAD: wired, 2.5 balloon, ${deed}`);
    expect(told('3.0 x 18 Xience at 14 atm.')).toContain('92928-LD');
    expect(told('no residual.')).toContain('92920-LD');
  });

  it('names a treated bypass graft by the artery it feeds', () => {
    const text = `PCI of graft
JR4 into the saphenous vein graft. SVG to PDA had a 95 shaft lesion.
Filter down, 4.0x16 DES, filter out.`;
    expect(lines(text)).toEqual(['92937-RC']);
  });
});

describe('a pacemaker changed for a defibrillator', () => {
  it('is told box and lead by lead', () => {
    const text = `EP lab
Old pocket opened. Pacemaker box out. Atrial lead tested, kept.
New dual coil shock lead to the RV septum, R 10.
Coronary sinus entered, LV lead to a lateral vein.
New CRT-D on three leads, pocket closed.`;
    expect(lines(text)).toEqual(expect.arrayContaining(['33249', '33225', '33233']));
  });
});

describe('a pacing box changed', () => {
  const told = (story: string): string[] => lines(`PROCEDURE: Dual chamber pacemaker generator change.\n${story}`);

  it('on the leads already in is one code, by their number', () => {
    expect(
      told(
        'DESCRIPTION: The pocket was opened. The old generator was removed and the leads were tested. The new generator was connected to both leads.',
      ),
    ).toEqual(['33228']);
  });
});
