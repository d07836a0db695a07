import { describe, expect, it } from 'vitest';
import { codeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const lines = (text: string): string[] =>
  codeNote(text, REAL_LIBRARY).draft.lines.map(({ code, units }) => (units > 1 ? `${code} x${units}` : code));

describe('instruments of the spine', () => {
  it('count the vertebrae of the fusion they hold', () => {
    const text = `Procedure: Anterior cervical discectomy and fusion C4-C5, C5-C6, C6-C7
Technique: The discs were removed and the cord decompressed. PEEK cages were placed. A plate was fixed with screws.`;
    expect(lines(text)).toContain('22846');
  });

  it('over one space from behind are fixed at the ends only', () => {
    const text = `Procedure: TLIF L4-L5
Technique: Pedicle screws and rods were placed. The facet was removed, the disc emptied, a cage was set.`;
    expect(lines(text)).toContain('22840');
    expect(lines(text)).not.toContain('22842');
  });

  it('follow the number of levels where the title names none', () => {
    const text = `ACDF x3
Technique: C4-C5 disc was removed, then the same below twice. PEEK cages. A plate was fixed with eight screws.`;
    expect(lines(text)).toEqual(expect.arrayContaining(['22551', '22552 x2', '22846', '22853 x3']));
  });
});

describe('a fusion both ways', () => {
  it('leaves the spaces that are fused only along the back to their own code', () => {
    const text = `Procedure: 1. Posterior spinal fusion L4-L5 and L5-S1 with pedicle screws.
2. Posterior lumbar interbody arthrodesis with cages at L4-L5.
Technique: Cages were set at L4-L5. The transverse processes were decorticated and graft was laid.`;
    expect(lines(text)).toEqual(expect.arrayContaining(['22633', '22614', '22842', '22853']));
    expect(lines(text).join()).not.toContain('22634');
  });

  it('of a bent spine counts vertebrae, whatever the title calls it', () => {
    const text = `Diagnosis: Scoliosis
Procedure: Posterior spinal fusion T3-L5 with segmental instrumentation
Technique: Rods and screws were placed. The scoliosis was corrected. The spine was decorticated and graft was laid.`;
    expect(lines(text)).toEqual(['22804', '22844']);
  });
});

describe('levels of the spine', () => {
  it('that are old, healed or only seen are not filled', () => {
    const text = `Procedure: Kyphoplasty
Technique: Pictures showed signal in L1; old healed wedge deformities are at T8 and L3. Both pedicles of L1 were entered.
Balloons were inflated and cement was delivered. A wisp of cement went into the T12-L1 disc.`;
    expect(lines(text)).toEqual(['22514']);
  });

  it('in a list are vertebrae, and joints by their nerves', () => {
    const text = `Procedure: L3, L4 medial branch and L5 dorsal ramus blocks on the left
Technique: Needles were placed at each nerve under fluoroscopy and bupivacaine was injected.`;
    expect(lines(text)).toEqual(['64493', '64494']);
  });

  it('of a fusion in a list leave the spaces between them', () => {
    const text = `Procedure: Posterolateral fusion L3, L4, L5 with pedicle screws
Technique: Screws and rods were placed. The transverse processes were decorticated and graft was laid.`;
    expect(lines(text)).toEqual(expect.arrayContaining(['22612', '22614', '22842']));
  });
});

describe('digital nerves', () => {
  it('are counted by side and finger', () => {
    const text = `Procedure: Repair of digital nerves, left hand
Technique: In the index finger the radial digital nerve was found cut. In the long finger the ulnar digital nerve was
divided. The nerve ends were approximated with 9-0 nylon. The ulnar digital nerve of the long finger was sewn likewise.`;
    expect(lines(text)).toEqual(['64831', '64832']);
  });
});

describe('a possible fusion', () => {
  it('in the title does not keep a discectomy from its code', () => {
    const text = `Procedure: Right L4-5 discectomy, possible fusion L4-5
Technique: A laminotomy was made. The extruded disc was removed. The facet was preserved, so fusion was not done.`;
    expect(lines(text)).toEqual(['63030']);
  });
});

describe('the box of a spinal cord stimulator', () => {
  it('is no pacemaker', () => {
    const text = `Diagnosis: Spinal cord stimulator battery end of life
Procedure: IPG change
Technique: The old battery was delivered and the two leads were disconnected. A new generator was hooked up to both leads.`;
    expect(lines(text)).toEqual(['63685']);
  });
});

describe('stimulator leads', () => {
  it('count one by one', () => {
    const text = `Procedure: Spinal cord stimulator trial, two percutaneous leads
Technique: Two Tuohy needles were placed and the leads advanced to T8.`;
    expect(lines(text)).toEqual(['63650 x2']);
  });
});

describe('rib nerves', () => {
  it('are counted by the run of their spaces', () => {
    const text = `Procedure: Intercostal block, left
Technique: Marcaine was injected in the spaces four to eight one after the other.`;
    expect(lines(text)).toEqual(['64420', '64421 x4']);
  });
});
