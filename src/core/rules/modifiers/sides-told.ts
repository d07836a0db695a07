import { isOfTheTitle } from '../../draft/sides.ts';
import type { NoteExtract, Statement } from '../../extract/note-extract.ts';
import { sidesOf } from '../../extract/targets.ts';
import type { Evidence } from '../../model/draft.ts';
import { told } from '../told.ts';

export type OneSide = 'left' | 'right';

/** The parts of a note that should name the same side. */
export interface PartSide {
  readonly part: 'title' | 'diagnosis' | 'consent' | 'body';
  readonly side: OneSide;
  readonly quote: Evidence | undefined;
}

/** Sides of the body that cross over (a stroke opposite to its artery) or that place the patient, not the operation. */
const OTHER_MATTER =
  /\b(?:hemipar\w*|hemipleg\w*|weakness|stroke|infarct\w*|tia|numbness|decubitus|lateral position|tilt\w*|rolled|access|groin|femoral (?:artery|vein)|radial artery|jugular|subclavian|arm (?:was )?(?:tucked|extended)|iv |handed|dominan\w*|history|previous\w*|prior|status post|contralateral|opposite|uninvolved|normal|donor|graft was harvested|foot of the bed|surgeon s)\b/;
const CONSENT = /\bconsent\w*\b.{0,80}\b(?:left|right)\b/;
/** The body names the other side in passing: this often, and never the side itself. */
const LEAST_IN_BODY = 2;

/** Each part of the note that names one side and never the other; a part that names both tells nothing. */
export function partSides(extract: NoteExtract): PartSide[] {
  const parts: readonly (readonly [PartSide['part'], readonly Statement[], number])[] = [
    ['title', extract.titles, 1],
    ['diagnosis', extract.diagnoses.filter((each) => each.state === 'completed' && isOfTheTitle(each, extract)), 1],
    ['body', extract.performed, LEAST_IN_BODY],
  ];
  const read = parts.flatMap(([part, statements, least]) => partSide(part, statements, least, extract));
  const [consent] = told(extract, CONSENT);
  const side = consent === undefined ? undefined : oneSide(sidesOf(consent.quote.toLowerCase()));
  return side === undefined ? read : [...read, { part: 'consent', side, quote: consent }];
}

function partSide(
  part: PartSide['part'],
  statements: readonly Statement[],
  least: number,
  extract: NoteExtract,
): PartSide[] {
  const named = statements
    .filter(({ normal }) => part === 'title' || !OTHER_MATTER.test(normal.replace(/ +/g, ' ')))
    .map((statement) => ({ statement, sides: sidesOf(statement.normal.replace(/ +/g, ' ').trim()) }))
    .filter(({ sides }) => sides.length > 0);
  const side = oneSide([...new Set(named.flatMap(({ sides }) => sides))]);
  const [first] = named;
  if (side === undefined || first === undefined || named.length < least) return [];
  const [quote] = told(
    extract,
    new RegExp(`(?:\\w+ ){0,4}\\b(?:${side}|${side === 'left' ? 'lt|l|os' : 'rt|r|od'})\\b(?: \\w+){0,4}`),
    {
      sections: [first.statement.section],
    },
  );
  return [{ part, side, quote }];
}

function oneSide(sides: readonly string[]): OneSide | undefined {
  const [only] = sides;
  return sides.length === 1 && (only === 'left' || only === 'right') ? only : undefined;
}
