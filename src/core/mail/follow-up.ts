import { ANY_CODE } from '../audit/billed-claim.ts';
import { speaksOfClaim } from '../audit/billed-words.ts';
import { readBilled } from '../audit/read-billed.ts';
import { senderHints } from '../extract/case-hints.ts';
import type { MailReading } from '../model/inbound-email.ts';
import type { CaseText } from './case-text.ts';
import { isNoteLike, isWholeNote } from './note-shape.ts';

/** What a reply in the thread of a case brings. */
export type FollowUp =
  /** A note of its own: the case from now on. */
  | { readonly brings: 'note' }
  | { readonly brings: 'question'; readonly question: string }
  | {
      readonly brings: 'facts';
      /** All of it. */
      readonly words: string;
      /** The labelled settings in it: "DOS: 2025-03-01", "age: 57". */
      readonly settings: string;
      /** What is told of the operation; empty when only settings are, or what was billed. */
      readonly clinical: string;
    }
  /** Thanks, or nothing. */
  | { readonly brings: 'nothing' };

const SETTING =
  /^\W{0,3}(?:dos|date of (?:service|surgery|operation|procedure)|(?:service|surgery) date|payer|insurance|pos|place(?: of service)?|role|prior(?: (?:operation|surgery|procedure))?|age|sex|gender)\b\W{0,2}(?:[:=]|is\b|was\b)/i;
/** A setting may follow another one, or a fact, after a comma. */
const PIECE_END = new RegExp(`(?<=[.!?;])\\s+|,\\s*(?=${SETTING.source.slice(1)})`, 'i');
/** A setting in free words ("done in our ASC", "I am the assistant") is short and tells no deed of the operation. */
const MOST_SETTING_WORDS = 14;
const DEED =
  /\b(?:did|performed|placed|put|removed|repaired|injected|excised|resected|divided|opened|closed|exposed|harvested|reduced|biopsied|drained|dissected|released|took|sutured|retracted|held|helped)\b/i;
const WHOLE_CASE = /\b(?:it|this|that|surgery|procedure|operation|case) (?:was |is )?(?:done|performed)\b/i;
const GREETING =
  /^(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]ood (?:morning|afternoon|evening|day))(?: (?:\p{Lu}[\p{L}.'-]*|all|team|there)){0,3}\s*(?:[,!:-]+\s*|$)/u;
const COURTESY =
  /^(?:(?:(?:many |big )?(?:thanks?(?: you)?|thx)(?: so much| very much| a lot| again)?(?: for [\w ]{1,40})?|(?:kind |best |warm )?regards|best(?: wishes)?|sincerely|cheers|got it|ok(?:ay)?|perfect|great|will do)\b[\s,.!]*)+$/i;
/** A line of name and title: every word has a capital. */
const SIGNING = /^(?:\p{Lu}[\p{L}.'-]*,?\s*){1,6}$/u;
const MOST_SIGNING_LINES = 3;

/** Tells new facts of a case from settings, questions and thanks. Nothing is both: a question proves nothing was done. */
export function readFollowUp(reading: MailReading, { noteText }: CaseText): FollowUp {
  const { visibleText } = reading;
  const isOwnText = visibleText.includes(noteText);
  if (isOwnText ? isWholeNote(noteText) : isNoteLike(noteText)) return { brings: 'note' };
  const words = isOwnText ? visibleText : `${visibleText}\n${noteText}`;

  const settings: string[] = [];
  const questions: string[] = [];
  const clinical: string[] = [];
  const isAudit = readBilled(words, ANY_CODE) !== undefined;
  for (const line of withoutClosing(words.split('\n'))) {
    const told: string[] = [];
    for (const piece of line.replace(GREETING, '').split(PIECE_END)) {
      if (piece.trim() === '' || COURTESY.test(piece.trim()) || (isAudit && isAboutClaim(piece))) continue;
      (isSetting(piece) ? settings : /\?\s*$/.test(piece) ? questions : told).push(piece.trim());
    }
    if (told.length > 0) clinical.push(told.join(' '));
  }
  if (settings.length > 0 || clinical.length > 0 || isAudit) {
    return { brings: 'facts', words, settings: settings.join('\n'), clinical: clinical.join('\n') };
  }
  return questions.length > 0 ? { brings: 'question', question: questions.join(' ') } : { brings: 'nothing' };
}

/** "We billed 47562", a line of codes, "is that right?": of the claim, and no fact of the operation. */
function isAboutClaim(piece: string): boolean {
  return readBilled(piece, ANY_CODE) !== undefined || speaksOfClaim(piece);
}

/** A question may tell the role ("Can you code this for the assistant?"); a payer in it is only asked about. */
function isSetting(piece: string): boolean {
  if (SETTING.test(piece)) return true;
  const isLong = piece.trim().split(/\s+/).length > MOST_SETTING_WORDS;
  if (isLong || DEED.test(piece.replace(WHOLE_CASE, ''))) return false;
  const { role, place, payer } = senderHints(piece);
  return role !== undefined || (!/\?\s*$/.test(piece) && (place !== undefined || payer !== undefined));
}

/** The name under the thanks is the sender's, not the case's. */
function withoutClosing(lines: readonly string[]): readonly string[] {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  const closing = written.findLastIndex((line) => COURTESY.test(line));
  const under = written.slice(closing + 1);
  const isClosing = closing >= 0 && under.length <= MOST_SIGNING_LINES && under.every((line) => SIGNING.test(line));
  return isClosing ? written.slice(0, closing) : written;
}
