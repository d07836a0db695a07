import { isBlank, unquote } from './text-lines.ts';

const MAX_LINES = 4;
const MAX_CHARS = 400;

/** How clients introduce a quote: `On <date>, <name> wrote:` in the main languages. Anchored and bounded, so linear. */
const PATTERNS: readonly RegExp[] = [
  /^(?:on|at)\b.{4,300}\b(?:wrote|writes|said)\s?:$/i,
  /^(?:am|um)\b.{4,300}\bschrieb(?:en)?\b.{0,150}:$/i,
  /^.{3,200}\bschrieb am\b.{4,150}:$/i,
  /^le\b.{4,300}\ba écrit\s?:$/i,
  /^el\b.{4,300}\bescribi[óo]\s?:$/i,
  /^(?:em|a|no dia)\b.{4,300}\bescreveu\s?:$/i,
  /^(?:il(?: giorno)?|in data|alle|el)\b.{4,300}\bha scritto\s?:$/i,
  /^op\b.{4,300}\b(?:geschreven|schreef)\b.{0,150}:$/i,
  /^(?:den|på|d\.|the|\d).{4,300}\bskrev\b.{0,150}:$/i,
  /^.{3,200}\bskrev følgende den\b.{4,100}:$/i,
  /^.{3,300}\bkirjoitti\b.{0,150}:$/i,
  /^(?:w dniu|dnia)\b.{4,300}\bnapisał(?:\(a\)|a)?\s?:$/iu,
  /^.{4,300}\bnapisał\(a\)\s?:$/iu,
  /^dne\b.{4,300}\bnapsal(?:\(a\)|a)?\s?:$/i,
  /^(?:dňa )?.{4,300}\bnapísal(?:\(a\)|a)?\s?:$/iu,
  /^.{4,300}\bpoužívateľ .{3,200}\bnapísal\s?:$/iu,
  /^.{4,300}ezt írta\b.{0,100}:$/iu,
  /^.{4,300}\bnapisao(?:\/la)? je\s?:$/i,
  /^.{4,300}(?:пишет|написал(?:а|\(а\))?|писал)\s?:$/iu,
  /^.{4,300}(?:пише|написав(?:ла|\(ла\))?)\s?:$/iu,
  /^.{4,300}(?:şunu yazdı|tarihinde yazdı|yazdı)\s?:$/iu,
  /^(?:pe|în|in)\b.{4,300}\ba scris\s?:$/iu,
  /^(?:στις|την)\b.{4,300}έγραψε\s?:$/iu,
  /^.{4,300}(?:のメール|さんは書きました|が書き込みました)\s?[:：]$/u,
  /^.{4,300}(?:写道|寫道)\s?[:：]$/u,
  /^.{4,300}님이 작성\s?:$/u,
  // Gmail in several languages: date, time and mailbox without a verb.
  /^.{0,60}\d.{0,60}\d{1,2}[:.時]\d{2}.{1,200}< ?[^\s<>]+@[^\s<>]+>\s?[:：]$/u,
];

/** Its first line has a date, a name in quotes, an address, or one of the opening words. */
const OPENING = /[\p{N}<"«„]|^[\s>]{0,60}(?:on|am|le|el|em|il|op|den|dne|dnia|w|в|pe|în)\s/iu;

export interface Attribution {
  readonly text: string;
  /** First line after it. */
  readonly end: number;
}

/** An attribution that starts exactly at this line; clients fold it over up to four lines. */
export function readAttribution(lines: readonly string[], start: number): Attribution | undefined {
  if (!OPENING.test((lines[start] ?? '').slice(0, MAX_CHARS))) return undefined;
  let text = '';
  for (let at = start; at < lines.length && at < start + MAX_LINES; at += 1) {
    const line = unquote(lines[at] ?? '').trim();
    if (isBlank(line)) return undefined;
    text = text === '' ? line : `${text} ${line}`;
    if (text.length > MAX_CHARS) return undefined;
    if (/[:：]$/.test(text)) {
      const candidate = text;
      return PATTERNS.some((pattern) => pattern.test(candidate)) ? { text, end: at + 1 } : undefined;
    }
  }
  return undefined;
}
