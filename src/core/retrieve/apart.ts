import type { FamilyRecord } from '../model/code-record.ts';

/**
 * Sections whose codes never come from the words of an operation: an anesthesia code follows from the operation it
 * serves (core/anesthesia), a drug from its dose (core/drugs). No index of names or words knows them.
 */
const APART: ReadonlySet<string> = new Set(['anesthesia', 'hcpcs-drugs']);

export function isApart(family: Pick<FamilyRecord, 'section'> | undefined): boolean {
  return family !== undefined && APART.has(family.section);
}
