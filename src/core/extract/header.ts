import { type IsoDate, isoDate } from '../model/ids.ts';
import type { Circumstance, Section, Statement } from './note-extract.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A labelled date of service. */
export function dateIn(words: string): IsoDate | undefined {
  const labelled =
    /\b(?:dos|date of (?:service|surgery|operation|procedure)|service date|surgery date)\b\s*(?:is|was|:|=)?\s*([^\n;]{4,24})/.exec(
      words,
    );
  return labelled?.[1] === undefined ? undefined : parseDate(labelled[1].trim());
}

/** `2025-03-01`, `3/1/2025` (US order), `march 1, 2025`. */
export function parseDate(text: string): IsoDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text);
  if (us) return dateOf(Number(us[3]) < 100 ? 2000 + Number(us[3]) : Number(us[3]), Number(us[1]), Number(us[2]));
  const named = /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/.exec(text);
  const month = named?.[1] === undefined ? -1 : MONTHS.indexOf(named[1]);
  return named && month >= 0 ? dateOf(Number(named[3]), month + 1, Number(named[2])) : undefined;
}

function dateOf(year: number, month: number, day: number): IsoDate | undefined {
  return isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** `Adenotonsillectomy, under age 12` tells the side of the limit, not the age. */
const BELOW_AGE = /\b(?:under|below|less than|younger than) (?:the )?age (?:of )?(\d{1,2})\b/;

/** Age in years when the identifiers' facts are silent: `2-month-old` and `newborn` are 0, `18 month male` is 1. */
export function ageIn(text: string): number | undefined {
  const words = text.toLowerCase();
  const limit = BELOW_AGE.exec(words)?.[1];
  if (limit !== undefined) return Number(limit) - 1;
  const years =
    /\b(\d{1,3})(?:[ -]*1\/2)?[ -]*(?:year|yr|y)s?[ -/]*(?:old|o)\b|\bage:? (\d{1,3})\b|\b(\d{2})[ -]?(?:f|m|yo)\b(?!,? (?:[\w-]+ ){0,3}(?:sheath|catheter|lumen|dilator|introducer|tube|drain|stent|foley|pigtail)s?\b)|, (\d{2}), (?:male|female|had|has|is)/.exec(
      words,
    );
  const value = years?.slice(1).find((part) => part !== undefined);
  if (value !== undefined && Number(value) < 120) return Number(value);
  const young = youngAge(words);
  if (young !== undefined) return Math.floor(young);
  if (/\b(newborn|neonat\w*|infant)\b/.test(words)) return 0;
  const told = /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]year[ -]old\b/.exec(words);
  if (told?.[1] !== undefined)
    return (
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].indexOf(
        told[1],
      ) + 1
    );
  return /\btoddler\b/.test(words) ? 2 : undefined;
}

const YOUNG =
  /\b(\d{1,3})(?:[ -]*(?:and )?(1\/2))?[ -]*(day|week|wk|month|mo)s?(?:[ -]*old\b|[ -]+(?:m|f|male|female|boy|girl)\b)/;
const UNITS_A_YEAR: Readonly<Record<string, number>> = { day: 365, week: 52, wk: 52, month: 12, mo: 12 };

/** The age in years of a patient told in days, weeks or months. */
function youngAge(words: string): number | undefined {
  const hit = YOUNG.exec(words);
  const perYear = UNITS_A_YEAR[hit?.[3] ?? ''];
  return hit === null || perYear === undefined
    ? undefined
    : (Number(hit[1]) + (hit[2] === undefined ? 0 : 0.5)) / perYear;
}

/** Whole years are too coarse for the youngest: `7 1/2-month-old` is 0.63, where the years told agree. */
export function preciseAge(years: number | undefined, text: string): number | undefined {
  const age = youngAge(text.toLowerCase());
  if (age === undefined || years === undefined) return years;
  return Math.floor(age) === Math.floor(years) ? Math.round(age * 1000) / 1000 : years;
}

/** Words of a birth: the boy of its story is not the patient. */
const BIRTH = /\b(placenta|hysterotomy|uterine incision|vaginal delivery|nsvd|svd|vbac|cesarean|apgars?)\b/;

/** `PA-C assisted and bills on her own`, `his wife drove her`: pronouns of others than the patient. */
const OF_OTHERS =
  /[^.;\n]*\b(pa-?c?|np|assistant|resident|fellow|crna|anesthesiologist|nurse|wife|husband|spouse|mother|father|mom|mum|dad|daughter|son|sister|brother|boyfriend|girlfriend)\b[^.;\n]*/g;
const FEMALE_ORGANS =
  /\b(uterus|uterine|ovar(?:y|ies|ian)|vagina(?!lis)\w*|hysterect\w*|endometri\w*|vulva\w*|labia|gravid\w*)\b/;
const MALE_ORGANS = /\b(prostat\w*|scrot\w*|penis|penile|testi[sc]\w*|vas deferens|seminal vesicles?|glans)\b/;
/** An organ tells more than a word for a person. */
const ORGAN_WEIGHT = 3;

/** The sex that pronouns and nouns of the patient and the organs tell, when they agree. */
export function sexIn(text: string): 'female' | 'male' | undefined {
  const told = text.toLowerCase().replace(OF_OTHERS, ' ');
  const words = BIRTH.test(told) ? told.replace(/\b(male|female|boy|girl)\b/g, 'child') : told;
  const persons = (pattern: RegExp): number => words.match(pattern)?.length ?? 0;
  const female =
    persons(/\b(she|her|woman|female|girl|mrs|ms|gravida)\b/g) + (FEMALE_ORGANS.test(words) ? ORGAN_WEIGHT : 0);
  const male = persons(/\b(he|his|him|man|male|gentleman|boy|mr)\b/g) + (MALE_ORGANS.test(words) ? ORGAN_WEIGHT : 0);
  if (female > 2 * male) return 'female';
  return male > 2 * female ? 'male' : undefined;
}

const CO_SURGERY = /\b(co surgeons?|cosurgeons?)\b(?! (?:none|no|n a|not)\b)|\beach surgeon\b/;
const NO_CO_SURGERY = /\b(?:no|not|without|never) (?:an? )?co ?surgeons?\b/;
const NOBODY = /^\W*(?:none|n\/?a|no)\b/i;

/** Words that prove a modifier of circumstance, in any section; a co-surgeon may stand in the header alone. */
export function readCircumstances(
  text: string,
  sections: readonly Section[],
  statements: readonly Statement[],
): Circumstance[] {
  const headed = sections.find(
    ({ heading, start, end }) => /^co-? ?surgeons?\b/i.test(heading) && !NOBODY.test(text.slice(start, end)),
  );
  const told = statements.find(({ normal }) => {
    const words = normal.replace(/ +/g, ' ');
    return CO_SURGERY.test(words) && !NO_CO_SURGERY.test(words);
  });
  if (told !== undefined) return [{ modifier: '62', start: told.start, end: told.end }];
  if (headed === undefined) return [];
  return [{ modifier: '62', start: text.lastIndexOf(headed.heading, headed.start), end: headed.end }];
}
