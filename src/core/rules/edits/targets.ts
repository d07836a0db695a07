import type { ClaimLine, Evidence } from '../../model/draft.ts';
import type { RuleContext } from '../rule.ts';

const TARGET_MODIFIER = /^(LT|RT|[EFT][A\d]|LC|LD|LM|RC|RI)$/;

/** NCCI-associated modifiers that name no place: they say "separate" (NCCI Policy Manual, chapter 1, E). */
export const SEPARATE_MODIFIERS: readonly string[] = ['59', 'XE', 'XS', 'XP', 'XU'];

/** Modifiers that let both codes of an indicator-1 pair be paid. */
export const BYPASS_MODIFIERS: ReadonlySet<string> = new Set([
  ...SEPARATE_MODIFIERS,
  '24',
  '25',
  '27',
  '57',
  '58',
  '78',
  '79',
  '91',
]);

const MANY_TARGETS: ReadonlySet<string> = new Set(['lesion', 'skinGroup', 'level', 'vessel']);

/** The anatomical modifiers of a line. */
export function targetModifiers(line: ClaimLine): string[] {
  return line.modifiers.filter((modifier) => TARGET_MODIFIER.test(modifier));
}

/** True when the modifiers themselves name different places. */
export function isAnotherPlace(a: ClaimLine, b: ClaimLine): boolean {
  const [placesOfA, placesOfB] = [targetModifiers(a), targetModifiers(b)];
  if (placesOfA.length === 0 || placesOfB.length === 0 || a.modifiers.includes('50') || b.modifiers.includes('50'))
    return false;
  return !placesOfA.some((place) => placesOfB.includes(place));
}

/**
 * True when the evidence tells the targets apart: things of which a patient has many (lesions, wounds, levels, vessels),
 * proven by passages that do not overlap.
 */
export function isAnotherTarget(a: ClaimLine, b: ClaimLine, { library }: RuleContext): boolean {
  if (isAnotherPlace(a, b)) return true;
  const targets = [a, b].map(({ code }) => library.find(code)?.target ?? 'unpaired');
  if (!targets.every((target) => MANY_TARGETS.has(target))) return false;
  const [one, other] = [proofOf(a), proofOf(b)];
  return one !== undefined && other !== undefined && (one.start >= other.end || other.start >= one.end);
}

/** The passage that tells the thing itself; the first quote names the procedure and may be common to all. */
function proofOf({ evidence }: ClaimLine): Evidence | undefined {
  return evidence[1] ?? evidence[0];
}
