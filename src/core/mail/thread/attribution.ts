import { isBlank, unquote } from '../text-lines.ts';

const MAX_LINES = 4;
const MAX_CHARS = 400;

/** "Wrote", as the clients of the world say it between or after the date and the name. */
const VERBS = [
  'wrote',
  'writes',
  'schrieb(?:en)?',
  'geschrieben',
  'a écrit',
  'escribi[óo]',
  'va escriure',
  'escreveu',
  'ha scritto',
  'geschreven',
  'schreef',
  'skrev',
  'skrifaði',
  'kirjoitti',
  'kirjutas',
  'napisał(?:\\(a\\)|a)?',
  'pisze',
  'napsal(?:\\(a\\)|a)?',
  'nap[ií]sal(?:\\(a\\)|a)?',
  'írta',
  'napisa(?:o|la|o/la|o\\(la\\))(?: je)?',
  'написа(?:о|ла|о/ла)?',
  'пишет',
  'писал',
  'написал(?:а|\\(-?а\\))?',
  'пише',
  'написав(?:ла|\\(ла\\))?',
  'yazdı',
  'a scris',
  'έγραψε',
  'rašė',
  'rakstīja',
  'menulis',
  'đã viết',
  'เขียน(?:ว่า)?',
  'のメール',
  'さんは書きました',
  'が書き込みました',
  '写道',
  '寫道',
  '提到',
  '님이 작성',
  '작성',
  '쓴 글',
];
const VERB = new RegExp(
  `(?<!\\p{L})(?:${VERBS.slice(0, -9).join('|')})(?!\\p{L})|(?:${VERBS.slice(-9).join('|')})`,
  'iu',
);

/** A year, a clock or a date in digits. */
const WHEN = /(?:19|20)\d{2}|\d{1,2}[:.時]\d{2}|\d{1,2}[./-] ?\d{1,2}[./-]/u;
const DAY = /(?:19|20)\d{2}|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}/u;
const CLOCK = /\d{1,2}[:.時] ?\d{2}/u;
const MAILBOX = /[<(＜] ?[^\s<>()]+@[^\s<>()]+ ?[>)＞]/u;

/** Introductions without a year or a clock. Anchored and bounded, so linear. */
const PATTERNS: readonly RegExp[] = [
  /^(?:on|at)\b.{4,300}\b(?:wrote|writes|said)\s?:$/i,
  /^(?:am|um)\b.{4,300}\bschrieb(?:en)?\b.{0,150}:$/i,
  /^le\b.{4,300}\ba écrit\s?:$/i,
  /^el\b.{4,300}\bescribi[óo]\s?:$/i,
  /^(?:em|a|no dia)\b.{4,300}\bescreveu\s?:$/i,
  /^(?:il(?: giorno)?|in data|alle|el)\b.{4,300}\bha scritto\s?:$/i,
  /^op\b.{4,300}\b(?:geschreven|schreef)\b.{0,150}:$/i,
  /^(?:den|på|d\.|the|\d).{4,300}\bskrev\b.{0,150}:$/i,
  /^(?:w dniu|dnia)\b.{4,300}\bnapisał(?:\(a\)|a)?\s?:$/iu,
  /^[^<(]{2,100}[<(][^\s<>()]+@[^\s<>()]+[>)] (?:wrote|writes):$/i,
];

/** Zoho and Outlook on phones close with the verb and dashes, or with nothing. */
const WITHOUT_COLON = /^(?:-{2,8} ?)?on\b.{10,250}[<(][^\s<>()]+@[^\s<>()]+[>)],? wrote(?: ?-{2,8})?$/i;

/** Its first line has a date, a name in quotes, an address, or one of the opening words. */
const OPENING = /[\p{N}<"«„]|^[\s>]{0,60}(?:on|am|le|el|em|il|op|den|dne|dnia|w|в|pe|în)\s/iu;
/** What no client begins the second line of an introduction with. */
const STRONG_OPENING =
  /^(?:on|am|le|el|en|em|il|op|den|dne|dňa|dnia|w dniu|pe|în|στις|vào|pada|dana|на)\s.{0,20}\d|^\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}/iu;

export interface Attribution {
  readonly text: string;
  /** First line after it. */
  readonly end: number;
}

/**
 * How a client introduces a quote, `On <date>, <name> wrote:`, if it starts exactly at this line. Clients fold it over
 * up to four lines.
 */
export function readAttribution(lines: readonly string[], start: number): Attribution | undefined {
  if (!OPENING.test((lines[start] ?? '').slice(0, MAX_CHARS))) return undefined;
  let text = '';
  for (let at = start; at < lines.length && at < start + MAX_LINES; at += 1) {
    const line = unquote(lines[at] ?? '').trim();
    if (isBlank(line)) return undefined;
    text = text === '' ? line : `${text} ${line}`;
    if (text.length > MAX_CHARS) return undefined;
    if (WITHOUT_COLON.test(text)) return { text, end: at + 1 };
    if (/[:：]$/u.test(text)) {
      const isIntroduction = introduces(text) && !startsLater(lines, start, at);
      return isIntroduction ? { text, end: at + 1 } : undefined;
    }
  }
  return undefined;
}

/** Own words that stand right above, "See you at 3." and then `On <date>, <name> wrote:`, are no part of it. */
function startsLater(lines: readonly string[], start: number, last: number): boolean {
  const below = lines.slice(start + 1, last + 1).map((line) => unquote(line).trim());
  return below.some((line, at) => STRONG_OPENING.test(line) && introduces(below.slice(at).join(' ')));
}

/** A moment and "wrote", or a day, a clock and an address, whatever the language and the order. */
function introduces(text: string): boolean {
  return (
    (VERB.test(text) && WHEN.test(text)) ||
    (MAILBOX.test(text) && DAY.test(text) && CLOCK.test(text)) ||
    PATTERNS.some((pattern) => pattern.test(text))
  );
}
