import type { AddOnRow } from '../model/official.ts';

/** The list leaves it to the contractor which primary codes there are (NCCI add-on code edits, types 2 and 3). */
export const ANY_PRIMARY = 'CCCCC';

/** What the NCCI list says of one add-on: type 1 has a closed list, 2 none, 3 some that the contractor may extend. */
export interface AddOnEntry {
  readonly type: AddOnRow['type'];
  readonly primaries: readonly string[];
  readonly isOpen: boolean;
}

/** Undefined for a code that the list does not hold as an add-on. */
export function addOnEntry(code: string, addOns: readonly AddOnRow[]): AddOnEntry | undefined {
  const rows = addOns.filter(({ addOn }) => addOn === code);
  const [first] = rows;
  if (first === undefined) return undefined;
  const primaries = [...new Set(rows.map(({ primary }) => primary))];
  return { type: first.type, primaries, isOpen: first.type !== '1' || primaries.includes(ANY_PRIMARY) };
}
