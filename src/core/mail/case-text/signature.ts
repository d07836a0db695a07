import { isBlank } from '../text-lines.ts';
import { isDisclaimer, isTagline } from '../verdict/footer-phrases.ts';

export interface SignedText {
  readonly text: string;
  readonly signature: string;
}

const MAX_SIGNATURE_LINES = 15;
const MAX_SIGNATURE_CHARS = 1500;
const MAX_CARD_LINES = 8;
const MAX_CARD_CHARS = 70;

const CONTACT =
  /^(?:\S+ )?(?:[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:https?:\/\/|www\.)\S+|\+?\(?\d{2,4}\)?[-. ]\d{3}[-. ]\d{3,4})\b/i;

/** RFC 3676, section 4.3, and the dashes people type instead. */
const DELIMITER = /^\s*(?:--|—|––|__+|-{2,}\s?)\s*$/;

/**
 * The sender's text without signature, taglines and disclaimers at its end. A dash line high up in a long text is a
 * rule of the note, not a signature.
 */
export function splitSignature(text: string): SignedText {
  const lines = text.trimEnd().split('\n');
  const cut = Math.min(delimiterAt(lines), taglineAt(lines), disclaimerAt(lines), contactsAt(lines));
  return {
    text: lines.slice(0, cut).join('\n').trimEnd(),
    signature: lines.slice(cut).join('\n').trim(),
  };
}

function delimiterAt(lines: readonly string[]): number {
  const first = Math.max(0, lines.length - MAX_SIGNATURE_LINES - 1);
  for (let at = first; at < lines.length; at += 1) {
    const isShort = lines.slice(at).join('\n').length <= MAX_SIGNATURE_CHARS;
    if (DELIMITER.test(lines[at] ?? '') && isShort && lines.slice(at + 1).some((line) => !isBlank(line))) return at;
  }
  return lines.length;
}

function taglineAt(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const at = isTagline((lines[last] ?? '').trim()) ? last : -1;
  if (at === -1) return lines.length;
  return DELIMITER.test(lines[at - 1] ?? '') ? at - 1 : at;
}

/** A last paragraph of short lines with an address, a phone number or a site in it is somebody's card. */
function contactsAt(lines: readonly string[]): number {
  const start = lines.findLastIndex(isBlank) + 1;
  const card = lines.slice(start);
  const isCard =
    start > 1 &&
    card.length >= 2 &&
    card.length <= MAX_CARD_LINES &&
    card.every((line) => line.length <= MAX_CARD_CHARS);
  return isCard && !card.some((line) => /[?:]\s*$/.test(line)) && card.some((line) => CONTACT.test(line))
    ? start
    : lines.length;
}

/** A disclaimer runs to the end of the mail; one that starts a mail is its text. */
function disclaimerAt(lines: readonly string[]): number {
  const at = lines.findIndex((line, index) => index > 0 && isBlank(lines[index - 1]) && isDisclaimer(line.trim()));
  return at === -1 || lines.length - at > MAX_SIGNATURE_LINES * 2 ? lines.length : at;
}
