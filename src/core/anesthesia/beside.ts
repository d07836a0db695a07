import { confidenceOf } from '../draft/confidence.ts';
import { quoteAt } from '../draft/evidence.ts';
import { hasCue } from '../extract/cue.ts';
import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import type { Cue } from '../model/code-record.ts';
import type { ClaimLine } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';

interface Beside {
  readonly code: string;
  readonly cues: readonly Cue[];
  readonly unless: readonly Cue[];
  readonly isPaired: boolean;
  /** Of a kind that is part of the anesthetic unless told apart. */
  readonly isSeparate?: boolean;
}

const block = (code: string, cues: readonly Cue[], unless: readonly Cue[] = []): Beside => ({
  code,
  cues,
  unless,
  isPaired: true,
});
const line = (code: string, cues: readonly Cue[], unless: readonly Cue[] = []): Beside => ({
  code,
  cues,
  unless,
  isPaired: false,
});
const CATHETER: readonly Cue[] = ['catheter', 'continuous', 'infusion'];

/** What the anesthesiologist does beside the anesthetic: lines to watch, and blocks; the first that fits a statement counts. */
const TABLE: readonly Beside[] = [
  line('93503', ['(swan ganz|pulmonary artery) catheter', 'swan ganz']),
  { ...line('93312', ['(transesophageal|tee) .. (interpretation|report)', 'diagnostic tee']), isSeparate: true },
  line('36620', ['arterial line', 'a line', 'radial artery (catheter|cannul*)', 'arterial (catheter|cannula)']),
  line('36556', [
    'central (venous )?(line|catheter)',
    'cvp (line|catheter)',
    'internal jugular .. (catheter|line|cordis|introducer)',
    'triple lumen',
  ]),
  block('64416', [
    '(interscalene|supraclavicular|infraclavicular|brachial plexus) .. (catheter|continuous)',
    'continuous (interscalene|supraclavicular|infraclavicular)',
  ]),
  block('64415', ['interscalene', 'supraclavicular', 'infraclavicular', 'brachial plexus block', 'axillary block']),
  block('64448', ['(femoral|adductor canal) .. catheter', 'continuous (femoral|adductor canal)']),
  block('64447', ['femoral (nerve )?block', 'adductor canal', 'saphenous (nerve )?block']),
  block('64446', ['(sciatic|popliteal) .. catheter', 'continuous (sciatic|popliteal)']),
  block('64445', ['sciatic (nerve )?block', 'popliteal (nerve |sciatic |fossa )?block']),
  line('64488', [
    'bilateral (tap|transversus abdominis plane)',
    '(tap|transversus abdominis plane) block* .. (bilateral*|both sides)',
  ]),
  block('64486', ['tap block', 'transversus abdominis plane'], CATHETER),
  block('64461', ['paravertebral'], CATHETER),
  line('62324', ['thoracic epidural']),
  line('62326', ['lumbar epidural catheter', 'epidural catheter']),
];

const PLACED =
  /\b(placed|inserted|performed|done|established|cannulated|obtained|injected|completed|sited|threaded|given)\b/;
const ALREADY = /\b(existing|already in place|in situ|in place on arrival|prior to arrival|removed)\b/;

/** Lines and blocks that the record tells as placed by its author, as claim lines beside the anesthetic. */
export function besideAnesthetic(extract: NoteExtract, library: EngineLibrary, model: ClaimLine): ClaimLine[] {
  const found = new Map<string, ClaimLine>();
  for (const statement of extract.statements.filter(isPlaced)) {
    const hit = TABLE.find(({ cues, unless }) => hasCue(cues, statement.normal) && !hasCue(unless, statement.normal));
    const made = hit === undefined || found.has(hit.code) ? undefined : lineOf(hit, statement, extract, library, model);
    if (made !== undefined) found.set(made.code, made);
  }
  return [...found.values()];
}

function isPlaced({ state, section, normal }: Statement): boolean {
  if (section === 'plan' || section === 'history') return false;
  return (state === 'completed' || state === 'converted') && PLACED.test(normal) && !ALREADY.test(normal);
}

function lineOf(
  { code, isPaired, isSeparate }: Beside,
  statement: Statement,
  extract: NoteExtract,
  library: EngineLibrary,
  model: ClaimLine,
): ClaimLine | undefined {
  const record = library.find(code);
  const quote = quoteAt(statement, extract);
  if (record === undefined || quote === undefined) return undefined;
  return {
    ...model,
    code: record.code,
    modifiers: isPaired ? sideOf(statement) : isSeparate === true ? ['59'] : [],
    units: 1,
    title: record.title,
    evidence: [quote],
    why: 'done by the anesthetist beside the anesthetic',
    confidence: confidenceOf([], 'told as placed in the record'),
    parent: undefined,
    held: undefined,
  };
}

function sideOf({ normal }: Statement): string[] {
  const sides = ['left', 'right'].filter((side) => normal.includes(side));
  if (sides.length === 2 || normal.includes('bilateral')) return ['50'];
  return sides[0] === undefined ? [] : [sides[0] === 'left' ? 'LT' : 'RT'];
}
