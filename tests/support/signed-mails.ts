import { generateKeyPairSync } from 'node:crypto';
import { type DNSResolver, dkimSign } from 'mailauth';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PUBLIC = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const PRIVATE = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** What a domain publishes so that mails signed here are its own. */
export function keyRecord(domain: string): Readonly<Record<string, readonly string[]>> {
  return { [`case._domainkey.${domain}`]: [`v=DKIM1; k=rsa; p=${PUBLIC}`] };
}

/** The mail with a DKIM signature of this domain on top. `coveredChars`: the signature ends there. */
export async function signMail(source: string, domain: string, coveredChars?: number): Promise<string> {
  const key = {
    signingDomain: domain,
    selector: 'case',
    privateKey: PRIVATE,
    ...(coveredChars === undefined ? {} : { maxBodyLength: coveredChars }),
  };
  // Its types want the key above, its code below.
  const { signatures, errors } = await dkimSign(source, { ...key, signatureData: [key] });
  if (errors.length > 0) throw new Error('cannot sign');
  return `${signatures}${source}`;
}

export interface NameServer {
  readonly resolve: DNSResolver;
  /** Names that were asked for, in order. */
  readonly asked: readonly string[];
}

/** A name server of this process with TXT records; `broken` names do not answer. */
export function nameServer(
  records: Readonly<Record<string, readonly string[]>>,
  { broken = [] }: { readonly broken?: readonly string[] } = {},
): NameServer {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (name, type) => {
      asked.push(`${type} ${name}`);
      if (broken.includes(name)) throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' });
      const found = type === 'TXT' ? records[name] : undefined;
      if (found === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
      return found.map((text) => [text]);
    },
  };
}
