import type { MeasureFact, NoteExtract, Statement } from '../extract/note-extract.ts';
import { isPerformed } from '../extract/statement-state.ts';

const PLACED = /\b(inject\w*|re ?inject\w*|placed|graft\w*|transfer\w*|transplant\w*)\b/;
/** Drawn, washed, thrown away, or another fluid: not what was put in. */
const OTHER_FLUID =
  /^ *(of )?(\w+ ){0,3}(lipoaspirat\w*|tumescent|wetting|saline|gel|implants?|expanders?|syringes?|lidocaine|xylocaine|marcaine|bupivacaine|ropivacaine|epinephrine|local|solution|contrast|(was|were) (drawn|harvested|aspirated|suctioned|discarded|obtained|taken))\b/;
const TAKEN = /\b(suction\w*|aspirat\w*|harvest\w*|drawn|obtained|got|took|taken|yield\w*)( \w+){0,2} *$/;
const TOTAL = /\b(total|in all|altogether)( \w+){0,3} *$/;

/** Milliliters put in over all places: the total where one is told, else the sum of the places. */
export function placedVolume(extract: NoteExtract): number | undefined {
  const placed = extract.measures.filter((fact) => fact.unit === 'ml' && isPlaced(fact, extract));
  const totals = placed.filter((fact) => TOTAL.test(before(fact, extract)));
  if (totals.length > 0) return Math.max(...totals.map(({ value }) => value));
  return placed.length === 0 ? undefined : placed.reduce((sum, { value }) => sum + value, 0);
}

function isPlaced(fact: MeasureFact, extract: NoteExtract): boolean {
  const home = extract.statements[fact.statement];
  if (home === undefined || !isPerformed(home) || home.section === 'title') return false;
  const after = home.normal.slice(fact.end - home.start);
  if (OTHER_FLUID.test(after) || TAKEN.test(before(fact, extract))) return false;
  return PLACED.test(home.normal) || announced(home, extract);
}

/** `Placed from four stabs on each side:` stands over the lines that tell how much. */
function announced(home: Statement, { statements, text }: NoteExtract): boolean {
  for (let at = home.index - 1; at >= 0; at -= 1) {
    const line = statements[at];
    if (line === undefined || home.index - at > 4) return false;
    if (text.slice(line.start, line.end).endsWith(':')) return PLACED.test(line.normal);
  }
  return false;
}

function before({ statement, start }: MeasureFact, { statements }: NoteExtract): string {
  const home = statements[statement];
  return home === undefined ? '' : home.normal.slice(0, start - home.start).replace(/ +/g, ' ');
}
