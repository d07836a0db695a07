import type { CasePlace } from './note-extract.ts';

/** Places of service that Medicare pays at the facility rate (Medicare Claims Processing Manual ch. 12, 20.4.2). */
const FACILITY_CODES: ReadonlySet<string> = new Set('02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61'.split(' '));

const CODE = /\b(?:pos|place of service)\b\W{0,4}(?:is |was |code )?\W?(\d{2})\b/;

type PlaceWords = readonly (readonly [RegExp, CasePlace])[];

const OFFICE: CasePlace = { value: 'office', pos: '11' };

/** Words that name a facility; without a code where they name a kind of place only. */
const FACILITIES: PlaceWords = [
  [
    /\b(?:asc|ambulatory surg\w+ cent(?:er|re)|surgery cent(?:er|re)|surgical cent(?:er|re)|surgicenter)\b/,
    { value: 'facility', pos: '24' },
  ],
  [/\b(?:hopd|hospital outpatient|outpatient hospital|outpatient department)\b/, { value: 'facility', pos: '22' }],
  [/\b(?:inpatient hospital|hospital inpatient|place:? inpatient)\b/, { value: 'facility', pos: '21' }],
  [
    /\b(?:operating (?:room|suite|theat\w*)|operative (?:room|suite)|ambulatory surg\w+|endoscopy (?:suite|unit)|cath(?:eterization)? lab|or suite|main or|in the or)\b|\bplace:? (?:of service:? )?facility\b/,
    { value: 'facility', pos: undefined },
  ],
];

/** Somebody may be seen anywhere before the operation: these tell the place only where nothing else does. */
const HOSPITAL: PlaceWords = [
  [/\bhospital\b|\bemergency (?:room|department)\b|\bin the (?:er|ed)\b/, { value: 'facility', pos: undefined }],
];

const TOLD: PlaceWords = [
  [
    /\b(?:in|at) (?:the|my|our|his|her|their|an) (?:own )?(?:physician'?s? |surgeon'?s? |doctor'?s? |private )?office\b|\boffice (?:operative|procedure|note|setting|surgery)\b|\boffice-based (?:lab|surg\w+|suite|procedure)\b|\b(?:done|performed|seen) in[- ](?:the |our |my )?(?:office|clinic)\b|\bplace:? (?:of service:? )?(?:the )?office\b|\bin-office\b|^\W*office\W*$|[,;] ?office\b/,
    OFFICE,
  ],
  ...FACILITIES,
  ...HOSPITAL,
];

/** A note tells of visits before and after in the office: only its title, or where the act itself is told, counts. */
const NOTED: PlaceWords = [
  [
    /\boffice(?:-based)? (?:operative|procedure|surgery|surgical)\b|^.{0,80}\b(?:office|clinic) (?:visit|note|consultation)\b|\b(?:location|place(?: of service)?): ?(?:the |our )?office\b/,
    OFFICE,
  ],
  ...FACILITIES,
  [
    /\b(?:in|at) (?:the|our|my) office (?:today|under (?:local|sterile)|procedure room|exam(?:ination)? chair)\b|\b(?:consent|timeout|time-out|performed today|done today)(?: \w+){0,2} (?:in|at) (?:the|our|my) office\b/,
    OFFICE,
  ],
  ...HOSPITAL,
];

/** Where the sender says it was done: a place of service code first, else the words. */
export function toldPlace(words: string): CasePlace | undefined {
  return placeIn(words, TOLD);
}

/** Where the note says it was done. */
export function notesPlace(words: string): CasePlace | undefined {
  return placeIn(words, NOTED);
}

function placeIn(words: string, places: PlaceWords): CasePlace | undefined {
  const pos = CODE.exec(words)?.[1];
  if (pos !== undefined) return { value: FACILITY_CODES.has(pos) ? 'facility' : 'office', pos };
  return places.find(([pattern]) => pattern.test(words))?.[1];
}
