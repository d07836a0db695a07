/** Where Medicare tells how anesthesia is billed. */
export const CLAIMS_MANUAL = 'Medicare Claims Processing Manual, chapter 12, section 50';
/** What the surgeon's own anesthesia and blocks are part of. */
export const NCCI_ANESTHESIA = 'NCCI Policy Manual, chapter 2';
