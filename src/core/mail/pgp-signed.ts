/** RFC 9580, section 7: the text between these lines is signed, not encrypted. */
const SIGNED =
  /^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z]+: [^\n]*\n)*\s*\n([\s\S]*?)\n(-----BEGIN PGP SIGNATURE-----[\s\S]*?-----END PGP SIGNATURE-----)/m;

export interface SignedText {
  readonly text: string;
  /** The armor below it, or nothing. */
  readonly armor: string;
}

/** The text of a mail without the lines of its PGP signature, its dashes unescaped (RFC 9580, section 7.2). */
export function withoutPgpSignature(text: string): SignedText {
  if (!text.includes('-----BEGIN PGP SIGNED MESSAGE-----')) return { text, armor: '' };
  const match = SIGNED.exec(text);
  if (match === null) return { text, armor: '' };
  const [whole, signed = '', armor = ''] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + whole.length);
  return { text: `${before}${signed.replace(/^- /gm, '')}${after}`.trim(), armor };
}
