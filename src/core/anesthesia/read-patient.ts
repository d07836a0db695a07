import type { NoteExtract } from '../extract/note-extract.ts';
import type { Evidence } from '../model/draft.ts';
import { wordsAt } from './words-of.ts';

/** Something the record tells, with its words. */
export interface Told<T> {
  readonly value: T;
  readonly evidence: readonly Evidence[];
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6 };
const STATUS: readonly RegExp[] = [
  /\b(?:asa|a\.s\.a\.)(?: physical)?(?: status| class(?:ification)?| score| grade| ps)*\s*[:=#-]?\s*(?:ps ?|class |p)?([1-6]|iii|iv|vi|ii|v|i)(e)?\b/i,
  /\bphysical status(?: class(?:ification)?| modifier)?\s*[:=-]?\s*(?:asa )?(?:ps ?|p)?([1-6]|iii|iv|vi|ii|v|i)(e)?\b/i,
  /\bPS ?([1-6])(E)?\b/,
  /\bP([1-6])(E)?\b(?! ?ostop)/,
];

/** Physical status of the American Society of Anesthesiologists: 1 to 6, with E for an emergency. */
export function readStatus(
  extract: NoteExtract,
): Told<{ readonly status: number; readonly isEmergency: boolean }> | undefined {
  for (const pattern of STATUS) {
    const hit = pattern.exec(extract.text);
    const told = hit?.[1]?.toLowerCase();
    if (hit === null || told === undefined) continue;
    const status = ROMAN[told] ?? Number(told);
    return { value: { status, isEmergency: hit[2] !== undefined }, evidence: wordsAt(hit, extract) };
  }
  return undefined;
}

/** Extra units by physical status (ASA Relative Value Guide); Medicare pays none. */
const STATUS_UNITS: Readonly<Record<number, number>> = { 3: 1, 4: 2, 5: 3 };

export function unitsOfStatus(status: number | undefined): number {
  return status === undefined ? 0 : (STATUS_UNITS[status] ?? 0);
}

/** Qualifying circumstances: extreme age, whole-body cold, low pressure, emergency. */
export interface Circumstance {
  readonly code: '99100' | '99116' | '99135' | '99140';
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

const OLD = 70;
const COLD =
  /\b(?:total body|whole body|deep|induced|controlled) (?:\w+ )?hypothermi\w+|\bhypothermic circulatory arrest/i;
const LOW_PRESSURE = /\b(?:controlled|deliberate|induced) hypotensi\w+/i;
const EMERGENCY =
  /\bemergen(?:cy|t)\b(?! (?:department|room|medicine|physician|contact))|\bemergently\b|\basa[^.\n]{0,20}[1-5]\s?e\b/i;
const NO_EMERGENCY = /\b(?:no|not(?: an)?|non) ?-?emergen|\bemergen(?:cy|t)\s*[:=?-]\s*no\b/i;

/** The circumstances the record proves; the age needs no words beyond its number. */
export function readCircumstances(extract: NoteExtract): Circumstance[] {
  const found: Circumstance[] = [];
  const age = extract.ageYears;
  if (age !== undefined && (age < 1 || age > OLD)) {
    found.push({
      code: '99100',
      because: age < 1 ? 'under 1 year' : `${age} years, over ${OLD}`,
      evidence: ageQuote(extract),
    });
  }
  for (const { code, pattern, because } of [
    { code: '99116', pattern: COLD, because: 'the body cooled on purpose' },
    { code: '99135', pattern: LOW_PRESSURE, because: 'blood pressure lowered on purpose' },
  ] as const) {
    const hit = pattern.exec(extract.text);
    if (hit !== null) found.push({ code, because, evidence: wordsAt(hit, extract) });
  }
  const emergency = EMERGENCY.exec(extract.text);
  if (emergency !== null && !NO_EMERGENCY.test(extract.text)) {
    found.push({ code: '99140', because: 'told as an emergency', evidence: wordsAt(emergency, extract) });
  }
  return found;
}

function ageQuote(extract: NoteExtract): Evidence[] {
  const hit =
    /\b\d{1,3}[- ]?(?:years?|yrs?|y|months?|weeks?|days?|mo)\b[-/ ]*(?:old|o)?|\bage:? ?\d{1,3}|\bnewborn|\binfant/i.exec(
      extract.text,
    );
  return hit === null ? [] : wordsAt(hit, extract);
}

const MONITORED = /\b(?:monitored an(?:a)?esthesia care|\bmac\b(?! ?(?:address|blade|\d)))/i;
const DEEP = /\bdeep,? (?:and )?complex\b|\bmarkedly invasive\b/i;
const HEART_LUNG = /\bsevere cardio-?pulmonary\b/i;

/** Monitored anesthesia care: QS, or the reason that stands for it, G8 (deep and invasive) or G9 (severe heart-lung history). */
export function readMonitored(extract: NoteExtract): Told<'QS' | 'G8' | 'G9'> | undefined {
  const hit = MONITORED.exec(extract.text);
  if (hit === null || /\bgeneral (?:endotracheal )?an(?:a)?esthe/i.test(extract.text)) return undefined;
  const value = HEART_LUNG.test(extract.text) ? 'G9' : DEEP.test(extract.text) ? 'G8' : 'QS';
  return { value, evidence: wordsAt(hit, extract) };
}
