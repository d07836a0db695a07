import Dkim from 'nodemailer/lib/dkim';

/** The key that signs for a domain, published in DNS at `selector._domainkey.domain` (RFC 6376, section 3.6.2). */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** RSA, PKCS #8 in PEM form. */
  readonly privateKey: string;
}

/** The key took no signature; the mail must not leave unsigned, since its domain may promise that all are signed. */
class NotSigned extends Error {
  override name = 'NotSigned';
}

/** The mail with its DKIM-Signature on top (rsa-sha256, relaxed/relaxed). Throws when it cannot be signed. */
export async function signMail(mime: Uint8Array, { domain, selector, privateKey }: DkimKey): Promise<Uint8Array> {
  const dkim = new Dkim({ domainName: domain, keySelector: selector, privateKey });
  const chunks: Buffer[] = [];
  for await (const chunk of dkim.sign(Buffer.from(mime))) chunks.push(chunk);
  const signed = Buffer.concat(chunks);
  if (!/^DKIM-Signature:/i.test(signed.toString('latin1', 0, 20))) throw new NotSigned('The reply could not be signed');
  return signed;
}
