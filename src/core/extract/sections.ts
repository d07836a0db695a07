import { withLostStory } from './lost-story.ts';
import type { Section, SectionKind } from './note-extract.ts';
import { cutStory, NARRATIVE, sentenceEnds, titleLine } from './section-end.ts';

/** Heading words -> kind, first hit wins; read on the lower-case heading without punctuation. */
const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^correction by the sender$/, 'corrected'],
  [
    /\b(post|final|discharge)\b.*\b(diag|dx|impression)|\bpost ?(op|operative|procedure)\w* (diag|dx)/,
    'postop-diagnosis',
  ],
  [/\b(pre|admi\w+|initial|referring)\b.*\b(diag|dx)|\bpre ?(op|operative|procedure)\w* (diag|dx)/, 'preop-diagnosis'],
  [/^(pre|post)[ -]?(op|operative)?$|^pre ?op$|^post ?op$|^pre ?(op)? ?(and )?post ?(op)?$/, 'postop-diagnosis'],
  [
    /diagnos[ei]s|\bdx\b(?! (runs?|cath|angio|imaging|study|shots?))|^imp$|^impression|^conclusions?$|^assessment$|^summary$/,
    'postop-diagnosis',
  ],
  [/^(the )?(title|name|type)s?\b.*|^titles?$/, 'title'],
  [
    /^(planned |actual |main |operative |surgical |reported |current |listed )*(operations?|procedures?|surger(y|ies)|interventions?|op)( s| es)?( \w+){0,3}$/,
    'title',
  ],
  [/^(procs?|px|ops?|surg|done|performed)$/, 'title'],
  [
    /^(pm|ps)?hx$|indication|history(?! of (the )?(procedure|operation))|\bhpi\b|^reason|consent|background|^clinical|risks?\b|prenatal summary|^prior( \w+)? (history|procedures?|operations?|surger(y|ies)|treatments?)|allerg|review of systems/,
    'history',
  ],
  [
    /(description|detail|technique|narrative|course|summary|history) of|in detail|^details?|^description|^technique|narrative|^procedure (note|details?|description|technique|course|report)|^operative (report|note|course|technique|details?|description)|^report of|^operation details?|^findings and procedure|^op note/,
    'body',
  ],
  [/finding/, 'findings'],
  [/anesthe|anaesthe|^anes(th)?$|sedation|^medications?|premed/, 'anesthesia'],
  [
    /surgeon|assistant|^attending|^operators?|physician|provider|anesthesiologist|^patient|^facility|^date|^dos|^location|^room/,
    'staff',
  ],
  [/plan\b|recommend|disposition|instruction|follow ?up|condition|postoperative (care|course)|prognosis/, 'plan'],
];

const NOT_TITLE =
  /\b(time|date|room|code|complication|blood|note|start|end|risk|site|position|drain|count|indication|history|detail|description|technique|finding|report|narrative|course|summary|diagnos[ei]s|reason)s?\b/;

const HEADING_AT_LINE_START =
  /(?:^|\n)[ \t]*(?:[-*•]\s*)?([A-Za-z][A-Za-z/&()'.\- ]{1,62}?)( ?#? ?\d{1,2}(?=:))?(?: \([^)\n]{0,60}\))?[ \t]*(:|=(?=[ \t])|,(?=\d|:|\s*\n)|(?=\n|$)|\.(?=[ \t]))/g;
const HEADING_INSIDE = /(?<=[.,;)] {0,3}|\s{2})([A-Z][A-Za-z/&()'\- ]{2,50}[A-Za-z)])\s*:/g;

/** `Technique. Four ports.`: a heading that a period ends. */
const STORY_WORD = /^(technique|details?|description|narrative|procedure in detail|operative (technique|details?))$/i;

/** `Preop dx intertroch fx R femur`, `PROC  L lumpectomy`: announced without any mark; it ends with its line. */
const BARE_HEADING =
  /(?:(?:^|\n)[ \t]*|(?<=\. ))((?:[Pp](?:re|ost)|PRE|POST)[ -]?(?:[Oo]p|OP)(?:erative)? (?:[Dd]x|DX|[Dd]iag\w*)|(?:PRE-?OP|POST-?OP)(?![ \t]+(?:[Dd]x|DX|[Dd]iag|DIAG)))[ \t]+(?=[\w?])|(?:^|\n)[ \t]*(Dx|DX|PROCS?|Procs?|INDICATIONS?|H[xX]|I[mM][pP])[ \t]+(?=[\w?])(?!(?:notes?|codes?|room|time)\b|[^\n:]{0,40}:)/g;

/** `PROCEDURE NOTE - SPINAL CORD STIMULATOR TRIAL`: what heads the note names the operation in its own line. */
const NOTE_OF = /^(?:(?:procedure|operative|operation|surgical|op) (?:note|report)|procedure|operation)s? +-+ *(?=\S)/i;

/** `EXAM: Biliary drain exchange` at the very top of a radiologist's note names what was done. */
const NAMED_BY = /^(exam|examination|study|test)s?$/i;

interface Heading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: SectionKind;
}

/** Splits a note by its headings; text before the first one is the `lead`. Sections cover the text in order. */
export function splitSections(text: string): Section[] {
  const headings = dropOverlaps(
    [...bareHeadings(text), ...lineHeadings(text), ...insideHeadings(text)].sort((a, b) => a.start - b.start),
  );
  const first = headings[0]?.start ?? text.length;
  const sections: Section[] = [{ kind: 'lead', heading: '', start: 0, end: first }];
  let isTitled = false;
  for (const [index, heading] of headings.entries()) {
    const end = headings[index + 1]?.start ?? text.length;
    const start = heading.kind === 'other' ? heading.start : skipPunctuation(text, heading.end, end);
    const isOpening = index === 0 && text.slice(0, heading.start).trim() === '' && NAMED_BY.test(heading.text);
    const kind: SectionKind = isOpening ? 'title' : settleKind(heading.kind, text.slice(start, end), isTitled);
    isTitled ||= kind === 'title';
    const section = { kind, heading: heading.text, start, end };
    const line = heading.kind === 'title' && kind === 'body' ? titleLine(text, start, end) : undefined;
    if (line === undefined) sections.push(...cutStory(section, text));
    else sections.push({ ...section, kind: 'title', end: line }, { ...section, heading: '', start: line });
  }
  return withLostStory(
    sections.filter((section) => text.slice(section.start, section.end).trim() !== ''),
    text,
  );
}

function* lineHeadings(text: string): Generator<Heading> {
  HEADING_AT_LINE_START.lastIndex = 0;
  for (const hit of text.matchAll(HEADING_AT_LINE_START)) {
    const words = (hit[1] ?? '').trim();
    const named = NOTE_OF.exec(words)?.[0];
    if (named !== undefined) {
      const start = hit.index + hit[0].indexOf(words);
      const end = text.indexOf('\n', start);
      yield { start, end: start + named.length, text: named, kind: 'title' };
      if (end >= 0) yield { start: end, end, text: '', kind: 'other' };
      continue;
    }
    const isNumbered = hit[2] !== undefined;
    const mark = hit[3] ?? '';
    const isUpper = words === words.toUpperCase() && words.length > 2;
    const kind = kindOf(words);
    const isMarked = mark === ':' || mark === '=';
    if (isMarked && kind === undefined && (!isUpper || isNumbered || mark === '=')) continue;
    const isOpeningWord = mark === '.' && STORY_WORD.test(words);
    if (
      !isMarked &&
      (kind === undefined || (!isUpper && ((mark !== '' && !isOpeningWord) || words.split(' ').length > 4)))
    )
      continue;
    const start = hit.index + hit[0].indexOf(words);
    yield { start, end: hit.index + hit[0].length, text: words, kind: kind ?? 'other' };
  }
}

function* insideHeadings(text: string): Generator<Heading> {
  for (const hit of text.matchAll(HEADING_INSIDE)) {
    const words = (hit[1] ?? '').trim();
    const kind = kindOf(words);
    if (kind === undefined && words !== words.toUpperCase()) continue;
    yield { start: hit.index, end: hit.index + hit[0].length, text: words, kind: kind ?? 'other' };
  }
}

function* bareHeadings(text: string): Generator<Heading> {
  for (const hit of text.matchAll(BARE_HEADING)) {
    const words = hit[1] ?? hit[2] ?? '';
    const kind = kindOf(words);
    if (kind === undefined) continue;
    const start = hit.index + hit[0].indexOf(words);
    yield { start, end: hit.index + hit[0].length, text: words, kind };
    const end = text.indexOf('\n', start);
    if (end >= 0 && !/^\s*\(?[2-9][.)]/.test(text.slice(end))) yield { start: end, end, text: '', kind: 'other' };
  }
}

function dropOverlaps(headings: readonly Heading[]): Heading[] {
  const kept: Heading[] = [];
  for (const heading of headings) {
    const last = kept.at(-1);
    if (last === undefined || heading.start >= last.end) kept.push(heading);
  }
  return kept;
}

/** What a heading announces, or undefined when the words are no heading we know. */
export function kindOf(heading: string): SectionKind | undefined {
  const words = heading
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.split(' ').length > 9) return undefined;
  for (const [pattern, kind] of KINDS) {
    if (pattern.test(words) && !(kind === 'title' && NOT_TITLE.test(words))) return kind;
  }
  return undefined;
}

/** A second heading `Procedure` after the title, with sentences under it, is the story however short. */
const STARTS_LIST = /(^|\n)\s*\(?\d{1,2}[.)]\s/;

/** Under a short sentence the paragraphs of the story go on. */
const LONG_STORY = 400;

function settleKind(kind: SectionKind, content: string, isTitled: boolean): SectionKind {
  const [opening = ''] = content.split(/\n\s*\n/, 1);
  const isTold = sentenceEnds(opening) >= 2 || (content.length > LONG_STORY && /\b(was|were)\b/.test(opening));
  const isRetold = isTitled && isTold && !STARTS_LIST.test(opening);
  if (kind === 'title') return isNarrative(content, opening) || isRetold || isProse(opening) ? 'body' : 'title';
  if (kind === 'findings' && content.length > 1500) return 'body';
  if (kind === 'history' && content.length > 1500 && /\b(prepped|draped)\b/i.test(content)) return 'body';
  return kind;
}

/** `A 26-mm graft replacement of the aorta` is a title all the same: nothing in it is told as done. */
function isNarrative(content: string, opening: string): boolean {
  return NARRATIVE.test(content) && !(/^[\s,:.]*an? \d/i.test(content) && !FINITE.test(opening));
}

/** Sentences of a story have a verb, if only a short one (`Cuff lifted`); those of a title name things. */
const FINITE = /\b(was|were|is|are|had|has|been|we|i|he|she|\w{3,}ed)\b/i;

/** Long text with several finite verbs, or of several sentences that are no list, is prose. */
function isProse(content: string): boolean {
  const head = content.slice(0, 600);
  const isList = /(^|\n|\s)\(?\d{1,2}[.)] /.test(head);
  if (content.length > 250 && sentenceEnds(head) >= 2 && !isList && FINITE.test(head)) return true;
  return content.length > 350 && (head.match(/\b(was|were|had been)\b/g)?.length ?? 0) >= 3;
}

function skipPunctuation(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s,:;]/.test(text.charAt(at))) at += 1;
  return at;
}
