/** NCCI-associated modifiers that name no place: they say "separate" (NCCI Policy Manual, ch. 1, E). */
export const SEPARATE_MODIFIERS: ReadonlySet<string> = new Set(['59', 'XE', 'XS', 'XP', 'XU']);

/** Visits are told apart from the procedure by these, never by 59 (NCCI Policy Manual, ch. 1, D and E). */
export const VISIT_MODIFIERS: ReadonlySet<string> = new Set(['24', '25', '27', '57']);

/** Another operative session; 91 another run of a laboratory test. */
export const SESSION_MODIFIERS: ReadonlySet<string> = new Set(['58', '78', '79', '91']);

const ANATOMICAL = /^(E[1-4]|[FT][A1-9]|LT|RT|LC|LD|LM|RC|RI)$/;

/** Whether a modifier can open an edit of indicator 1 at all; 50, 51, 22, 52, 53, 62, 76, 77 and 80 cannot. */
export function isAssociated(modifier: string): boolean {
  return (
    SEPARATE_MODIFIERS.has(modifier) ||
    VISIT_MODIFIERS.has(modifier) ||
    SESSION_MODIFIERS.has(modifier) ||
    ANATOMICAL.test(modifier)
  );
}
