import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();

function lines(text: string): string[] {
  return labels(codeNote(text, engine).draft).toSorted();
}

const ORCHIOPEXY =
  'PROCEDURE: Left orchiopexy.\nDESCRIPTION: The hernia sac was separated from the cord, twisted and suture ligated. The testis was placed in a dartos pouch.';

describe('operations of the testis', () => {
  it.each([
    ['an 8-year-old boy', ['49505-LT', '54640-LT']],
    ['a 9-month-old boy', ['49500-LT', '54640-LT']],
  ])('bring the hernia that the story ties off, by the age: %s', (who, expected) => {
    expect(lines(`INDICATIONS: The patient is ${who} with an undescended testis.\n${ORCHIOPEXY}`)).toEqual(expected);
  });

  it('keep their own item where a later name reaches back over them', () => {
    const title = 'PROCEDURES: Left inguinal hernia repair, left orchiopexy with Marcaine, ilioinguinal nerve block.';
    expect(lines(`HISTORY: This 11-1/2-year-old boy has an undescended testis.\n${title}`)).toEqual([
      '49505-LT',
      '54640-LT',
    ]);
  });
});

describe('bladder tumors', () => {
  it('have no size from an incision of the same session', () => {
    const title = 'PROCEDURE: Cystoscopy, fulguration of bladder tumor.';
    const story = 'DESCRIPTION: The scrotal incision measured 3 cm in length. The red growth was fulgurated.';
    expect(lines(`${title}\n${story}`)).toEqual(['52224']);
  });
});

describe('implants that hold the prostate aside', () => {
  it.each([
    ['Two implants were placed on the right and two on the left.', '52442 x3'],
    ['One implant was placed on each side at the base. In all five implants are in the patient.', '52442 x4'],
  ])('are counted over both sides: %s', (story, further) => {
    expect(lines(`PROCEDURE: UroLift.\nDESCRIPTION: The scope was placed. ${story}`)).toEqual(['52441', further]);
  });
});

describe('a denial', () => {
  it('is of the titled act only when it names that act', () => {
    const title = 'PROCEDURE: LEEP of the cervix.';
    const story = 'DESCRIPTION: Colposcopy was not repeated today. With the loop the ectocervix was cut out.';
    expect(lines(`${title}\n${story}`)).toEqual(['57522']);
  });
});

describe('what stands behind `with` and is of the same operation', () => {
  it('is no second operation', () => {
    const title = 'PROCEDURE: Robotic LSH with BSO, sacrocolpopexy.';
    expect(lines(`${title}\nSPECIMEN: Uterus, tubes and ovaries, weight 74 grams.`)).toEqual(['57425', '58542']);
  });
});

describe('a ureteral stricture stretched through the bladder scope', () => {
  it('is billed beside the stent that is left', () => {
    const title = 'PROCEDURES:\n1. Balloon dilation of left ureteral stricture.\n2. Left double-J placement.';
    expect(lines(`${title}\nDESCRIPTION: The stent was placed over the wire.`)).toEqual(['52332-LT', '52341-LT']);
  });
});

describe('a bladder stone crushed beside a resection', () => {
  it('has the size that only the indication tells', () => {
    const title = 'OPERATIONS: TURP; holmium laser of bladder stone.';
    const why = 'INDICATIONS: A prostate of 50 g and a stone of 3.1 cm on CT.';
    expect(lines(`${why}\n${title}\nDESCRIPTION: The stone was brought down to gravel.`)).toEqual(['52318', '52601']);
  });
});

describe('samples', () => {
  it('of the vulva are counted, first and further', () => {
    expect(lines('PROCEDURE: Vulvar biopsies x3.\nDESCRIPTION: A punch was used at each.')).toEqual([
      '56605',
      '56606 x2',
    ]);
  });

  it('of the womb lining are an add-on beside colposcopy', () => {
    const story = 'DESCRIPTION: Bites were taken from the cervix and the canal was scraped.';
    expect(lines(`PROCEDURE: Colpo with biopsies, ECC, and Pipelle.\n${story}`)).toEqual(['57454', '58110']);
  });
});

describe('stones of two sides', () => {
  const right =
    'On the right the calculus was fragmented with the holmium fiber and a 6 x 26 double J was left on that side.';
  it('are told apart under a title without a side', () => {
    const left =
      'On the left the stone was impacted. A wire was worked by it and a double pigtail stent was placed, and we plan to treat that stone by ESWL in two weeks.';
    const diagnosis = 'PREOPERATIVE DIAGNOSIS: Bilateral ureteral calculi.';
    expect(
      lines(`${diagnosis}\nPROCEDURE: Ureteroscopy with laser lithotripsy.\nDESCRIPTION: ${right} ${left}`),
    ).toEqual(['52332-LT', '52356-RT']);
  });
});

describe('what only the title claims', () => {
  it('was not done where the story says that it was left out', () => {
    const story =
      'DESCRIPTION: The ureteroscope was passed to the kidney and every calyx was looked at. No stone was seen. The laser had been set up but was not used. The ureter was open and I chose to leave no stent.';
    expect(lines(`PROCEDURE: Left ureteroscopy with laser lithotripsy and stent.\n${story}`)).toEqual(['52351']);
  });
});

describe('walls of the vagina mended beside another operation', () => {
  it('are billed where only the story tells them', () => {
    const story =
      'DESCRIPTION: The uterus with tubes and ovaries was delivered, 150 grams. The cuff was closed. She had a rectocele: the posterior wall was split and the rectal fascia was sewn over in the middle.';
    expect(lines(`PROCEDURE: LAVH BSO.\n${story}`)).toEqual(['57250', '58552']);
  });
});

describe('the care after a birth', () => {
  it('is told by what the author plans', () => {
    const story =
      'SUMMARY: Successful VBAC of a vigorous girl. I will be taking over her care and the six-week postpartum visit in my office has been arranged.';
    expect(lines(`PROCEDURE: VBAC.\n${story}`)).toEqual(['59614']);
  });
});

describe('a name that may mean two families', () => {
  it('gives way to a plain name of its own in the same title', () => {
    const note =
      'PROCEDURE: Scrotal exploration, left orchiectomy, right orchidopexy.\nDESCRIPTION: The left cord was twisted and the testis black. It was removed through the scrotum. The right testis was fixed at three points.';
    expect(lines(`HISTORY: A 16-year-old boy.\n${note}`)).toEqual(['54520-LT', '54620-RT']);
  });
});
