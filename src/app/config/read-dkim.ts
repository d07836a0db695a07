import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { DkimConfig } from './config.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** RFC 8301, section 3.2: shorter keys are not to be trusted by anybody. */
const LEAST_BITS = 1024;

export function readDkim({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY }: Settings): DkimConfig | undefined {
  if (DKIM_DOMAIN === undefined || DKIM_SELECTOR === undefined || DKIM_KEY === undefined) return undefined;
  const key = rsaKey(DKIM_KEY);
  if (key === undefined) return undefined;
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { domain: DKIM_DOMAIN, selector: DKIM_SELECTOR, key: new Secret(pem) };
}

export function dkimFaults(settings: Settings, fault: (name: string, what: string) => void): void {
  const parts = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY'] as const;
  if (parts.every((part) => settings[part] === undefined)) return;
  for (const part of parts)
    if (settings[part] === undefined) fault(part, 'DKIM needs domain, selector and key together');
  if (settings.DKIM_KEY !== undefined && rsaKey(settings.DKIM_KEY) === undefined) {
    fault('DKIM_KEY', `must be an RSA private key of at least ${LEAST_BITS} bits in PEM form`);
  }
}

/** An environment file may hold the key on one line, its line ends written as \n. */
function rsaKey(text: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(text.replaceAll('\\n', '\n'));
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= LEAST_BITS ? key : undefined;
  } catch {
    return undefined;
  }
}
