import { quoteAt } from '../draft/evidence.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';

/** Minutes of anesthesia, from the moment the anesthetist is with the patient until he hands over. */
export interface AnesthesiaTime {
  readonly minutes: number;
  /** Of each block of time, in order: labor, then the cesarean. */
  readonly blocks: readonly number[];
  /** In the record, or in the mail around it (then without a quote). */
  readonly evidence: readonly Evidence[];
  /** How it was found: `07:32 to 09:14`, `102 minutes told`. */
  readonly because: string;
  /** Minutes told beside start and stop times that do not agree with them. */
  readonly told: number | undefined;
}

const CLOCK =
  '(\\d{1,2}:[0-5]\\d|[0-2]\\d[0-5]\\d|\\d{1,2}(?= ?[ap]\\.?m))(?::[0-5]\\d)? ?(?:hrs?|hours)?( ?[ap]\\.?m\\b\\.?)?';
const ANESTHESIA = 'an(?:a)?esth(?:esia|etic|\\.)?';
const GAP = '[\\s:=.,-]{0,4}(?:time|at|was|is|of)?[\\s:=-]{0,4}(?:at )?';
const TO = '\\s*(?:-|–|—|to|until|till|through|/|and)\\s*';

const STARTS = [
  new RegExp(
    `\\b${ANESTHESIA}(?: care| time)?[ :,-]{0,3}(?:start(?:ed|s)?|began|begin(?:s|ning)?|in|on)\\b${GAP}${CLOCK}`,
    'gi',
  ),
  new RegExp(`\\b(?:start|beginning|begin) (?:of )?${ANESTHESIA}(?: time| care)?${GAP}${CLOCK}`, 'gi'),
];
const STOPS = [
  new RegExp(
    `\\b${ANESTHESIA}(?: care| time)?[ :,-]{0,3}(?:stop(?:ped|s)?|end(?:ed|s)?|finish(?:ed)?|out|off)\\b${GAP}${CLOCK}`,
    'gi',
  ),
  new RegExp(`\\b(?:end|stop|finish) (?:of )?${ANESTHESIA}(?: time| care)?${GAP}${CLOCK}`, 'gi'),
];
/** The stop that follows its start without the word: `Anesthesia start 0730, stop 0915`. */
const BARE_STOP = new RegExp(
  `^[\\s,;./|-]{0,5}(?:and )?(?:stop(?:ped)?|end(?:ed)?|finish(?:ed)?)\\b${GAP}${CLOCK}`,
  'i',
);
const RANGES = [
  new RegExp(
    `\\b${ANESTHESIA}(?: care)? ?(?:time|start ?/ ?(?:stop|end)|minutes)?s?${GAP}(?:from )?${CLOCK}${TO}${CLOCK}`,
    'gi',
  ),
];
const TOLD = [
  /\b(?:total )?an(?:a)?esthe(?:sia|tic) (?:care )?(?:time|minutes|duration)\b[^.\n\d]{0,25}(?:(\d{1,2}) ?(?:h|hrs?|hours?)[ ,]*(?:and )?)?(?:(\d{1,3}) ?(?:minutes?|mins?|m)\b)/gi,
  /\btotal (?:time|minutes) (?:of|in|under) an(?:a)?esthe(?:sia|tic)\b[^.\n\d]{0,25}(?:(\d{1,2}) ?(?:h|hrs?|hours?)[ ,]*(?:and )?)?(?:(\d{1,3}) ?(?:minutes?|mins?|m)\b)/gi,
  /\ban(?:a)?esthe(?:sia|tic) (?:minutes)\b[^.\n\d]{0,12}()(\d{1,3})\b(?!:)/gi,
  /\b()(\d{1,3}) (?:minutes?|mins?) of (?:total )?an(?:a)?esthe(?:sia|tic)/gi,
];

const DAY = 24 * 60;
/** Longer than any anesthetic: a misread pair. */
const LONGEST = 20 * 60;

interface Moment {
  readonly start: number;
  readonly end: number;
  readonly minute: number;
}

/** The minutes of anesthesia in the record, else in the mail. Undefined when neither tells them. */
export function readMinutes(extract: NoteExtract): AnesthesiaTime | undefined {
  const inNote = timeIn(extract.text);
  if (inNote !== undefined) {
    const evidence = inNote.places.flatMap((place) => quoteAt(place, extract) ?? []);
    return { ...inNote, evidence: distinct(evidence) };
  }
  const inMail = timeIn(extract.senderText);
  return inMail === undefined ? undefined : { ...inMail, because: `${inMail.because} (your mail)`, evidence: [] };
}

type TimeRead = Omit<AnesthesiaTime, 'evidence'> & { readonly places: readonly { start: number; end: number }[] };

function timeIn(text: string): TimeRead | undefined {
  const blocks = blocksIn(text);
  const told = toldIn(text);
  if (blocks.length === 0) {
    return told === undefined
      ? undefined
      : {
          minutes: told.minutes,
          blocks: [told.minutes],
          because: `${told.minutes} minutes told`,
          told: undefined,
          places: [told],
        };
  }
  const lengths = blocks.map(([from, to]) => lengthOf(from, to));
  const minutes = lengths.reduce((sum, length) => sum + length, 0);
  const because = blocks.map(([from, to]) => `${clockWords(from.minute)} to ${clockWords(to.minute)}`).join(' and ');
  const contrary = told !== undefined && told.minutes !== minutes ? told.minutes : undefined;
  return { minutes, blocks: lengths, because, told: contrary, places: blocks.flat() };
}

/**
 * The minutes of one code of the session: all of them, but where a cesarean follows labor analgesia each has its own block.
 * Undefined where the record does not tell them apart.
 */
export function minutesOf(
  code: string,
  codes: readonly string[],
  time: AnesthesiaTime | undefined,
): number | undefined {
  const isBoth = codes.includes(LABOR) && codes.some((each) => AFTER_LABOR.includes(each));
  if (time === undefined || !isBoth) return time?.minutes;
  if (time.blocks.length < 2) return code === LABOR ? time.minutes : undefined;
  return AFTER_LABOR.includes(code) ? time.blocks.at(-1) : time.minutes - (time.blocks.at(-1) ?? 0);
}

const LABOR = '01967';
const AFTER_LABOR: readonly string[] = ['01968', '01969'];

/** Pairs of start and stop: more than one where the anesthetist left and came back (blocks of time are added up). */
function blocksIn(text: string): (readonly [Moment, Moment])[] {
  const ranges = RANGES.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((hit) => {
    const from = momentOf(hit, 1);
    const to = momentOf(hit, 3);
    return from === undefined || to === undefined ? [] : [withHalfDay(from, to, hit[2], hit[4])];
  });
  if (ranges.length > 0) return ranges.filter(isPlausible);
  const starts = momentsOf(STARTS, text);
  const stops = momentsOf(STOPS, text);
  return starts
    .flatMap((from, at): (readonly [Moment, Moment])[] => {
      const to = bareStop(text, from) ?? stops[at];
      return to === undefined ? [] : [[from, to]];
    })
    .filter(isPlausible);
}

function momentsOf(patterns: readonly RegExp[], text: string): Moment[] {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((hit) => momentOf(hit, 1) ?? [])
    .toSorted((a, b) => a.start - b.start);
}

function bareStop(text: string, { end }: Moment): Moment | undefined {
  const hit = BARE_STOP.exec(text.slice(end));
  const moment = hit === null ? undefined : momentOf(hit, 1);
  return moment === undefined ? undefined : { ...moment, start: moment.start + end, end: moment.end + end };
}

function momentOf(hit: RegExpExecArray | RegExpMatchArray, group: number): Moment | undefined {
  const digits = hit[group]?.padStart(2, '0') ?? '';
  const half = (hit[group + 1] ?? '').toLowerCase().replace(/[^apm]/g, '');
  const [hour = 0, minute = 0] = digits.includes(':')
    ? digits.split(':').map(Number)
    : [Number(digits.slice(0, -2) || digits), digits.length > 2 ? Number(digits.slice(-2)) : 0];
  if (hour > 24 || minute > 59 || digits === '') return undefined;
  const start = hit.index ?? 0;
  return { start, end: start + hit[0].length, minute: (hourOf(hour, half) * 60 + minute) % DAY };
}

function hourOf(hour: number, half: string): number {
  if (half === 'pm') return hour < 12 ? hour + 12 : hour;
  return half === 'am' && hour === 12 ? 0 : hour;
}

/** `7:30 - 9:15 pm`: the half of the day told once holds for both. */
function withHalfDay(
  from: Moment,
  to: Moment,
  own: string | undefined,
  other: string | undefined,
): readonly [Moment, Moment] {
  const isEarlier = own === undefined && other !== undefined && /p/i.test(other) && from.minute + 12 * 60 <= to.minute;
  return [isEarlier ? { ...from, minute: from.minute + 12 * 60 } : from, to];
}

function isPlausible([from, to]: readonly [Moment, Moment]): boolean {
  const minutes = lengthOf(from, to);
  return minutes > 0 && minutes <= LONGEST;
}

/** Past midnight the clock begins again. */
function lengthOf(from: Moment, to: Moment): number {
  return (to.minute - from.minute + DAY) % DAY;
}

function toldIn(text: string): { readonly minutes: number; readonly start: number; readonly end: number } | undefined {
  for (const hit of TOLD.flatMap((pattern) => [...text.matchAll(pattern)])) {
    const minutes = Number(hit[1] || 0) * 60 + Number(hit[2] ?? 0);
    if (minutes > 0 && minutes <= LONGEST) return { minutes, start: hit.index, end: hit.index + hit[0].length };
  }
  return undefined;
}

function clockWords(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [one.start, one])).values()];
}
