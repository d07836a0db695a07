/** Where Medicare tells how drugs are billed and what is thrown away. */
export const DRUG_MANUAL = 'Medicare Claims Processing Manual, chapter 17';
