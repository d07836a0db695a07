import type { Question } from '../model/draft.ts';
import { quotesOfHits } from './find-cues.ts';
import type { VisitFacts } from './visit-facts.ts';

const CANNOT_TELL = 'other / cannot be determined';
const WITHOUT_PROCEDURES =
  /\b(exclu\w+|exclusive|not includ\w+|apart from|separate\w*|outside of|aside from|minus) (?:\w+ ){0,4}procedures?\b|\bprocedures? (?:\w+ ){0,3}(exclu\w+|not included)\b/i;

/** What the kind of the visit leaves open: new or known, and the time of procedures in critical care. */
export function openQuestions({ place, extract, lines }: VisitFacts): Question[] {
  const [first] = quotesOfHits(lines.slice(0, 1), extract);
  const quote = place.evidence[0] ?? first;
  if (place.kind === 'office-established' && place.isAssumed) {
    return [
      {
        id: 'visit-new-or-known',
        to: 'sender',
        quote,
        text: 'Was the patient seen by the author, or by a colleague of the same group and specialty, within the last three years?',
        options: ['yes', 'no', CANNOT_TELL],
        ifThen: 'no: the codes of a new patient',
        holds: [],
      },
    ];
  }
  if (place.kind === 'critical-care' && !WITHOUT_PROCEDURES.test(extract.text)) {
    return [
      {
        id: 'visit-critical-procedures',
        to: 'surgeon',
        quote,
        text: 'Do the minutes of critical care leave out the time of procedures told apart?',
        options: ['yes', 'no: ____ minutes without them', CANNOT_TELL],
        ifThen: 'fewer minutes: fewer units, under 30 the visit instead',
        holds: [],
      },
    ];
  }
  return [];
}
