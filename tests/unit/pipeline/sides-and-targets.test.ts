import { describe, expect, it } from 'vitest';
import { codedMail } from '../../support/coded-mail.ts';

/** A note of the usual parts. */
function note(title: string, diagnosis: string, story: string): string {
  return `POSTOPERATIVE DIAGNOSIS: ${diagnosis}.\nPROCEDURE: ${title}.\nDESCRIPTION OF PROCEDURE: ${story}`;
}

const LENS = 'Phacoemulsification was performed and a lens was placed in the bag.';
const MENISCUS = 'In the operating room the torn part of the medial meniscus was trimmed with a shaver.';

describe('side, lid, digit and vessel of a line', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a knee of the title',
      note('Left knee arthroscopy with partial medial meniscectomy', 'Torn medial meniscus, left knee', MENISCUS),
      ['29881-LT'],
    ],
    [
      'both hands in one session',
      note(
        'Bilateral open carpal tunnel release',
        'Bilateral carpal tunnel syndrome',
        'In the operating room the right palm was incised and the transverse carpal ligament divided. The same was done on the left.',
      ),
      ['64721-50'],
    ],
    [
      'both ears',
      note(
        'Bilateral myringotomy and tympanostomy tube placement',
        'Chronic serous otitis media of both ears',
        'This 3-year-old boy was put under general mask anesthesia. A tube was placed in each ear drum.',
      ),
      ['69436-50'],
    ],
    [
      'a ring finger and a thumb',
      note(
        '1. Release of A1 pulley, right ring finger. 2. Release of A1 pulley, left thumb',
        'Trigger finger, right ring finger. Trigger thumb, left',
        'In the operating room the A1 pulley of the right ring finger was divided. The same was done at the left thumb.',
      ),
      ['26055-F8', '26055-FA'],
    ],
    [
      'a third toe',
      note(
        'Hammertoe correction of the left third toe with joint fusion and K-wire',
        'Hammertoe, left third toe',
        'In the operating room the joint was resected and held with a K-wire.',
      ),
      ['28285-T2'],
    ],
    [
      'a digit that is a toe by its operation',
      note(
        'Hammertoe correction of the right fifth digit',
        'Hammertoe, right fifth digit',
        'In the operating room the joint was resected and the wound was closed.',
      ),
      ['28285-T9'],
    ],
    [
      'a metacarpal is no finger',
      note(
        'Open reduction internal fixation of right third metacarpal fracture',
        'Closed displaced fracture of the shaft of the third metacarpal, right hand',
        'In the operating room the fracture was exposed, reduced and fixed with a plate and screws.',
      ),
      ['26615'],
    ],
    [
      'an upper lid',
      note(
        'Ptosis repair by external levator advancement, left upper eyelid',
        'Acquired ptosis, left upper eyelid',
        'In the operating room the levator aponeurosis was advanced to the tarsus and the skin closed.',
      ),
      ['67904-E1'],
    ],
    [
      'a coronary vessel',
      note(
        'Percutaneous coronary stent placement, left anterior descending artery',
        'Coronary artery disease with stable angina',
        'In the catheterization laboratory a drug-eluting stent was placed in the mid LAD with good flow afterwards.',
      ),
      ['92928-LD'],
    ],
    [
      'both breasts told one after the other',
      note(
        'Bilateral simple mastectomy',
        'Cancer of the left breast',
        'This 47-year-old woman was brought to the operating room. The left breast was removed. The right breast was then removed in the same way.',
      ),
      ['19303-50'],
    ],
    [
      'a port on the other side of the cancer',
      note(
        'Placement of tunneled central venous catheter with subcutaneous port, right internal jugular vein',
        'Cancer of the left breast',
        'This 61-year-old woman was brought to the operating room. The vein was punctured and the catheter connected to a port in a pocket.',
      ),
      ['36561-RT'],
    ],
  ])('%s', async (_, text, lines) => {
    expect((await codedMail(text)).lines).toEqual(lines);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'the diagnosis tells the other knee',
      note('Left knee arthroscopy with partial medial meniscectomy', 'Torn medial meniscus, right knee', MENISCUS),
      ['29881 (held)'],
    ],
    [
      'the body tells the other eye',
      note(
        'Cataract extraction with intraocular lens, right eye',
        'Cataract, right eye',
        `The left eye was prepped and draped. A clear corneal incision was made in the left eye. ${LENS}`,
      ),
      ['66984 (held)'],
    ],
    [
      'the consent was for the other knee',
      note(
        'Right total knee replacement',
        'Primary osteoarthritis of the knee',
        'The patient had given consent for replacement of the left knee. In the operating room cemented components were placed.',
      ),
      ['27447 (held)'],
    ],
  ])('waits for the surgeon when %s', async (_, text, lines) => {
    const coded = await codedMail(text);
    expect(coded.lines).toEqual(lines);
    expect(coded.asked).toContain('side.contradicted');
    expect(coded.answer.verdict).toMatch(/^Hold: the parts of the note name different sides/);
  });

  it('lets a port lie on the other side of the cancer that it is for', async () => {
    const { answer } = await codedMail(
      note(
        'Placement of tunneled central venous catheter with subcutaneous port, right internal jugular vein',
        'Cancer of the left breast',
        'This 61-year-old woman was brought to the operating room. The catheter was connected to a port in a pocket.',
      ),
    );
    expect(answer.findings.filter(({ severity }) => severity === 'F' || severity === 'Q')).toEqual([]);
  });

  it('waits for the side of an eye', async () => {
    const coded = await codedMail(note('Cataract extraction with intraocular lens', 'Cataract', LENS));
    expect(coded.lines).toEqual(['66984 (held)']);
    expect(coded.asked).toEqual(['cataract.side']);
  });
});
