import { ANY_CODE } from '../../audit/billed-claim.ts';
import { readBilled } from '../../audit/read-billed.ts';
import { senderHints } from '../../extract/case-hints.ts';
import type { AttachmentText, MailReading } from '../../model/inbound-email.ts';
import { findInnerForward } from '../forward/forwarded.ts';
import { unquote } from '../text-lines.ts';
import { trimQuotes } from '../thread/quoted.ts';
import { attachedDocuments, limitsOf } from './attached-documents.ts';
import { attachmentHeading, MAIL_HEADING } from './case-parts.ts';
import { firstHeadingAt, isLongerThanAQuestion, isNoteLike } from './note-shape.ts';

/** A mail taken apart for coding. */
export interface CaseText {
  readonly noteText: string;
  /** The sender's own words: settings ("DOS: 2025-06-02") or a question. */
  readonly senderText: string;
  /** Said in the reply; never with a file name, which may hold a patient's name. */
  readonly limits: readonly string[];
}

/** How people ask for coding, and the settings they add ("DOS: 2025-06-02"). */
const MAIL_TALK =
  /\b(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|please|pls|kindly|thanks?|thank you|regards|attached|below|can you|could you|need(?:s|ed)?|help|code[sd]?|coding|bill(?:ed|ing)?|cpt|modifiers?|claim|fee|op note)\b|\?/i;
const SETTING = /^\s*(?:dos|date of service|payer|insurance|pos|place(?: of service)?|role|age|sex|modifier)\s*[:=]/i;

/** Some eighty pages, more than any one operation fills: the engine reads no further, so that no mail keeps it long. */
const MOST_NOTE_CHARS = 200_000;
const CUT = 'The case is longer than 200,000 characters: only its beginning was read.';

/** The forwarder or sender asks in at most this many characters above a note. */
const MAX_LEAD_CHARS = 600;

/**
 * The note is the forwarded mail, the attached documents, a note in the visible text, or one in the quoted thread;
 * several of them stand one after the other under heading lines. The rest is the sender speaking.
 */
export function caseText(reading: MailReading, attachments: readonly AttachmentText[]): CaseText {
  const documents = attachedDocuments(attachments);
  const body = bodyNote(reading);
  const parts = [
    ...(body.note === '' ? [] : [{ heading: MAIL_HEADING, text: body.note }]),
    ...documents.flatMap(({ number, kind, text }) =>
      text === '' ? [] : [{ heading: attachmentHeading(number, kind), text }],
    ),
  ];
  const limits = documents.flatMap(limitsOf);
  if (parts.length === 0 && documents.length === 0) return bounded({ noteText: body.words, senderText: '', limits });
  const isSingle = parts.length === 1;
  const noteText = parts.map(({ heading, text }) => (isSingle ? text : `${heading}\n\n${text}`)).join('\n\n');
  return bounded({ noteText, senderText: body.words, limits });
}

function bounded(text: CaseText): CaseText {
  if (text.noteText.length <= MOST_NOTE_CHARS) return text;
  return { ...text, noteText: text.noteText.slice(0, MOST_NOTE_CHARS), limits: [...text.limits, CUT] };
}

function bodyNote(reading: MailReading): { readonly note: string; readonly words: string } {
  const { forwarded, visibleText, trimmedText } = reading;
  if (forwarded !== undefined && forwarded.body.trim() !== '') return innermostNote(forwarded.body.trim(), visibleText);
  if (isNoteLike(visibleText)) return splitTalk(visibleText);
  const quoted = trimmedText.split('\n').map(unquote).join('\n').trim();
  if (reading.verdict !== 'follow_up' && isNoteLike(quoted)) return { note: quoted, words: visibleText };
  return isLongerThanAQuestion(visibleText) ? splitTalk(visibleText) : { note: '', words: visibleText };
}

const MOST_FORWARDS = 4;

/**
 * The note of a mail that was forwarded once more: the words of those who passed it on are no part of it, nor is a
 * thread that is quoted below a note.
 */
function innermostNote(body: string, words: string, depth = 1): { readonly note: string; readonly words: string } {
  const inner = depth < MOST_FORWARDS ? findInnerForward(body) : undefined;
  if (inner !== undefined && inner.original.body.trim() !== '' && !isNoteLike(inner.own)) {
    const all = [words, inner.own.trim()].filter((part) => part !== '').join('\n\n');
    return innermostNote(inner.original.body.trim(), all, depth + 1);
  }
  const { visible } = trimQuotes(body);
  return { note: isNoteLike(visible) ? visible : body, words };
}

/** A note in the text of the mail, without what the sender says above and below it. */
function splitTalk(text: string): { readonly note: string; readonly words: string } {
  const { note, tail } = splitTail(text);
  const led = splitLead(note);
  return { note: led.note, words: [led.words, tail].filter((part) => part !== '').join('\n\n') };
}

/** "Please code this. DOS: ..." above the first heading of a note is the sender's, not the surgeon's. */
function splitLead(text: string): { readonly note: string; readonly words: string } {
  const at = firstHeadingAt(text) ?? 0;
  const lead = text.slice(0, at).trim();
  if (lead === '' || lead.length > MAX_LEAD_CHARS || !lead.split(/\n\s*\n/).every(isMailTalk)) {
    return splitBilled(text);
  }
  return { note: text.slice(at).trim(), words: lead };
}

/** "We billed 99214, is that right?" in the first paragraphs of a note whose headings are not known. */
function splitBilled(text: string): { readonly note: string; readonly words: string } {
  const paragraphs = text.split(/\n\s*\n/);
  const talk = paragraphs.findIndex((paragraph) => HEADED.test(paragraph) || !isMailTalk(paragraph));
  const last = paragraphs.slice(0, Math.max(0, talk)).findLastIndex(tellsBilling);
  const words = paragraphs.slice(0, last + 1);
  if (last < 0 || words.join('\n\n').length > MAX_LEAD_CHARS || !words.every(isMailTalk))
    return { note: text, words: '' };
  return {
    note: paragraphs
      .slice(last + 1)
      .join('\n\n')
      .trim(),
    words: words.join('\n\n'),
  };
}

/** A paragraph of the sender's; a bare name under it is his too, a line in capitals is a title of the note. */
function isMailTalk(paragraph: string): boolean {
  const isName = paragraph.length <= 40 && !/[:\d]|\p{Lu}{4}/u.test(paragraph);
  const isTalk = MAIL_TALK.test(paragraph) || SETTING.test(paragraph) || isName;
  return isTalk || tellsBilling(paragraph) || tellsSetting(paragraph);
}

/** "We billed 47562, 44180-59", and a list of codes without a word. */
function tellsBilling(paragraph: string): boolean {
  return paragraph.length <= MAX_LEAD_CHARS && readBilled(paragraph, ANY_CODE) !== undefined;
}

/** A part of the note, as its surgeon writes one: `CPT CODES: 47562`. */
const HEADED = /^[A-Z][A-Z /()-]{2,40}:/;
const ASKS_OR_TELLS = /\b(?:i|we|our|my|coder|biller|denied|denial|rejected|audit|right|correct)\b|\?/i;

/** "We billed 47562 and 44180-59, is that right?" below the note is the sender's as well. */
function splitTail(note: string): { readonly note: string; readonly tail: string } {
  const paragraphs = note.split(/\n\s*\n/);
  const at = paragraphs.findLastIndex(
    (paragraph) => !HEADED.test(paragraph) && ASKS_OR_TELLS.test(paragraph) && tellsBilling(paragraph),
  );
  const tail = paragraphs.slice(at).join('\n\n');
  const isTail = at > 0 && tail.length <= MAX_LEAD_CHARS && !isNoteLike(tail);
  return isTail ? { note: paragraphs.slice(0, at).join('\n\n'), tail } : { note, tail: '' };
}

const MOST_SETTING_CHARS = 120;
const DOCUMENT = /\b(?:note|report|statement|dictation|summary|record)\b|\p{Lu}{4}/u;

/** "I am the assistant, POS 24" in a line of its own; the title of a document is none. */
function tellsSetting(paragraph: string): boolean {
  if (paragraph.length > MOST_SETTING_CHARS || DOCUMENT.test(paragraph)) return false;
  const { role, place, payer } = senderHints(paragraph);
  return role !== undefined || place?.pos !== undefined || payer !== undefined;
}
