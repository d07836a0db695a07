/** Moderate sedation by the operator (CPT), and Medicare's own code for gut endoscopy. */
export const SEDATION_CODES: ReadonlySet<string> = new Set(['99151', '99152', '99153', 'G0500']);

/** Scopes of gullet, stomach, bowel and bile ducts. */
export function isGutEndoscopy(code: string): boolean {
  const isUpper = (code >= '43180' && code <= '43278') || (code >= '44360' && code <= '44408');
  return isUpper || (code >= '45300' && code <= '45398') || ['G0104', 'G0105', 'G0121', '43497'].includes(code);
}
