import type { Random } from './random.ts';

/** A made-up patient; each word of it stands nowhere else and may be looked for. */
export interface Patient {
  readonly first: string;
  readonly last: string;
  readonly record: string;
  readonly phone: string;
}

const SYLLABLES = 'vex zor quil mar tam bry lok fen dru gli hax jor kel nym pra rux syl tov wim yal'.split(' ');

/** Letters that spell a number: names made of it never meet twice. */
function spelt(number: number): string {
  const base = SYLLABLES.length;
  const digits = [number % base, Math.floor(number / base) % base, Math.floor(number / base ** 2) % base];
  return digits.map((digit) => SYLLABLES[digit]).join('');
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

export function patientOf(number: number): Patient {
  return {
    first: `${capital(spelt(number))}a`,
    last: `${capital(spelt(number))}ermann`,
    record: `77${String(number).padStart(7, '0')}`,
    phone: `555-${String(number % 10_000).padStart(4, '0')}-${String(number).padStart(6, '0')}`,
  };
}

/** The words of a patient that nobody may find in a log. */
export function wordsOf({ first, last, record }: Patient): readonly string[] {
  return [first, last, record];
}

interface Operation {
  readonly title: string;
  readonly diagnosis: string;
  readonly story: string;
  readonly sided?: true;
}

const OPERATIONS: readonly Operation[] = [
  {
    title: 'Laparoscopic appendectomy',
    diagnosis: 'Acute appendicitis',
    story:
      'Through three ports the appendix was found inflamed and not perforated. The mesoappendix was divided, the base was stapled, and the appendix was removed in a bag.',
  },
  {
    title: 'Laparoscopic cholecystectomy',
    diagnosis: 'Chronic cholecystitis with gallstones',
    story:
      'Through four ports the gallbladder was dissected off the liver bed. The cystic duct and artery were clipped and divided, and the gallbladder was removed in a bag.',
  },
  {
    title: 'Carpal tunnel release',
    diagnosis: 'Carpal tunnel syndrome',
    story:
      'Through a palmar incision the transverse carpal ligament was divided under direct vision and the median nerve was seen to be free. The skin was closed.',
    sided: true,
  },
  {
    title: 'Knee arthroscopy with partial medial meniscectomy',
    diagnosis: 'Tear of the medial meniscus',
    story:
      'The arthroscope was inserted. The torn part of the medial meniscus was resected with a shaver to a stable rim. The lateral meniscus and both cruciate ligaments were intact.',
    sided: true,
  },
  {
    title: 'Cataract extraction with intraocular lens',
    diagnosis: 'Nuclear cataract',
    story:
      'A clear corneal incision was made. The nucleus was removed by phacoemulsification, and a foldable lens was inserted into the capsular bag. The wound was watertight.',
    sided: true,
  },
  {
    title: 'Open repair of an inguinal hernia',
    diagnosis: 'Reducible inguinal hernia',
    story:
      'The groin was incised. An indirect sac was dissected from the cord and reduced, and a polypropylene mesh was sutured to the inguinal ligament. The fascia was closed.',
    sided: true,
  },
  {
    title: 'Colonoscopy with snare polypectomy',
    diagnosis: 'Polyp of the sigmoid colon',
    story:
      'The colonoscope was advanced to the cecum. A polyp of 8 mm in the sigmoid colon was removed by cold snare and retrieved. The rest of the colon was normal.',
  },
  {
    title: 'Excision of a skin lesion of the back',
    diagnosis: 'Epidermal cyst of the back',
    story:
      'An elliptical excision of 2.4 cm with margins was performed down to the fat, and the lesion was removed. The wound was closed in one layer.',
  },
  {
    title: 'Cystoscopy with removal of a ureteral stent',
    diagnosis: 'Retained ureteral stent',
    story: 'The cystoscope was inserted into the bladder. The stent was grasped with forceps and removed whole.',
    sided: true,
  },
];

const SIDES = ['left', 'right'] as const;
const CLOSINGS = [
  'The patient tolerated the procedure well.',
  'Counts were correct. The patient was taken to recovery in good condition.',
  'Estimated blood loss was minimal. There were no complications.',
];

/** An operative note of our own; `number` makes each one different and names its patient. */
export function operativeNote(number: number, random: Random): string {
  const { title, diagnosis, story, sided } = random.pick(OPERATIONS);
  const { first, last, record, phone } = patientOf(number);
  const side = sided === undefined ? '' : `, ${random.pick(SIDES)}`;
  const day = `${1 + random.whole(12)}/${1 + random.whole(28)}/2025`;
  const age = 22 + random.whole(60);
  const shape = random.whole(3);
  if (shape === 0) {
    return `OPERATIVE REPORT
PATIENT NAME: ${first} ${last}     MRN: ${record}
DATE OF OPERATION: ${day}     PHONE: ${phone}
POSTOPERATIVE DIAGNOSIS: ${diagnosis}${side}.
PROCEDURE PERFORMED: ${title}${side}.
DESCRIPTION OF PROCEDURE: ${first} ${last}, ${age} years old, was brought to the operating room. ${story}
${random.pick(CLOSINGS)}`;
  }
  if (shape === 1) {
    return `Patient: ${last}, ${first}
MRN: ${record}
Date of procedure: ${day}
Diagnosis: ${diagnosis}${side}.
Procedure: ${title}${side}.

Technique: ${story} ${random.pick(CLOSINGS)}`;
  }
  return `PROCEDURE: ${title}${side}
DIAGNOSIS: ${diagnosis}${side}
FINDINGS AND TECHNIQUE: This ${age}-year-old patient (MRN: ${record}) was prepped and draped. ${story}
${random.pick(CLOSINGS)}`;
}

const QUESTIONS = [
  'Can I bill 47562 with 44180 for one session?',
  'Is 44970 right for a laparoscopic appendectomy?',
  'Does 29881 need a modifier when both knees are done?',
  'What does 45385 cover that 45380 does not?',
  'Which code is a carpal tunnel release through the palm?',
  'Is 66984 billed with RT or LT?',
];

/** A short question about codes. */
export function codeQuestion(random: Random): string {
  return random.pick(QUESTIONS);
}
