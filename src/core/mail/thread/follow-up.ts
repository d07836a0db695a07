import { ANY_CODE } from '../../audit/billed-claim.ts';
import { speaksOfClaim } from '../../audit/billed-words.ts';
import { agreesIn, readCorrection } from '../../audit/correction.ts';
import { readBilled } from '../../audit/read-billed.ts';
import { senderHints } from '../../extract/case-hints.ts';
import type { SenderCorrection } from '../../model/feedback.ts';
import type { MailReading } from '../../model/inbound-email.ts';
import type { CaseText } from '../case-text/case-text.ts';
import { isNoteLike, isWholeNote } from '../case-text/note-shape.ts';
import { withoutOwnQuotes } from './own-quotes.ts';

/** What a reply in the thread of a case brings. */
export type FollowUp =
  /** A note of its own: the case from now on. */
  | { readonly brings: 'note' }
  | { readonly brings: 'question'; readonly question: string }
  | {
      readonly brings: 'facts';
      /** All of it but a correction, whose codes are no claim that was billed. */
      readonly words: string;
      /** The labelled settings in it: "DOS: 2025-03-01", "age: 57". */
      readonly settings: string;
      /** What is told of the operation; empty when only settings are, or what was billed. */
      readonly clinical: string;
      /** What the sender would bill instead of our answer. */
      readonly correction?: SenderCorrection;
      /** He says that our answer was right. */
      readonly agrees?: true;
    }
  /** Thanks, or nothing. */
  | { readonly brings: 'nothing'; readonly agrees?: true };

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
/** "Thanks, Dana": the name is the sender's. */
const SIGNED =
  /^(?:[Tt]hanks?(?: you)?(?: so much| very much| again)?|[Tt]hx|(?:[Kk]ind |[Bb]est |[Ww]arm )?[Rr]egards|[Bb]est|[Ss]incerely|[Cc]heers)[\s,.!-]+(?:\p{Lu}[\p{L}.'-]*,?\s*){1,4}$/u;
/** A line of name and title: every word has a capital. */
const SIGNING = /^(?:\p{Lu}[\p{L}.'-]*,?\s*){1,6}$/u;
const MOST_SIGNING_LINES = 3;

/** Tells new facts of a case from settings, questions and thanks. Nothing is both: a question proves nothing was done. */
export function readFollowUp(reading: MailReading, { noteText }: CaseText): FollowUp {
  const isOwnText = reading.visibleText.includes(noteText);
  if (isOwnText ? isWholeNote(noteText) : isNoteLike(noteText)) return { brings: 'note' };
  const visibleText = withoutOwnQuotes(reading.visibleText);
  const told = isOwnText ? visibleText : `${visibleText}\n${noteText}`;
  const { words, correction, agrees } = withoutFeedback(told);
  const settings: string[] = [];
  const questions: string[] = [];
  const clinical: string[] = [];
  const isAudit = readBilled(words, ANY_CODE) !== undefined;
  for (const line of withoutClosing(words.split('\n'))) {
    const facts: string[] = [];
    for (const piece of piecesOf(line)) {
      if (isCourtesy(piece) || (isAudit && isAboutClaim(piece))) continue;
      (isSetting(piece) ? settings : /\?\s*$/.test(piece) ? questions : facts).push(piece);
    }
    if (facts.length > 0) clinical.push(facts.join(' '));
  }
  const feedback = { ...(correction && { correction }), ...(agrees && { agrees }) };
  if (settings.length > 0 || clinical.length > 0 || isAudit || correction !== undefined) {
    return { brings: 'facts', words, settings: settings.join('\n'), clinical: clinical.join('\n'), ...feedback };
  }
  if (questions.length > 0) return { brings: 'question', question: questions.join(' ') };
  return { brings: 'nothing', ...(agrees && { agrees }) };
}

function isCourtesy(piece: string): boolean {
  return COURTESY.test(piece) || SIGNED.test(piece);
}

function piecesOf(line: string): string[] {
  return line
    .replace(GREETING, '')
    .split(PIECE_END)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

interface WithoutFeedback {
  readonly words: string;
  readonly correction: SenderCorrection | undefined;
  readonly agrees: true | undefined;
}

/** Takes out what the sender says of our answer; the reason of a correction ("because ...") stays as a fact. */
function withoutFeedback(told: string): WithoutFeedback {
  const given: SenderCorrection['given'][number][] = [];
  const against: string[] = [];
  let agrees: true | undefined;
  const lines = told.split('\n').map((line) => {
    const pieces = piecesOf(line);
    const kept = pieces.flatMap((piece) => {
      if (agreesIn(piece)) {
        agrees = true;
        return [];
      }
      const read = readCorrection(piece);
      if (read === undefined) return [piece];
      given.push(...read.given);
      against.push(...read.against);
      return read.rest === '' ? [] : [read.rest];
    });
    return kept.join() === pieces.join() ? line : kept.join(' ');
  });
  if (given.length + against.length === 0) {
    return { words: agrees === undefined ? told : lines.join('\n'), correction: undefined, agrees };
  }
  // "You are right" beside a correction agrees with nothing in particular.
  return { words: lines.join('\n').trim(), correction: { given, against }, agrees: undefined };
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
  const closing = written.findLastIndex(isCourtesy);
  const under = written.slice(closing + 1);
  const isClosing = closing >= 0 && under.length <= MOST_SIGNING_LINES && under.every((line) => SIGNING.test(line));
  return isClosing ? written.slice(0, closing) : written;
}
