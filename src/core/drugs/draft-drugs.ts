import { confidenceOf } from '../draft/confidence.ts';
import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { ClaimLine, Draft, NotBilled, Question } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { unitsGiven, unitsWasted, wasteOf } from './billing-units.ts';
import { type Dose, readDoses } from './read-doses.ts';

const MOST_NOT_BILLED = 6;
const MOST_OF_FACILITY = 2;

/**
 * The drugs of the note as claim lines of an office, each with its units, the waste on a line of its own. In a facility the
 * drug is the facility's.
 */
export function withDrugs(draft: Draft, extract: NoteExtract, library: EngineLibrary, settings: CaseSettings): Draft {
  const named = readDoses(extract, library, settings.dateOfService.value);
  const doses = named.filter(({ given }) => given !== undefined);
  if (named.length === 0) return draft;
  if (settings.place.value === 'facility') return { ...draft, notBilled: withFacilityDrugs(draft, doses, library) };
  const dx = draft.lines[0]?.dx ?? draft.diagnoses.slice(0, 4).map(({ code }) => code);
  const lines = doses.flatMap((dose) => linesOf(dose, library, settings, dx));
  const questions = named.filter(({ given, drug }) => given === undefined && !AROUND.has(drug.code)).map(askDose);
  return {
    ...draft,
    lines: [...draft.lines, ...lines].map((line, at) => ({ ...line, seq: at + 1 })),
    questions: [...draft.questions, ...questions.slice(0, MOST_QUESTIONS)],
  };
}

const MOST_QUESTIONS = 2;

function askDose({ drug, evidence }: Dose): Question {
  return {
    id: `drug.dose.${drug.code}`,
    to: 'surgeon',
    quote: evidence[0],
    text: 'Please document the amount of this drug that was given, and whether any of its container was thrown away.',
    options: ['given: ____ ; thrown away: ____', 'other / cannot be determined'],
    ifThen: `${drug.code}: one unit is ${drug.amount} ${drug.unit}, a begun one counts. Without an answer the drug is not billed.`,
    holds: [],
  };
}

function linesOf(dose: Dose, library: EngineLibrary, settings: CaseSettings, dx: ClaimLine['dx']): ClaimLine[] {
  const { drug, given = 0, wasted = 0 } = dose;
  const record = library.find(drug.code);
  if (record === undefined) return [];
  const waste = wasteOf(dose);
  const units = unitsGiven(drug, given);
  const leftUnits = waste === 'some' ? unitsWasted(drug, given, wasted) : 0;
  const isMarked = settings.payer.value === 'medicare' && !isUnmarked(drug.unit, settings);
  const line: ClaimLine = {
    seq: 1,
    code: record.code,
    modifiers: isMarked && waste === 'none' ? ['JZ'] : [],
    units,
    title: record.title,
    evidence: dose.evidence,
    why: `${amountWords(given, dose)} given; one billing unit is ${amountWords(drug.amount, dose)}: ${units}`,
    confidence: confidenceOf([], 'drug and dose are told'),
    dx,
    parent: undefined,
    held: undefined,
    totalRvu: undefined,
    globalDays: undefined,
  };
  if (leftUnits === 0 || isUnmarked(drug.unit, settings)) return [line];
  const why = `${amountWords(wasted, dose)} thrown away; what is left inside the last unit given is paid already: ${leftUnits}`;
  return [line, { ...line, modifiers: ['JW'], units: leftUnits, why }];
}

/** From 2026 skin substitutes that are no biologicals by licence are supplies: neither JW nor JZ (CMS, PFS final rule 2026). */
export function isUnmarked(unit: Dose['drug']['unit'], { dateOfService }: CaseSettings): boolean {
  return unit === 'sqcm' && dateOfService.value >= '2026-01-01';
}

export function amountWords(value: number, { drug }: Pick<Dose, 'drug'>): string {
  const rounded = Math.round(value * 1000) / 1000;
  return `${rounded} ${drug.unit === 'sqcm' ? 'sq cm' : drug.unit}${drug.unit === 'unit' && rounded !== 1 ? 's' : ''}`;
}

/** Given around nearly every operation, by anesthesia or the ward: they tempt nobody. */
const AROUND: ReadonlySet<string> = new Set(
  'J0690 J0696 J1335 J1580 J3260 J1885 J2270 J2175 J1200 J2550 J2405 J1100 J0595 J1650'.split(' '),
);

/** Drugs of the procedure itself. */
function withFacilityDrugs(draft: Draft, doses: readonly Dose[], library: EngineLibrary): NotBilled[] {
  const told = doses
    .filter(
      ({ drug, evidence }) =>
        !AROUND.has(drug.code) &&
        evidence.some(({ quote }) => /\binject|\binstill|\bimplant|\bintra-?(vitreal|articular)/i.test(quote)),
    )
    .slice(0, MOST_OF_FACILITY)
    .flatMap(({ drug, evidence }): NotBilled[] => {
      const record = library.find(drug.code);
      return record === undefined
        ? []
        : [
            {
              code: record.code,
              title: record.title,
              reason: 'in a facility the drug is the facility’s; in an office it is billed',
              evidence,
            },
          ];
    });
  return [...draft.notBilled, ...told].slice(0, MOST_NOT_BILLED);
}
