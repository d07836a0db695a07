import type { Statement } from '../../extract/note-extract.ts';
import type { ClaimLine, Draft, Evidence } from '../../model/draft.ts';
import type { RuleContext } from '../rule.ts';
import { told } from '../told.ts';

/** Why an operation was not carried to its end. */
export type StopReason = 'danger' | 'circumstance' | 'choice' | undefined;

/** An operation begun and not finished, as the note tells it of one line. */
export interface Stop {
  readonly quote: Evidence;
  readonly reason: StopReason;
  readonly because: Evidence | undefined;
  /** Called off before anesthesia or incision. */
  readonly isBeforeStart: boolean;
}

/** In the title of the operation itself. */
const TITLED =
  /\b(not completed|discontinued|aborted|abandoned|terminated|incomplete(?! (abortion|miscarriage|excis|duplic|ruptur)))\b/;
const STOPPED =
  /\b(procedure|case|operation|surgery|exam\w*|\w+oscopy|\w+ectomy|attempt)\b.*\b(abort|abandon|terminat|discontinu|stopp)\w*\b|\b(abort|abandon|terminat|discontinu|stopp)\w* (the |this |our )?(procedure|case|operation|surgery|exam)\b/;
const SHORT_OF_CECUM =
  /\b(cecum|caecum) (was |could )?not (be )?(reached|intubated|entered)\b|\b(unable|not able|could not|failed) (to )?(reach|intubate|advance to) the c(a)?ecum\b|\bincomplete colonoscopy\b|\baborted at the level of the (hepatic|splenic) flexure\b/;
/** Colonoscopies through the natural way or a stoma. */
export const COLONOSCOPY = /^(4537[89]|4538\d|4539[0138]|4438[89]|4439\d|4440[1-8]|G01(05|21))$/;

const DANGER =
  /(?<!\b(?:no|without|any) (?:\w+ ){0,4})\b(bradycardia|asystole|arrest(ed)?|arrhythmia|tachycardia|hypotens\w*|hypox\w*|desaturat\w*|unstable|instability|laryngospasm|bronchospasm|anaphyla\w*|malignant hyperthermia|st changes|not (be )?safe|unsafe|at (some |too much |great )?risk|should not be kept|uncontroll\w* bleeding|pressure (could not be read|dropped|fell)|heart rate (went|dropped|fell)|perforat\w*|respiratory distress)\b/;
const CIRCUMSTANCE =
  /\b(stool|poor prep\w*|prep\w* (was )?poor|inadequate prep\w*|because of prep|equipment|malfunction\w*|power failure|could not (be )?(pass|advance|cannulat|reach|place|cross|complet)\w*|unable to (pass|advance|cannulate|reach|place|cross|complete|tolerate)|not able to|impossible|obstruct\w*|stenosis|stricture|scar\w*|adhesions|intoleran\w*|not tolerate|staying still|anatomy|inaccessible)\b/;
const CHOICE =
  /\b(at (the )?(patient s?|his|her|surgeon s) (request|discretion)|patient (refused|declined|asked|changed)|elected (not to|to stop|to limit)|decided not to (go on|proceed|continue)|no need to (continue|proceed)|by choice|electively)\b/;
const BEFORE_START = /\b(cancel+ed|(before|prior to) (the )?(induction|anesthesia|incision|start|sedation))\b/;

/** What the note tells of a line that was broken off; undefined where it was finished. */
export function stopOf(line: ClaimLine, draft: Draft, context: RuleContext): Stop | undefined {
  if (context.library.find(line.code)?.role === 'addOn') return undefined;
  const { extract } = context;
  const [quote] = [...titled(line, context), ...shortOfCecum(line, context), ...storied(draft, context)];
  if (quote === undefined) return undefined;
  const near = extract.statements.filter((statement) => isNear(statement, quote, extract.statements));
  const [reason, because] = reasonIn(near, context);
  const words = near.map(({ normal }) => normal.replace(/ +/g, ' ')).join(' ');
  return { quote, reason, because, isBeforeStart: reason !== 'danger' && BEFORE_START.test(words) };
}

/** The title of the line's own procedure says it. */
function titled({ evidence }: ClaimLine, { extract }: RuleContext): Evidence[] {
  return told(extract, TITLED, { sections: ['title'] }).filter((quote) =>
    evidence.some(({ start, end }) => start < quote.end && quote.start < end),
  );
}

function shortOfCecum({ code }: ClaimLine, { extract }: RuleContext): Evidence[] {
  return COLONOSCOPY.test(code) ? told(extract, SHORT_OF_CECUM) : [];
}

/** The story says it, and only one operation is titled that it can be of. */
function storied({ lines }: Draft, { extract, library }: RuleContext): Evidence[] {
  const titles = extract.instances.filter(({ source }) => source === 'title');
  const primaries = lines.filter(({ code }) => library.find(code)?.role !== 'addOn');
  if (titles.length > 1 || primaries.length > 1) return [];
  return told(extract, STOPPED, { states: ['abandoned'] }).filter(({ start }) =>
    extract.statements.some((each) => each.section !== 'history' && each.start <= start && start < each.end),
  );
}

const REACH = 3;

const BESIDE: ReadonlySet<Statement['section']> = new Set(['title', 'history', 'plan', 'preop-diagnosis']);

/** The statement itself and those just around it. */
function isNear(statement: Statement, { start }: Evidence, statements: readonly Statement[]): boolean {
  const home = statements.find((each) => each.start <= start && start < each.end);
  if (home === undefined) return false;
  return home.section === 'title' ? !BESIDE.has(statement.section) : Math.abs(statement.index - home.index) <= REACH;
}

function reasonIn(near: readonly Statement[], context: RuleContext): [StopReason, Evidence | undefined] {
  const extract = { ...context.extract, statements: near };
  for (const [pattern, reason] of REASONS) {
    const [quote] = told(extract, pattern);
    if (quote !== undefined) return [reason, quote];
  }
  return [undefined, undefined];
}

const REASONS: readonly (readonly [RegExp, StopReason])[] = [
  [DANGER, 'danger'],
  [CHOICE, 'choice'],
  [CIRCUMSTANCE, 'circumstance'],
];
