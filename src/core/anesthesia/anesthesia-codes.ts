import { isAnesthesiaCode } from '../model/code.ts';

/** Counted by something else than minutes: a day of catheter care, a share of burnt skin. */
const NOT_TIMED: ReadonlySet<string> = new Set(['01953', '01996']);

/** Billed by its minutes (Medicare Claims Processing Manual, chapter 12, section 50). */
export function isTimed(code: string): boolean {
  return isAnesthesiaCode(code) && !NOT_TIMED.has(code);
}

/** Codes that stand beside another anesthesia code of the same session (CPT). */
export const BESIDE_ANESTHESIA: ReadonlySet<string> = new Set(['01953', '01968', '01969', '01996']);

/** Circumstances that raise the risk: age, cold, low pressure, emergency (CPT). */
export const CIRCUMSTANCES: ReadonlySet<string> = new Set(['99100', '99116', '99135', '99140']);

/** Codes whose own words already hold the young age (CPT: no 99100 beside them). */
export const AGE_INSIDE: ReadonlySet<string> = new Set(['00326', '00561', '00834', '00836']);

/** The modifiers that tell who gave the anesthetic and set its price. */
export const DIRECTION: readonly string[] = ['AA', 'AD', 'QK', 'QX', 'QY', 'QZ'];

/** Modifiers that tell of monitored anesthesia care, without a price. */
export const MONITORED: readonly string[] = ['QS', 'G8', 'G9'];

export const PHYSICAL_STATUS: readonly string[] = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'];

/** Nerve blocks, and needles or catheters at the spine. */
export function isBlock(code: string): boolean {
  return (code >= '64400' && code <= '64489') || (code >= '64505' && code <= '64530') || /^6232[0-7]$/.test(code);
}

/** A scope in the gullet that pictures the heart. */
export function isHeartScope(code: string): boolean {
  return code >= '93312' && code <= '93317';
}

/** What an anesthesiologist bills beside the anesthetic: lines in arteries and central veins, a lung artery catheter, the heart scope. */
export function isMonitoringLine(code: string): boolean {
  return ['36555', '36556', '36620', '36625', '93503'].includes(code) || isHeartScope(code);
}
