import type { NoteExtract } from '../extract/note-extract.ts';
import type { CaseSettings } from '../model/consultation.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { ProtoLine } from './proto-line.ts';

const LOOKS: ReadonlySet<string> = new Set(['45378', '44388']);

const SCREENING = /\b(?:colon|colorectal|crc|colonoscopy)(?: cancer)? screening\b|\bscreening (?:\w+ )?colonoscopy\b/;
const NEXT_TIME = /\b(?:repeat|next|in|every|after) (?:\w+ )?(?:years?|months?|wks?|weeks?|\d+)\b/;
const SYMPTOM =
  /\b(?<!no )(?:rectal bleed\w*|hematochezia|melena|an(?:a)?emia|diarrhea|weight loss|abdominal pain|positive (?:fit|cologuard))\b/;
const HIGH_RISK =
  /\bhigh risk\b|\b(?<!no )(?:personal|family) (?:history|hx) of (?:\w+ ){0,3}(?:polyps?|cancer|adenomas?)\b|\b(?:crohn|ulcerative colitis|lynch)\b/;

/**
 * A colonoscopy of a Medicare patient that began as a screening and did nothing has a code of Medicare's own: G0105 at
 * high risk, else G0121 (Claims Processing Manual ch. 18, 60.2). Only where note or mail name the payer.
 */
export function asMedicareScreening(
  lines: readonly ProtoLine[],
  extract: NoteExtract,
  library: EngineLibrary,
  { payer }: CaseSettings,
): readonly ProtoLine[] {
  if (payer.value !== 'medicare' || payer.from === 'assumed' || !lines.some(isLook)) return lines;
  const told = extract.statements
    .filter(({ state }) => state !== 'planned' && state !== 'negated')
    .map(({ normal }) => normal.replace(/ +/g, ' '));
  const isScreening = told.some((words) => SCREENING.test(words) && !NEXT_TIME.test(words));
  if (!isScreening || told.some((words) => SYMPTOM.test(words))) return lines;
  const record = library.find(told.some((words) => HIGH_RISK.test(words)) ? 'G0105' : 'G0121');
  const family = record && library.families.get(record.family);
  if (record === undefined || family === undefined) return lines;
  const why = `a screening of a Medicare patient at which nothing was done is ${record.code}`;
  return lines.map((line) => (isLook(line) ? { ...line, record, family, why } : line));
}

function isLook({ record }: ProtoLine): boolean {
  return LOOKS.has(record.code);
}
