const BEGIN = '-----BEGIN PGP SIGNED MESSAGE-----\n';
const SIGNATURE = '\n-----BEGIN PGP SIGNATURE-----';
const END = '-----END PGP SIGNATURE-----';

export interface PgpText {
  readonly text: string;
  /** The armor below it, or nothing. */
  readonly armor: string;
}

/**
 * The text of a mail without the lines of its PGP signature: it is signed, not encrypted. Dashes that were escaped are
 * their own again (RFC 9580, section 7). Found by plain search: a pattern could be made to take very long.
 */
export function withoutPgpSignature(text: string): PgpText {
  const begin = text.indexOf(BEGIN);
  const signedAt = begin === -1 ? -1 : text.indexOf('\n\n', begin + BEGIN.length - 1) + 2;
  const signature = signedAt < 2 ? -1 : text.indexOf(SIGNATURE, signedAt - 1);
  const end = signature === -1 ? -1 : text.indexOf(END, signature);
  if (end === -1) return { text, armor: '' };
  const signed = text.slice(signedAt, Math.max(signedAt, signature)).replace(/^- /gm, '');
  const written = `${text.slice(0, begin)}${signed}${text.slice(end + END.length)}`;
  return { text: written.trim(), armor: text.slice(signature + 1, end + END.length) };
}
