import { normalize } from '../extract/normalize.ts';
import type { NoteExtract } from '../extract/note-extract.ts';

/** The parts of a visit note that count differently; `whole` is text without a heading of a visit. */
export type Part =
  | 'history'
  | 'lists'
  | 'exam'
  | 'results'
  | 'assessment'
  | 'decision'
  | 'plan'
  | 'procedure'
  | 'whole';

/** Headings as visits have them, first hit wins. */
const HEADINGS: readonly (readonly [RegExp, Part])[] = [
  [/^(bedside |office |operative |surgical )?(procedures?|operations?)( notes?| performed| done)?$/, 'procedure'],
  [/^plan|^p$|^recommendation|^disposition|^follow.?up plan|^treatment/, 'plan'],
  [/assessment|impression|^a\/?p$|^a$|discharge diagnos|^(final |clinical )?diagnos/, 'assessment'],
  [
    /medical decision making|^mdm$|(hospital|emergency department|ed) course|^course|^decision|^discussion|^critical care|^interval/,
    'decision',
  ],
  [
    /medication|^meds|allerg|(social|family|past|medical|surgical) history|^p[ms]h$|immunization|problem list|consult(ation)?s$/,
    'lists',
  ],
  [
    /chief complaint|^cc$|\bhpi\b|history|subjective|^s$|review of systems|^ros$|reason for (visit|consult)|^overnight|consult requested/,
    'history',
  ],
  [/exam|^objective|^o$|^vitals?|vital signs/, 'exam'],
  [
    /^labs?|laborator|imaging|results?$|radiolog|^data|diagnostic (data|studies)|^studies|^tests?|^ecg|^ekg|x.?rays?$/,
    'results',
  ],
];

const HEADING =
  /(?:^|\n)[ \t]*([A-Za-z][A-Za-z/&' ]{0,45}?)[ \t]*(?::|-(?=[\s,])|(?=\n))|(?<=[.;] {1,3}|, {0,2})([A-Z][A-Z/&' ]{2,40}|(?:Assessment|Plan|Impression|HPI|Exam|Labs?|Assessment and plan))[ \t]*:/g;

/** A statement of the note with the part it stands in and its words as written, in lower case. */
export interface VisitLine {
  readonly start: number;
  readonly end: number;
  /** Its words normalized, of the same length. */
  readonly normal: string;
  readonly part: Part;
  readonly words: string;
}

interface Mark {
  readonly start: number;
  readonly part: Part;
}

/** The statements of a visit note by part. Offsets refer to `note.text`. */
export function visitLines({ text, statements }: Pick<NoteExtract, 'text' | 'statements'>): VisitLine[] {
  const marks = marksOf(text);
  return statements.map(({ start, end, normal }) => ({
    start,
    end,
    normal,
    part: marks.findLast((mark) => mark.start <= start)?.part ?? 'whole',
    words: text.slice(start, end).toLowerCase(),
  }));
}

const HEAD_CHARACTERS = 220;
const TITLE_CHARACTERS = 80;

/** The beginning of the note with its headings, where it says what it is. */
export function headLine({ text }: Pick<NoteExtract, 'text'>): VisitLine {
  return lineUpTo(text, HEAD_CHARACTERS);
}

/** Its first line: a note's own name for itself. */
export function titleLine({ text }: Pick<NoteExtract, 'text'>): VisitLine {
  const end = /\S[^\n]*/.exec(text);
  return lineUpTo(text, Math.min(TITLE_CHARACTERS, end === null ? 0 : end.index + end[0].length));
}

function lineUpTo(text: string, end: number): VisitLine {
  const words = text.slice(0, end);
  return { start: 0, end: words.length, normal: normalize(words), part: 'whole', words: words.toLowerCase() };
}

/** Where each part begins. */
export function marksOf(text: string): readonly Mark[] {
  return [...text.matchAll(HEADING)].flatMap((hit) => {
    const heading = (hit[1] ?? hit[2] ?? '').trim().toLowerCase();
    const part = HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
    return part === undefined ? [] : [{ start: hit.index + hit[0].length - hit[0].trimStart().length, part }];
  });
}

const DECIDES: readonly Part[] = ['assessment', 'decision', 'plan', 'procedure', 'whole'];

/** Where the author decides: assessment, plan and the like; text without headings counts too. */
export function decisionLines(lines: readonly VisitLine[]): VisitLine[] {
  return lines.filter(({ part }) => decides(part));
}

export function decides(part: Part): boolean {
  return DECIDES.includes(part);
}
