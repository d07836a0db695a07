import type { Alone, CodeRecord, FamilyRecord } from '../model/code-record.ts';
import { isApart } from './apart.ts';

interface Billed {
  readonly record: Pick<CodeRecord, 'code' | 'role' | 'alone' | 'never'>;
  readonly family: Pick<FamilyRecord, 'family' | 'section' | 'alone' | 'never'>;
}

/**
 * Why a line is part of another one, if its record stands only alone and the other is an operation of a section it
 * belongs to. Two lines that both stand only alone are left to `never`.
 */
export function partOf(line: Billed, other: Billed): Alone | undefined {
  const rule = line.record.alone ?? line.family.alone;
  if (rule === undefined || other.record.role === 'addOn' || other.family.family === line.family.family)
    return undefined;
  if (rule.except.includes(other.family.family)) return undefined;
  // An anesthetic or a drug is no operation of which anything is part.
  if (isApart(other.family)) return undefined;
  if ((other.record.alone ?? other.family.alone) !== undefined) return undefined;
  const isBeside = rule.beside.some((section) => section === 'any' || other.family.section.startsWith(section));
  return isBeside ? rule : undefined;
}
