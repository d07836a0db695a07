import type { NoticeKind } from '../model/consultation.ts';

export interface NoticeWords {
  readonly paragraphs: readonly string[];
  readonly points: readonly string[];
  readonly after: readonly string[];
}

const WAYS_TO_SEND = [
  'the operative note as text in the mail,',
  'a forwarded mail that holds the note,',
  'a PDF with selectable text, or a DOCX.',
];

/** Short and polite: what happened, what to do. Nothing of the sender's mail is repeated, no name of a file either. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, NoticeWords>> = {
  stranger: {
    paragraphs: [
      'Thank you for writing. This address answers coding cases for registered senders only, and yours is not among them, so your mail was not coded.',
      'If you should be on the list, please ask the practice that runs this service. Please send no patient information until then.',
    ],
    points: [],
    after: ['You get this notice at most once a day.'],
  },
  confirm: {
    paragraphs: [
      'Thank you for writing again. What you sent before was answered as a sample; this one was not coded yet.',
      'For a few more answers, please show that this address is yours: reply to this mail, and what you sent is coded at once.',
    ],
    points: [],
    after: ['If you did not write to us, please ignore this mail: nothing more will come.'],
  },
  confirmed: {
    paragraphs: ['Thank you, your address is confirmed. You have a few more answers; please send your case again:'],
    points: WAYS_TO_SEND,
    after: ['For more than that, please ask the practice that runs this service to register you.'],
  },
  'limit-reached': {
    paragraphs: [
      'This mail was not coded: as many answers as one sender or one practice may have for now went out already.',
      'Please send it again tomorrow. If you need more answers, please ask the practice that runs this service.',
    ],
    points: [],
    after: ['You get this notice at most once a day.'],
  },
  'too-large': {
    paragraphs: [
      'Your mail is larger than this service accepts, so it was not opened. Please send it again without images:',
    ],
    points: WAYS_TO_SEND,
    after: [],
  },
  encrypted: {
    paragraphs: [
      'Your mail is encrypted (S/MIME, PGP or a protected file), and this service has no key to open it. Please send the case without that layer, over the connection your practice has approved:',
    ],
    points: WAYS_TO_SEND,
    after: [],
  },
  unreadable: {
    paragraphs: ['Your mail could not be opened: it is damaged or in an unusual format. Please send the case again as'],
    points: WAYS_TO_SEND,
    after: [],
  },
  'no-text': {
    paragraphs: ['No readable text was found in your mail, so nothing was coded.'],
    points: [],
    after: ['The note can be text in the mail, a forwarded mail, a PDF, a clear scan or fax, or a Word file.'],
  },
  'what-i-can-do': {
    paragraphs: ['Nothing to code was found in your mail. You can write, forward or attach:'],
    points: [
      'an operative note: you get a claim with codes, modifiers, units, diagnoses and the reason for each line;',
      'your codes above a note: "I billed 47562, 44180-59: right?"; you get them held against the note;',
      'a question about a code: "what is 32503?";',
      'a question about a pair: "can I bill 47562 with 44180?";',
      'a search: "code for apical lung tumor with chest wall resection".',
    ],
    after: ['To add a fact to a case, reply to the mail you got for it.'],
  },
};
