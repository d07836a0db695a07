import { extractNote } from '../../src/core/extract/extract.ts';
import type { CaseSettings } from '../../src/core/model/consultation.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { levelVisit } from '../../src/core/visits/level-visit.ts';
import type { VisitReading } from '../../src/core/visits/visit-reading.ts';
import { noteOf } from './code-a-note.ts';
import { smallEngine } from './small-library.ts';

const LIBRARY = smallEngine();

/** Usual settings of a visit in 2025, with another payer, day or place where a test wants it. */
export function visitSettings(
  payer: 'medicare' | 'commercial' = 'commercial',
  day = '2025-07-01',
  place: 'office' | 'facility' | undefined = undefined,
): CaseSettings {
  return {
    dateOfService: { value: day as IsoDate, from: 'note' },
    role: { value: 'surgeon', from: 'assumed' },
    place: { value: place ?? 'facility', from: place === undefined ? 'assumed' : 'mail' },
    payer: { value: payer, from: 'mail' },
  };
}

/** Levels one note. */
export function readVisit(text: string, settings = visitSettings()): VisitReading | undefined {
  return levelVisit(extractNote(noteOf(text), LIBRARY), settings);
}

/** `99214 | moderate by decision making | moderate / low / moderate`: a reading as one reads it. */
export function visitLabel(reading: VisitReading | undefined): string {
  if (reading === undefined) return 'no visit';
  const codes = reading.codes.map(({ code, units }) => (units > 1 ? `${code} x${units}` : code)).join(' ');
  return [codes, reading.decidedBy, ...reading.elements.map(({ level }) => level)].join(' | ');
}
