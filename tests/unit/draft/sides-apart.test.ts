import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();
const lines = (text: string): string[] => labels(codeNote(text, engine).draft).toSorted();

const ANESTHESIA = 'ANESTHESIA: General.\n\n';

describe('sides with acts of their own', () => {
  it('have a line each', () => {
    const story =
      'DESCRIPTION OF PROCEDURE: Left ureter: the ureteroscope was passed to the stone, laser lithotripsy to dust. A stent was placed.\n\nRight ureter: a double J stent only.';
    expect(lines(`${ANESTHESIA}${story}`)).toEqual(['52332-RT', '52356-LT']);
  });

  it('are told apart by the diagnosis where the title has the act on both', () => {
    const note =
      'POSTOPERATIVE DIAGNOSIS: Inguinal hernia of both groins, right recurrent.\n\nPROCEDURE: Bilateral laparoscopic inguinal hernia repair.\n\nDESCRIPTION OF PROCEDURE: Right: the indirect sac was reduced.\n\nLeft: the direct sac was reduced. Mesh on both sides.';
    expect(lines(note)).toEqual(['49650-LT', '49651-RT']);
  });

  it('have what the title has of one side alone', () => {
    const note =
      'PROCEDURE: Bilateral ureteroscopy, holmium laser on the left, basket on the right.\n\nDESCRIPTION OF PROCEDURE: The bladder was normal. A wire was passed up the left ureter. The stone was broken to sand.\n\nI then turned to the right. No laser was needed on this side. The stone was drawn out with a basket.';
    expect(lines(note)).toEqual(['52352-RT', '52353-LT']);
  });

  it('are one where the second is told to be the same', () => {
    const story =
      'PROCEDURE: Functional endoscopic sinus surgery.\n\nDESCRIPTION OF PROCEDURE: Right side: the bulla was opened and the posterior ethmoid cells were cleared.\n\nLeft side - identical.';
    expect(lines(story)).toEqual(['31255-50']);
  });
});

describe('sides that are alike but for one thing', () => {
  it('are set apart where the title has that thing on one side', () => {
    const note =
      'PROCEDURES:\n1. Bilateral endoscopic total ethmoidectomy.\n2. Right endoscopic frontal sinusotomy.\n\nDESCRIPTION OF PROCEDURE: On the left the bulla and the posterior ethmoid cells were opened. The same on the right. Then the right frontal recess was opened.';
    expect(lines(note)).toEqual(['31253-RT', '31255-LT', '31276-RT']);
  });
});

describe('what comes with a procedure', () => {
  it('is counted once a side', () => {
    const note =
      'POSTOPERATIVE DIAGNOSIS: Incisional hernia.\n\nPROCEDURE: Incisional hernia repair with mesh.\n\nDESCRIPTION OF PROCEDURE: The defect was 12 cm long. On the right the transversus abdominis was divided. The same on the left. Mesh was laid.';
    expect(lines(note)).toEqual(['15734 x2', '49595']);
  });

  it('may be proven by two passages: one polyp lifted and cut in pieces, another snared cold', () => {
    const note =
      'PROCEDURE: Colonoscopy.\n\nDESCRIPTION OF PROCEDURE: Scope to the cecum. Ascending colon: flat growth, blue cushion, snared in pieces. Rectum: 4 mm polyp, cold snare.';
    expect(lines(note)).toEqual(['45385-59', '45390']);
  });
});

describe('a screening colonoscopy at which nothing was done', () => {
  const story = 'DESCRIPTION OF PROCEDURE: The colonoscope was advanced to the cecum. Normal colon.';

  it('has a code of its own where the note names Medicare', () => {
    const indication = 'INDICATION: Medicare patient, colon cancer screening';
    expect(lines(`PROCEDURE: Colonoscopy.\n${indication}.\n${story}`)).toEqual(['G0121']);
    expect(lines(`PROCEDURE: Colonoscopy.\n${indication}, family history of colon cancer.\n${story}`)).toEqual([
      'G0105',
    ]);
    expect(lines(`PROCEDURE: Colonoscopy.\n${indication}, weight loss.\n${story}`)).toEqual(['45378']);
  });

  it('keeps the usual code where nobody named the payer', () => {
    expect(lines(`PROCEDURE: Colonoscopy.\nINDICATION: Colon cancer screening.\n${story}`)).toEqual(['45378']);
  });
});

describe('an act whose object stands in the diagnosis only', () => {
  it('is described by both together', () => {
    const note =
      'POSTOPERATIVE DIAGNOSIS: Umbilical hernia.\n\nANESTHESIA: General.\n\nDESCRIPTION OF PROCEDURE: Omentum went back. Ring 2 cm. Polypropylene in the preperitoneal space. Skin glue.';
    expect(lines(note)).toEqual(['49591']);
  });
});
