import type { Section, SectionKind } from './note-extract.ts';

/** Titles never read like this: a section that starts so is the narrative, whatever its heading says. `I&D` tells of nobody. */
export const NARRATIVE =
  /^[\s,:.\d]*(the (patient|risk|procedure|right|left|area|site|skin|abdomen|usual|above|nature|operat)|after |under |following |informed |once |an? (informed|incision|time|\d+|longitudinal|transverse|midline)|(he|she|i(?! ?(?:&|and) ?d\b)|we|patient|pt|this|having|in the (operating|endoscop|supine)|with the (patient|use)|while|upon|during|using)\b)/i;

const LONGEST_TITLE_LINE = 120;
const TELLS = /\b(was|were|had|is|are|he|she|we|i(?! ?(?:&|and) ?d\b)|patient|pt|taken|brought|placed|under|after)\b/i;

/** `Operation: A&P repair, sling` and in the next line the story: where the first line ends, if it is a title. */
export function titleLine(text: string, start: number, end: number): number | undefined {
  const at = text.indexOf('\n', start);
  if (at < 0 || at >= end || at - start > LONGEST_TITLE_LINE) return undefined;
  const line = text.slice(start, at);
  return TELLS.test(line) || NARRATIVE.test(line) || !/[a-z]{3}/i.test(line) ? undefined : at + 1;
}

/** The mark of an item: `1.`, `(2)`, `-`, `a)`. */
export const LIST_ITEM =
  /^\s*(\(?\d{1,2}[.)]|[-*•]|[a-hA-H][.)]\s|#\d\b|(?:[Ff]x|[Ff]racture|[Ss]ite|[Ll]esion|[Ww]ound) #?\d\b ?[:.)-])/;
const PAST_TENSE = /\b(was|were|had|\w{3,}ed)\b/;

/** Sections of a few words or a list. */
const BRIEF: ReadonlySet<SectionKind> = new Set(['title', 'staff', 'anesthesia']);

/** A section up to where a story begins in it, and the story as a section of its own. */
export function cutStory(section: Section, text: string): Section[] {
  if (section.kind === 'history')
    return cutAt(section, text, HISTORY_LINE.test(section.heading.trim()) ? isAnyLine : isAsleep).flatMap((part) =>
      part.kind === 'history' ? withoutStory(part, text, isOperation) : [part],
    );
  if (section.kind === 'title')
    return cutAt(section, text, isOfTheRoom).flatMap((part) =>
      part.kind === 'title' ? withoutStory(part, text, isStory) : [part],
    );
  if (BRIEF.has(section.kind)) return withoutStory(section, text, isStory);
  if (section.kind === 'plan') return withoutRest(section, text);
  if (!section.kind.endsWith('diagnosis')) return [section];
  const [told, ...rest] = withoutStory(section, text, isAccount);
  return told === undefined ? [] : [...withoutLines(told, text), ...rest];
}

/** A plan that heads a note ends before this share of it. */
const AT_THE_TOP = 0.4;

/** `Plan from clinic letter: scope and biopsy` over the story: a plan near the top, with no heading after it, is its own line. */
function withoutRest(section: Section, text: string): Section[] {
  const end = text.indexOf('\n', section.start);
  const isAbove = section.start < text.length * AT_THE_TOP && end > 0 && end < section.end;
  if (!isAbove || section.end - end < SHORTEST_REST) return [section];
  return [
    { ...section, end },
    { kind: 'body', heading: '', start: end + 1, end: section.end },
  ];
}

/** `2. Gastritis`: the list of diagnoses goes on. */
const GOES_ON = /^\s*\(?[2-9][.)]/;

/** This many lines of a section tell what was done: a story goes on under its heading. */
const STORY_LINES = 4;

/** So much under the last heading of a note is more than a diagnosis, in whatever telegraphic words. */
const SHORTEST_REST = 300;

/** `GETA, supine`, `Caudal by anesth`: the patient is put to sleep, the story begins. */
const ASLEEP = /^(under )?(geta|get|lma|mac|iv sedation|(general|spinal|caudal|epidural|local|regional)\b(?! pain))\b/i;

/** `Hx: plug 2011`, `Consent covers: ...`: jotted down in one line. */
const HISTORY_LINE = /^(?:p?m?s?hx|consent\b.*)$/i;
const isAnyLine = (line: string): boolean => line.trim() !== '' && !LIST_ITEM.test(line);
const isAsleep = (line: string): boolean => ASLEEP.test(line.trim());
const LAID = /^(prone|supine|lateral decub\w*|beach chair|lithotomy)\b/i;
/** `Surg [NAME]. GETA. Supine`: below the title stands who, and how the patient was put to sleep and laid. */
const isOfTheRoom = (line: string): boolean =>
  /^\s*surg(?:eon)?\b[^:\n]{0,40}\./i.test(line) || isAsleep(line) || LAID.test(line);

/** A section whose text begins beside its heading ends before the first later line that `begins` the story. */
function cutAt(section: Section, text: string, begins: (line: string) => boolean): Section[] {
  const end = text.indexOf('\n', section.start);
  if (end < 0 || end >= section.end) return [section];
  const lines = text.slice(end + 1, section.end).split('\n');
  const first = lines.findIndex(begins);
  return first < 0 ? [section] : cutBefore(first, lines, end + 1, section);
}

/** A diagnosis told in one line of a note without further headings: the story starts in a line after it. */
function withoutLines(section: Section, text: string): Section[] {
  const end = text.indexOf('\n', section.start);
  if (end < 0 || end >= section.end) return [section];
  const rest = text.slice(end + 1, section.end);
  const lines = rest.split('\n');
  const told = lines.filter((line) => !LIST_ITEM.test(line) && PAST_TENSE.test(line));
  const isWholeStory = !LIST_ITEM.test(rest) && told.length >= STORY_LINES;
  const isLast = section.end >= text.trimEnd().length && text.slice(section.start, end).trim() !== '';
  const isLong = lines.filter((line) => line.trim() !== '').length >= STORY_LINES && rest.length >= SHORTEST_REST;
  const isRest = isLast && isLong && !GOES_ON.test(rest);
  const first = isWholeStory || isRest ? 0 : lines.findIndex(isStoryLine);
  if (first < 0) return [section];
  return cutBefore(first, lines, end + 1, section);
}

/** The section up to the line with this number after `start`, and the rest of it as the story. */
function cutBefore(first: number, lines: readonly string[], start: number, section: Section): Section[] {
  const from = start + lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  return [
    { ...section, end: from - 1 },
    { kind: 'body', heading: '', start: from, end: section.end },
  ];
}

/** Several sentences of which one tells an act, or the anesthesia: no line of a diagnosis reads like that. */
function isStoryLine(line: string): boolean {
  return ASLEEP.test(line) || (sentenceEnds(line) >= 2 && PAST_TENSE.test(line));
}

const SHORTEST_STORY = 40;
/** `17 y basketball, landing injury 5 wk ago`: how the patient came to it. */
const CAME = /\b(ago|[Hh]x|h\/o|history of|presents?|\d+ ?(yo|y\/o|yr|y|F|M))\b/;

function isStory(paragraph: string): boolean {
  return paragraph.length >= SHORTEST_STORY && (PAST_TENSE.test(paragraph) || CAME.test(paragraph));
}

/** A paragraph below the indication, without a heading of its own, in which the operation begins. */
function isOperation(paragraph: string): boolean {
  return /\b(prepped|draped|time ?-?out (?:was )?(?:done|performed|taken|held)|(?:was|were) (?:anesthetized|infiltrated|numbed)|(?:was|were) (?:brought|taken) (?:back )?to the (?:operating|procedure|endoscopy|OR\b)|incision was)\b/i.test(
    paragraph,
  );
}

const LONGEST_ITEM = 160;

/** `1. LEFT SHIN ... Lesion measured 1.2 cm before treatment. Curetted in three directions`: a story told in numbers. */
function isLongStory(paragraph: string): boolean {
  const [item = ''] = paragraph.split(/\n\s*(?=\(?\d{1,2}[.)])/);
  return item.length > LONGEST_ITEM && sentenceEnds(item) >= 2 && /\b(was|were)\b/.test(item);
}

/** Somebody does something in it, or one sentence follows another: no diagnosis reads like that. */
function isAccount(paragraph: string): boolean {
  if (paragraph.length < SHORTEST_STORY) return false;
  return (
    sentenceEnds(paragraph) >= 2 ||
    CAME.test(paragraph) ||
    /\b(was|were|had|has|will|did|he|she|we|I|they)\b/i.test(paragraph)
  );
}

/**
 * A title ends at the first paragraph after it that tells a story and is no item of its list; so do lists of names, and
 * diagnoses.
 */
function withoutStory(section: Section, text: string, isTold: (paragraph: string) => boolean): Section[] {
  const gap = /\n\s*\n/g;
  gap.lastIndex = section.start;
  for (let hit = gap.exec(text); hit !== null && hit.index < section.end; hit = gap.exec(text)) {
    const from = hit.index + hit[0].length;
    const paragraph = text.slice(from, section.end).split(/\n\s*\n/, 1)[0] ?? '';
    if (!isTold(paragraph) || (LIST_ITEM.test(paragraph) && !isLongStory(paragraph))) continue;
    return [
      { ...section, end: hit.index },
      { kind: 'body', heading: '', start: from, end: section.end },
    ];
  }
  return [section];
}

/** How often one sentence follows another. */
export function sentenceEnds(text: string): number {
  return text.match(/[a-z)]\.\s+[A-Z]/g)?.length ?? 0;
}
