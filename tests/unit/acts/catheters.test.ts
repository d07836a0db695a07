import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const lines = (text: string): string[] =>
  codeNote(text, REAL_LIBRARY).draft.lines.map(({ code, modifiers, units }) =>
    [code, ...modifiers, ...(units > 1 ? [`x${units}`] : [])].join('-'),
  );

describe('catheters into the arteries of neck and brain', () => {
  it('count by side and by the farthest vessel', () => {
    const text = `Cerebral angio
L groin 5F.
1. Left CCA, runs of neck and head.
2. Right CCA then right ICA, 3D spin.
3. Left vert selected, basilar fills.
4. Right vert could not be engaged, run from the right subclavian fills it.`;
    expect(lines(text).sort()).toEqual(['36223-LT', '36224-RT', '36225-RT', '36226-LT']);
  });
});

describe('catheters into the arteries of the gut', () => {
  it('count each trunk with its farthest branch', () => {
    const text = `Mesenteric angiography
R groin 5F, C2.
Celiac engaged, run, normal.
Micro advanced into the GDA, run there.
SMA selected, run in two fields.`;
    expect(lines(text).sort()).toEqual(['36245', '36247', '75726-26-x2', '75774-26']);
  });
});

describe('a vessel of the gut closed through the catheter', () => {
  const story = (before: string): string =>
    `PROCEDURE: Embolization of the gastroduodenal artery for bleeding.\nDESCRIPTION: ${before} The right femoral artery was accessed. The celiac artery was selected. Angiogram showed extravasation from the gastroduodenal artery. A microcatheter was advanced into the gastroduodenal artery. Coils were placed and bleeding stopped.`;

  it('has its pictures billed as a first study only', () => {
    expect(lines(story('')).join()).toContain('75726-26');
    expect(lines(story('The angiogram of last week was reviewed.')).join()).not.toContain('75726');
  });
});

describe('catheters into the kidney arteries', () => {
  it('have one code for both sides, the flush inside', () => {
    const text = `Renal angiogram
Pigtail flush aortogram first. Cobra into the left renal artery, run, 30 percent. Then into the right renal artery, run, smooth.`;
    expect(lines(text)).toEqual(['36252']);
  });
});

describe('central lines', () => {
  it('are one for each vein, guided where the vein was seen, the needle watched and an image kept', () => {
    const text = `Lines
1) Triple lumen, right IJ. Vein compressible, image saved to PACS, needle watched in real time. All ports draw.
2) Dialysis catheter, non tunneled, right femoral. By landmarks. Both limbs pull well, sutured.`;
    expect(lines(text)).toEqual(['36556-x2', '76937-26']);
  });

  it('changed over a wire through their own tunnel are no new line', () => {
    const text = `Access
Cuff dissected free, old catheter clamped and withdrawn over a stiff wire.
New 28 cm cuffed catheter passed over the wire through the same tunnel. Tip in the right atrium on a saved film.`;
    expect(lines(text)).toEqual(['36581', '77001-26']);
  });
});

describe('bronchoscopy', () => {
  it('counts stations that a needle went into, and lobes that were bitten', () => {
    const text = `EBUS and bronch
EBUS scope:
- 4L 9 mm, needle x4
- 7 14 mm, needle x4
- 11R 5 mm seen, not sampled
Stations 10L and 2R were measured, no needle was passed there.
Regular scope: transbronchial biopsies x6 LLL under fluoro, then x4 RLL.`;
    expect(lines(text)).toEqual(expect.arrayContaining(['31652', '31628', '31632']));
  });

  it('is no ultrasound where its scope was never opened', () => {
    const text = `Bronch, ?EBUS
Lavage of the lingula, 150 in. EBUS scope not used, nodes small.`;
    expect(lines(text).join()).not.toMatch(/3165\d/);
  });
});

describe('plaque taken out for a bypass graft', () => {
  it('is part of the bypass, and a ringed tube is no vein', () => {
    const text = `L fem-AK pop bypass with vein, L common femoral endarterectomy
Saphenous vein too small, left in place. 8 mm ringed PTFE tunneled.
Plaque at the heel lifted out so the graft would lie flat, no patch.`;
    expect(lines(text)).toEqual(['35656-LT']);
  });
});

describe('veins of the leg closed from inside', () => {
  it('count once for the further trunks of a leg', () => {
    const text = `Procedure: Laser ablation of the left great saphenous and anterior accessory saphenous veins
Description: The left great saphenous vein was accessed at the knee and the fiber advanced. The anterior accessory vein was then cannulated.`;
    expect(lines(text)).toEqual(['36478-LT', '36479-LT']);
  });

  it('are one where the other trunk was left for another day', () => {
    const text = `Procedure: Radiofrequency ablation of the right great saphenous vein
Description: The right great saphenous vein was accessed and treated. The small saphenous will be treated at the next visit.`;
    expect(lines(text)).toEqual(['36475-RT']);
  });
});

describe('bites through the bronchoscope', () => {
  const story = (bites: string): string => `Procedure: Bronchoscopy with EBUS
Description: ${bites} With EBUS station 7 was sampled, four passes.`;

  it('are of the lining where the growth is seen in the airway', () => {
    const text = story('A friable lesion blocked the right upper lobe orifice. Forceps biopsies were taken.');
    expect(lines(text).sort()).toEqual(['31625', '31652']);
  });

  it('go through the wall where they are led to a lesion of the lung', () => {
    const text = story('Under fluoroscopy forceps biopsies of the right upper lobe nodule were taken.');
    expect(lines(text).sort()).toEqual(['31628', '31652']);
  });
});
