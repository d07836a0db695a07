import type { AuthenticationFacts, Identity } from '../model/sender.ts';
import { speaksFor } from './domains.ts';

/** Our own judgement on whether the domain of the author vouches for a mail. */
export function judgeFacts(facts: AuthenticationFacts, domain: string): Identity {
  const { dmarc, authorDomain, signatures, spf } = facts;
  if (authorDomain === '') return { proof: 'none', reason: 'the author cannot be read' };
  if (authorDomain !== domain) return { proof: 'fail', reason: 'the author is read in two ways' };
  const aligned = signatures.filter(({ isAligned }) => isAligned);
  const signed = aligned.filter(({ result }) => result === 'pass');
  const alignedSpf = spf !== undefined && speaksFor(spf.domain, domain) ? spf : undefined;
  const isSpf = alignedSpf?.result === 'pass';
  if (dmarc === 'pass' || (dmarc === 'none' && (signed.length > 0 || isSpf))) {
    // Below a signature that ends early (RFC 6376, section 8.2) stands whatever anybody added.
    if (!isSpf && signed.length > 0 && !signed.some(({ coversBody }) => coversBody)) {
      return { proof: 'fail', reason: 'the signature leaves out a part of the mail' };
    }
    return { proof: 'pass' };
  }
  const isOpen = [...aligned, ...(alignedSpf === undefined ? [] : [alignedSpf])].some(
    ({ result }) => result === 'temporary',
  );
  if (dmarc === 'temporary' || isOpen) return { proof: 'temporary', reason: 'the name servers did not answer' };
  if (dmarc === 'fail') return { proof: 'fail', reason: 'DMARC failed' };
  return { proof: 'none', reason: 'the domain of the sender publishes no policy and signs nothing' };
}
