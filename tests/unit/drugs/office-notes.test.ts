import { describe } from 'vitest';
import { codedCases } from '../../support/coded-cases.ts';

const OFFICE = 'Place: office.';
const kneeNote = (...told: readonly string[]) => [
  'PROCEDURE: Injection of the right knee.',
  'POSTOPERATIVE DIAGNOSIS: Osteoarthritis of the right knee.',
  'DESCRIPTION: The right knee was prepped and the joint entered.',
  ...told,
];

describe('drugs given in the office, Medicare', () => {
  codedCases([
    {
      name: 'a steroid of a vial of unknown kind: asked, nothing waits',
      sender: OFFICE,
      note: kneeNote('40 mg of Kenalog and 4 cc of lidocaine were injected.'),
      lines: ['20610-RT', 'J3301 x4'],
      asks: ['drug.waste.J3301'],
    },
    {
      name: 'a multi-dose vial leaves no waste',
      sender: OFFICE,
      note: kneeNote('80 mg of Depo-Medrol from a multi-dose vial was injected.'),
      lines: ['20610-RT', 'J1010 x80'],
    },
    {
      name: 'a strength times a volume',
      sender: OFFICE,
      note: kneeNote('2 mL of Kenalog 10 mg/mL from a multi-dose vial was injected.'),
      lines: ['20610-RT', 'J3301 x2'],
    },
    {
      name: 'a strength told in the name',
      sender: OFFICE,
      note: kneeNote('1 cc of Kenalog-40 from a multi-dose vial was injected.'),
      lines: ['20610-RT', 'J3301 x4'],
    },
    {
      name: 'a syringe used up',
      sender: OFFICE,
      note: kneeNote('Synvisc-One 48 mg was injected from its prefilled syringe. No waste.'),
      lines: ['20610-RT', 'J7325-JZ x48'],
    },
    {
      name: 'a drug billed by the dose',
      sender: OFFICE,
      note: kneeNote('One syringe of Monovisc was injected.'),
      lines: ['20610-RT', 'J7327-JZ'],
    },
    {
      name: 'no dose told: the surgeon is asked, nothing is billed for it',
      sender: OFFICE,
      note: kneeNote('Kenalog and lidocaine were injected.'),
      lines: ['20610-RT'],
      asks: ['drug.dose.J3301'],
    },
    {
      name: 'what was thrown away stands on its own line',
      sender: OFFICE,
      note: [
        'PROCEDURE: Botox injections for chronic migraine.',
        'POSTOPERATIVE DIAGNOSIS: Chronic migraine.',
        'DESCRIPTION: 155 units of Botox from a 200 unit single-dose vial were injected at 31 sites. 45 units were wasted.',
      ],
      lines: ['64615', 'J0585 x155', 'J0585-JW x45'],
    },
    {
      name: 'waste inside the last unit given is paid already',
      sender: OFFICE,
      note: [
        'PROCEDURE: Intravitreal injection, right eye.',
        'POSTOPERATIVE DIAGNOSIS: Exudative macular degeneration, right eye.',
        'DESCRIPTION: Bevacizumab 1.25 mg from a 100 mg single-dose vial was injected into the vitreous, 98.75 mg discarded.',
      ],
      lines: ['67028-RT', 'J9035', 'J9035-JW x9'],
    },
    {
      name: 'a single-dose vial without a word on the rest waits',
      sender: OFFICE,
      note: [
        'PROCEDURE: Intravitreal injection, right eye.',
        'POSTOPERATIVE DIAGNOSIS: Exudative macular degeneration, right eye.',
        'DESCRIPTION: Eylea 2 mg was injected into the vitreous.',
      ],
      lines: ['67028-RT', 'J0178 x2 (held)'],
      asks: ['drug.waste.J0178'],
    },
    {
      name: 'everything of the vial was used',
      sender: OFFICE,
      note: [
        'PROCEDURE: Intravitreal injection, left eye.',
        'POSTOPERATIVE DIAGNOSIS: Exudative macular degeneration, left eye.',
        'DESCRIPTION: Eylea 2 mg was injected into the vitreous; the entire vial was used.',
      ],
      lines: ['67028-LT', 'J0178-JZ x2'],
    },
    {
      name: 'both knees, each its own dose',
      sender: OFFICE,
      note: [
        'PROCEDURE: Injection of both knees.',
        'POSTOPERATIVE DIAGNOSIS: Bilateral osteoarthritis of the knees.',
        'DESCRIPTION: Depo-Medrol 40 mg was injected into the right knee. Depo-Medrol 40 mg was injected into the left knee. A multi-dose vial was used.',
      ],
      lines: ['20610-50', 'J1010 x80'],
      asks: ['drug.waste.J1010'],
    },
    {
      name: 'two drugs, each by its own unit',
      sender: OFFICE,
      note: kneeNote(
        'Kenalog 40 mg from a multi-dose vial was injected.',
        'Toradol 60 mg from a multi-dose vial was given intramuscularly.',
      ),
      lines: ['20610-RT', 'J3301 x4', 'J1885 x4'],
    },
  ]);
});

describe('drugs elsewhere, and for others', () => {
  codedCases([
    {
      name: 'in a hospital the drug is the hospital’s',
      note: kneeNote('40 mg of Kenalog was injected.'),
      lines: ['20610-RT'],
      notBilled: ['J3301'],
    },
    {
      name: 'what anesthesia or the ward gives is not even mentioned',
      note: [
        'PROCEDURE: Laparoscopic cholecystectomy.',
        'POSTOPERATIVE DIAGNOSIS: Gallstones with chronic cholecystitis.',
        'DESCRIPTION: Ancef 1 g IV was given. The gallbladder was removed through the umbilical port.',
      ],
      lines: ['47562'],
      notBilled: [],
    },
    {
      name: 'a commercial payer is not held for a word on the rest',
      sender: 'Place: office. Payer: Aetna.',
      note: [
        'PROCEDURE: Intravitreal injection, right eye.',
        'POSTOPERATIVE DIAGNOSIS: Exudative macular degeneration, right eye.',
        'DESCRIPTION: Eylea 2 mg was injected into the vitreous.',
      ],
      lines: ['67028-RT', 'J0178 x2'],
    },
    {
      name: 'a drug of another day is not billed',
      sender: OFFICE,
      note: kneeNote('Kenalog 40 mg from a multi-dose vial was injected.', 'She had Botox 100 units last year.'),
      lines: ['20610-RT', 'J3301 x4'],
    },
    {
      name: 'a drug that was only talked about is not billed',
      sender: OFFICE,
      note: kneeNote('Kenalog 40 mg from a multi-dose vial was injected.', 'We discussed Synvisc-One 48 mg.'),
      lines: ['20610-RT', 'J3301 x4'],
    },
    {
      name: 'local anesthetic is inside the procedure',
      sender: OFFICE,
      note: kneeNote(
        '10 mL of bupivacaine 0.25% was injected, then Kenalog 40 mg from a multi-dose vial was injected.',
      ),
      lines: ['20610-RT', 'J3301 x4'],
    },
    {
      name: 'an old code is not used after its end',
      sender: OFFICE,
      note: kneeNote('Solu-Medrol 125 mg was given from a single-dose vial, nothing was discarded.'),
      lines: ['20610-RT', 'J2919-JZ x25'],
    },
  ]);
});
