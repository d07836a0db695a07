import { describe, expect, it } from 'vitest';
import { codedMail } from '../../support/coded-mail.ts';

const GALLBLADDER = `POSTOPERATIVE DIAGNOSIS: Acute cholecystitis.
PROCEDURE: Laparoscopic cholecystectomy.
DESCRIPTION OF PROCEDURE: In the operating room four ports were placed. The cystic duct and artery were clipped and divided and the gallbladder was removed.`;
const FUSION = `POSTOPERATIVE DIAGNOSIS: Degenerative disc disease, L5-S1.
PROCEDURE: Anterior lumbar interbody fusion L5-S1.
DESCRIPTION OF PROCEDURE: In the operating room I removed the L5-S1 disc and placed an interbody cage filled with graft.`;
const ANKLE = `SURGEON: R. Hale, MD
ASSISTANT: K. Orr, PA-C
POSTOPERATIVE DIAGNOSIS: Closed bimalleolar fracture, right ankle.
PROCEDURE: Open reduction internal fixation of right bimalleolar ankle fracture.
DESCRIPTION OF PROCEDURE: In the operating room the lateral malleolus was plated and the medial malleolus was fixed with two screws.`;
const ANKLE_HELPED = `${ANKLE} The PA-C retracted the soft tissues and held the reduction while the plate was applied.`;
const PORT = `POSTOPERATIVE DIAGNOSIS: Cancer of the right breast.
PROCEDURE: Placement of tunneled central venous catheter with subcutaneous port, right internal jugular vein, with fluoroscopic guidance.
DESCRIPTION OF PROCEDURE: This 61-year-old woman was prepped. The vein was punctured and the catheter was connected to a port in a pocket. Fluoroscopy showed the tip at the cavoatrial junction and a final image was saved.`;
const POLYP = `PREOPERATIVE DIAGNOSIS: Screening for colon cancer.
POSTOPERATIVE DIAGNOSIS: Polyp of the sigmoid colon.
PROCEDURE: Colonoscopy with snare polypectomy.
DESCRIPTION OF PROCEDURE: In the endoscopy suite the scope was passed to the cecum. A polyp of the sigmoid colon was removed with a hot snare and retrieved.`;

describe('whose claim it is', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['the surgeon', [ANKLE_HELPED], ['27814-RT']],
    ['a PA whose help is told', ['I am billing for our PA who assisted.', ANKLE_HELPED], ['27814-AS-RT']],
    ['a PA of whom only the name is told', ['role: PA assistant', ANKLE], ['27814-AS-RT (held)']],
    ['"assistant", and the note names a PA', ['role: assistant', ANKLE_HELPED], ['27814-AS-RT']],
    [
      'an assistant where none is usual',
      [
        'Please code for the assistant surgeon.',
        `POSTOPERATIVE DIAGNOSIS: Torn medial meniscus, left knee.
PROCEDURE: Left knee arthroscopy with partial medial meniscectomy.
DESCRIPTION OF PROCEDURE: In the operating room the meniscus was trimmed. The assistant held the leg and irrigated the joint.`,
      ],
      ['29881-80-LT (held)'],
    ],
    [
      'an assistant who dictates, without an available resident',
      [
        `ASSISTANT SURGEON'S OPERATIVE STATEMENT
Assistant at surgery: K. Orr, MD (dictating).
No qualified resident was available.
${GALLBLADDER} I held the camera and retracted the fundus.`,
      ],
      ['47562-82'],
    ],
    [
      'the spine surgeon beside an exposing surgeon',
      [`${FUSION} The exposure was performed by Dr. Hale of general surgery, who will dictate separately.`],
      ['22558-62', '22853'],
    ],
    ['no co-surgeon in the header', [`SURGEON: R. Hale, MD\nCO-SURGEON: None\n${FUSION}`], ['22558', '22853']],
    ['a co-surgeon by mail', ['co surgeon with general surgery', FUSION], ['22558-62', '22853-62']],
    [
      'a resident under an attending who was there',
      [`${GALLBLADDER} The resident performed the dissection. I was present and scrubbed for the entire procedure.`],
      ['47562-GC'],
    ],
  ])('%s', async (_, paragraphs, lines) => {
    expect((await codedMail(...paragraphs)).lines).toEqual(lines);
  });

  it('asks what an assistant did of whom only the name is told', async () => {
    const { answer } = await codedMail('role: PA assistant', ANKLE);
    const [question] = answer.questions;
    expect(question).toMatchObject({ id: 'assistant.work', to: 'surgeon' });
    expect(question?.quote?.quote).toContain('PA-C');
  });

  it('asks for the parts of a co-surgeon who is a name in the header', async () => {
    const { asked, lines } = await codedMail(`SURGEON: R. Hale, MD\nCO-SURGEON: K. Orr, MD\n${FUSION}`);
    expect(lines).toEqual(['22558', '22853']);
    expect(asked).toEqual(['co-surgeon.parts']);
  });

  it('asks who was present where a resident operated', async () => {
    const { asked } = await codedMail(`${GALLBLADDER} The resident performed the dissection.`);
    expect(asked).toEqual(['teaching.presence']);
  });

  it('offers the claim of the assistant in one sentence', async () => {
    const { text } = await codedMail(ANKLE_HELPED);
    expect(text.replace(/\s+/g, ' ')).toContain('the PA, NP or CNS who assisted has a claim too: 27814-AS');
  });
});

describe('what place and payer decide', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['imaging in a hospital', ['POS 22', PORT], ['36561-RT', '77001-26']],
    ['imaging in the office', ['POS 11', PORT], ['36561-RT', '77001']],
    ['a screening of a Medicare patient', [POLYP], ['45385-PT']],
    ['a screening of another plan', ['payer: Aetna', POLYP], ['45385-33']],
    ['a Medicare Advantage plan', ['Humana Medicare Advantage', POLYP], ['45385-PT']],
    [
      'a newborn of 3.1 kg',
      [
        `POSTOPERATIVE DIAGNOSIS: Secundum atrial septal defect.
PROCEDURE: Repair of secundum atrial septal defect with cardiopulmonary bypass.
DESCRIPTION OF PROCEDURE: This 3-week-old infant, operative weight 3.1 kg, was put on bypass. The defect was closed with a patch.`,
      ],
      ['33641-63'],
    ],
    [
      'nails of a foot without pulses',
      [
        `PROCEDURE: Debridement of ten mycotic toenails.
POSTOPERATIVE DIAGNOSIS: Onychomycosis.
FINDINGS: The dorsalis pedis pulse is absent. The posterior tibial pulse is not palpable.
DESCRIPTION OF PROCEDURE: All ten toenails were thinned and shortened with nippers and a burr.`,
      ],
      ['11721-Q8'],
    ],
  ])('%s', async (_, paragraphs, lines) => {
    expect((await codedMail(...paragraphs)).lines).toEqual(lines);
  });
});
