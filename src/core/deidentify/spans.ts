import type { IdentifierKind } from '../model/deidentified-note.ts';

/** A stretch of the text that holds an identifier: `text.slice(start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: IdentifierKind;
}

const PLACEHOLDERS: Readonly<Record<IdentifierKind, string>> = {
  name: '[NAME]',
  date: '[DATE]',
  'age-over-89': '[AGE 90+]',
  address: '[ADDRESS]',
  phone: '[PHONE]',
  email: '[EMAIL]',
  'record-number': '[MRN]',
  'account-number': '[ACCOUNT]',
  facility: '[FACILITY]',
  url: '[URL]',
};

const STANDING_PLACEHOLDER = /\[(?:NAME|DATE|AGE 90\+|ADDRESS|PHONE|EMAIL|MRN|ACCOUNT|FACILITY|URL)\]/g;

/** Placeholders that stand already: a second pass changes nothing. */
function standingPlaceholders(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(STANDING_PLACEHOLDER)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
}

/** All spans of a pattern, of group 1 when it has one (the pattern then carries the `d` flag). */
export function spansOf(text: string, pattern: RegExp, kind: IdentifierKind): Span[] {
  return [...text.matchAll(pattern)].map((hit) => {
    const [start, end] = hit.indices?.[1] ?? [hit.index, hit.index + hit[0].length];
    return { start, end, kind };
  });
}

export interface Masked {
  readonly text: string;
  readonly counts: Partial<Record<IdentifierKind, number>>;
}

/**
 * Replaces the spans by their placeholders. Earlier spans of the list win where two overlap; what the
 * later one covers beyond is masked too. Line breaks always stay.
 */
export function maskSpans(text: string, spans: readonly Span[]): Masked {
  const owner = new Int32Array(text.length).fill(-1);
  for (const { start, end } of standingPlaceholders(text)) owner.fill(-2, start, end);
  for (const [index, span] of spans.entries()) {
    for (let at = span.start; at < span.end; at++) if (owner[at] === -1) owner[at] = index;
  }
  const counts: Partial<Record<IdentifierKind, number>> = {};
  let masked = '';
  for (let at = 0; at < text.length; ) {
    const index = owner[at] ?? -1;
    let end = at + 1;
    while (end < text.length && owner[end] === index && text[end] !== '\n') end++;
    const piece = text.slice(at, end);
    const span = spans[index];
    if (span === undefined || !/[\p{L}\p{N}]/u.test(piece)) masked += piece;
    else {
      masked += (piece.match(/^\s+/)?.[0] ?? '') + PLACEHOLDERS[span.kind] + (piece.match(/\s+$/)?.[0] ?? '');
      counts[span.kind] = (counts[span.kind] ?? 0) + 1;
    }
    at = end;
  }
  return { text: masked, counts };
}
