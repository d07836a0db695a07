import type { NoteExtract } from '../extract/note-extract.ts';
import { actsAt, type DoneHere } from '../visits/done-here.ts';
import type { VisitReading } from '../visits/visit-reading.ts';
import type { Pick, Picking, Refusal } from './pick.ts';

const TOLD_ELSEWHERE = 'this note looks back on it; it is coded from its own operative note';

/** Of what a visit note names, only what was done at the visit: the rest is history or a plan. */
export function besideVisit(picking: Picking, visit: VisitReading | undefined, extract: NoteExtract): Picking {
  if (visit === undefined) return picking;
  const actAt = actsAt(visit, extract);
  const of = (wanted: DoneHere) => (pick: Pick) => actAt(pick.instance.start) === wanted;
  return {
    picks: picking.picks.filter(of('done')),
    refusals: [
      ...picking.refusals.filter(({ instance }) => actAt(instance.start) === 'done'),
      ...picking.picks.filter(of('told elsewhere')).map(refusalOf),
    ],
    unfit: picking.unfit.filter(({ start }) => actAt(start) === 'done'),
    otherWays: picking.otherWays.filter(({ instance }) => actAt(instance.start) === 'done'),
  };
}

function refusalOf({ instance, choice }: Pick): Refusal {
  return { instance, choice, reason: TOLD_ELSEWHERE, place: instance };
}

/** The extract as a procedure of the visit may be read from it: what was seen or told before proves nothing of it. */
export function procedurePart(extract: NoteExtract, visit: VisitReading | undefined): NoteExtract {
  if (visit === undefined) return extract;
  const actAt = actsAt(visit, extract);
  const isDone = ({ start }: { readonly start: number }): boolean => actAt(start) === 'done';
  return {
    ...extract,
    performed: extract.performed.filter(isDone),
    titles: extract.titles.filter(isDone),
    measures: extract.measures.filter(isDone),
  };
}
