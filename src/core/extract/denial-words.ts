/** Words of acts: `not dilated` and `not perforated` are findings. */
export const DEED = alternatives(`
  done, performed, made, created, carried out, undertaken, completed, accomplished, started, repeated,
  needed, required, necessary, called for, indicated, warranted, attempted, pursued, possible,
  taken, taken down, removed, resected, excised, cut, divided, released, opened, entered, trimmed, drilled, sewn, stitched,
  explored, repaired, closed, fixed, treated, touched, addressed, operated, operated on, corrected, revised, disturbed,
  implanted, inserted, placed, put in, put up, left, deployed, used, utilized, given, injected, passed, run, set in,
  biopsied, sampled, cannulated, ablated, stented, grafted, fused, reduced, replaced, drained, tied, banded, burned,
  ligated, clipped, harvested, mobilized, obtained, sutured, debrided, lasered, crossed, burred, cored, scraped, went up, went in, had
`);

/** What is left where it was: it was not taken out. */
export const SPARED = alternatives(`
  left in place, left in situ, left intact, left behind, left where it was, left where they were, left where it lay, left,
  preserved, spared, conserved, kept, retained
`);

/** What stays where it was, without a helping verb. */
export const STAYED = alternatives(`
  stayed in, stayed in place, stays in, stays in place, stayed behind, stayed, stays, remained in place, remained in situ
`);

/** What was planned and given up. */
export const DROPPED = alternatives(`
  omitted, deferred, skipped, cancelled, canceled, aborted, abandoned, unnecessary, withheld, called off, given up,
  declined, forgone, foregone, postponed, left out, put off, left alone, left unopened, left untouched, left undisturbed,
  waived, dispensed with, done without
`);

/** The surgeon gives it up: `we dispensed with the cholangiogram`. */
export const GAVE_UP = alternatives(`
  dispensed with, did without, omitted, deferred, skipped, cancelled, canceled, aborted, abandoned, gave up on, gave up,
  postponed, left out, put off, held off on, passed on, stopped short of, backed away from, decided against, elected against
`);

/** The surgeon decides not to: what follows was not done, whatever verb tells it. */
export const DECIDED = alternatives(`
  decided not to, elected not to, chose not to, opted not to, preferred not to, decision not to, decided against, opted against,
  decision against, decision was made not to, decision was not to, asked us not to, asked me not to, did not proceed with,
  did not go on to, did not proceed to, did not go ahead with
`);

/** `I did not open the left side.` */
export const DO = alternatives(`
  do, perform, make, take, take down, take out, remove, resect, excise, cut, divide, release, open, enter, explore, repair,
  close, treat, touch, place, insert, implant, use, biopsy, sample, graft, fuse, replace, drain, harvest, inject, put in
`);

/** `No tumor was found`: none was resected. */
export const FOUND = alternatives(`
  found, seen, identified, present, visible, visualized, detected, encountered, there
`);

/** `No further biopsies were taken`: some were. */
export const MORE = alternatives(`
  further, more, additional, other, residual, remaining, retained, another, second, new, longer
`);

/** Alternatives of a pattern, longest first. */
function alternatives(list: string): string {
  return list
    .split(',')
    .map((words) => words.trim().replace(/\s+/g, ' '))
    .filter((words) => words !== '')
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}
