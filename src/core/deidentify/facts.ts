import type { NoteFacts, Sex } from '../model/deidentified-note.ts';
import type { IsoDate } from '../model/ids.ts';
import { type DateMention, daysBetween } from './dates.ts';

const SERVICE_LABEL =
  /(?:\bDOS|\bD\.O\.S\.|\bdate\s*(?:\(s\)|s)? ?of ?(?:the )?(?:procedure|surgery|service|operation|exam(?:ination)?|visit)s?|\b(?:procedure|surgery|operation|operative|service|surgical) date)(?: (?:is|was))?[\s:=#,.-]*$/i;
const BIRTH_LABEL = /(?:\bDOB|\bD\.O\.B\.|\bdate ?of ?birth|\bbirth ?date|\bborn(?: on)?)[\s:#,.-]*$/i;
const PLAIN_LABEL = /(?:^|\n)[ \t]*date[ \t]*:[ \t,]*$/i;
/** `prior: 27447 on`, `status post right knee replacement on`. */
const PRIOR_LABEL =
  /\b(?:prior|previous|earlier|index|first|initial|status post|s\/p|underwent|undergone|i (?:did|operated|replaced|repaired|removed|implanted))\b[^.;\n]{0,50}(?:[\s:=]|\bon)\s*$/i;
const OPERATED_ON = /\b(?:operating room|OR|surgery|operation|performed|operated)(?: suite)? on\s*$/i;
/** How far before a date its label may begin. */
const LABEL_REACH = 60;

/** Reads what coding needs before the identifiers are masked. Pure; undefined where the note does not say. */
export function readFacts(text: string, dates: readonly DateMention[], receivedOn: IsoDate | undefined): NoteFacts {
  const labelled = (label: RegExp) =>
    dates.find(
      ({ start, value }) => value !== undefined && label.test(text.slice(Math.max(0, start - LABEL_REACH), start)),
    );
  const birth = labelled(BIRTH_LABEL);
  const service = labelled(SERVICE_LABEL) ?? labelled(PLAIN_LABEL) ?? labelled(OPERATED_ON);
  const dateOfService = service?.value;
  const prior = labelled(PRIOR_LABEL);
  const patient = describePatient(text);
  return {
    dateOfService,
    ageYears: patient.ageYears ?? ageAt(birth?.value, dateOfService ?? receivedOn),
    sex: patient.sex,
    priorDates:
      dateOfService === undefined
        ? []
        : dates.flatMap(({ value }) =>
            value === undefined || value === dateOfService || value === birth?.value
              ? []
              : [daysBetween(dateOfService, value)],
          ),
    priorOperationOn: prior === service || prior === birth ? undefined : prior?.value,
  };
}

/** `DOB 4/17/1961`: an identifier of the patient, and never a day on which something was done. */
export function isBirthDate(text: string, { start }: Pick<DateMention, 'start'>): boolean {
  return BIRTH_LABEL.test(text.slice(Math.max(0, start - LABEL_REACH), start));
}

function ageAt(birth: IsoDate | undefined, on: IsoDate | undefined): number | undefined {
  if (birth === undefined || on === undefined || birth > on) return undefined;
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);
  return Math.min(years, 90);
}

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const NUMBER_WORDS = `(?:${TENS.join('|')})(?:[- ](?:${ONES.join('|')}))?|${TEENS.join('|')}|${ONES.join('|')}`;
const OLD = `(?:\\s?-?\\s?(year|yr|month|mo|week|wk|day)s?\\.?[- ]?old\\b|\\s?-?(y)\\.?/?o\\b\\.?|\\s?(y)rs?\\b)`;
/** Group 1 the number, 2-4 its unit: `57-year-old`, `57 y/o`, `57yo`. */
const AGE_PHRASE = new RegExp(`(?<![\\d./-])(\\d{1,3}|${NUMBER_WORDS})(?:[- ]?1/2)?${OLD}`, 'gi');
const AGE_LABEL =
  /(?:\bage[d]?\b(?: of)?\s?[:,]?|\bpatient,)\s{0,3}(\d{1,3})(?![\d.-]|\s?(?:mm|cm|%|months?|weeks?|days?))/gi;
/** `57F`: never the French size of a tube (`a 4F single lumen`). */
const AGE_AND_SEX =
  /(?<![\d.-])(\d{1,3})\s?(?:yo\s?|y\/o\s?)?([MF])\b(?!['.-]|,? (?:[\w-]+ ){0,3}(?:sheaths?|catheters?|lumens?|dilators?|introducers?|tub(?:e|ing)s?|drains?|stents?|wires?|balloons?|guides?|kits?|micropuncture|pigtail|Foley|tesio|PICC)\b)/g;
/** `Patient under age 12`: younger than the number. */
const BELOW = /\b(?:under|below|less than|younger than)\s+(?:the\s+)?(?:age\s+)?(?:of\s+)?$/i;
const STAGE = /\b(newborn|neonate|toddler)\b/i;
/** Age words tell a band only: the age that stands for it. */
const STAGE_YEARS: Readonly<Record<string, number>> = { newborn: 0, neonate: 0, toddler: 2 };
const SEX_LABEL = /\b(?:sex|gender)\s*[:,-]\s*(female|male|f|m)\b/i;
const FEMALE = /\b(?:female|woman|lady|girl|wf|bf)\b/i;
const MALE = /\b(?:male|man|gentleman|boy|wm|bm)\b/i;
const RELATIVE = /\b(?:mother|father|brother|sister|wife|husband|son|daughter|parents?|donor|neonate|newborn)\b/i;

/** All ages written in the text, with whether somebody else than the patient is meant. */
export function findAges(text: string): { start: number; end: number; years: number; ofRelative: boolean }[] {
  const ages = [];
  for (const pattern of [AGE_PHRASE, AGE_LABEL, AGE_AND_SEX]) {
    for (const hit of text.matchAll(pattern)) {
      const written = hit[1] ?? '';
      const start = hit.index + hit[0].toLowerCase().indexOf(written.toLowerCase());
      const unit = (pattern === AGE_PHRASE ? (hit[2] ?? 'year') : 'year').toLowerCase();
      const after = text.slice(start, start + 60);
      const before = text.slice(Math.max(0, start - 40), start);
      ages.push({
        start,
        end: start + written.length,
        years: toYears(toNumber(written), unit) - (BELOW.test(before) ? 1 : 0),
        ofRelative:
          RELATIVE.test(after.split(/[.,;]/)[0] ?? '') ||
          /\b(?:mother|father|brother|sister|son|daughter)\b[^.]*$/i.test(before),
      });
    }
  }
  return ages.filter(({ years }) => years <= 120).sort((one, other) => one.start - other.start);
}

function toNumber(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const [first = '', second = ''] = written.toLowerCase().split(/[- ]/);
  if (TENS.includes(first)) return (TENS.indexOf(first) + 2) * 10 + ONES.indexOf(second) + 1;
  return TEENS.includes(first) ? TEENS.indexOf(first) + 10 : ONES.indexOf(first) + 1;
}

function toYears(count: number, unit: string): number {
  if (unit.startsWith('m')) return Math.floor(count / 12);
  if (unit.startsWith('w')) return Math.floor(count / 52);
  if (unit.startsWith('d')) return Math.floor(count / 365);
  return count;
}

function describePatient(text: string): { ageYears: number | undefined; sex: Sex | undefined } {
  const age = findAges(text).find(({ ofRelative }) => !ofRelative);
  const stage = text.match(STAGE)?.[1]?.toLowerCase();
  const description =
    age === undefined ? '' : (text.slice(age.end, age.end + 80).split(/[.;]|\bwho\b|\bwith\b/)[0] ?? '');
  const label = text.match(SEX_LABEL)?.[1] ?? text.slice(age?.end ?? 0).match(/^\s?(?:yo\s?|y\/o\s?)?([MF])\b/)?.[1];
  return {
    ageYears: age === undefined ? (stage === undefined ? undefined : STAGE_YEARS[stage]) : Math.min(age.years, 90),
    sex: label === undefined ? (sexOf(description) ?? sexOfPatientWords(text)) : /^f/i.test(label) ? 'female' : 'male',
  };
}

function sexOf(description: string): Sex | undefined {
  if (FEMALE.test(description)) return 'female';
  return MALE.test(description) ? 'male' : undefined;
}

/** Titles and pronouns, only where they all agree and no relative could be meant. */
function sexOfPatientWords(text: string): Sex | undefined {
  const noun = text.match(
    /\b(?:this|the|pleasant|elderly|young|old) (female|woman|lady|girl|male|gentleman|boy)\b/i,
  )?.[1];
  if (noun !== undefined) return sexOf(noun);
  const titles = new Set((text.match(/\b(?:Mrs?|Ms|Miss)(?=\.? [A-Z])/g) ?? []).map((title) => title === 'Mr'));
  if (titles.size === 1 && !/\b(?:newborn|neonate|infant|baby)\b/i.test(text))
    return titles.has(true) ? 'male' : 'female';
  if (RELATIVE.test(text)) return undefined;
  const female = (text.match(/\b(?:[Ss]he|SHE|[Hh]ers?|HERS?|Mrs)\b/g) ?? []).length;
  const male = (text.match(/\b(?:[Hh]e|HE|[Hh]is|HIS|[Hh]im|HIM|Mr)\b/g) ?? []).length;
  if (female >= 2 && male === 0) return 'female';
  return male >= 2 && female === 0 ? 'male' : undefined;
}
