import { z } from 'zod';
import type { AnesthesiaFacts, ServedOperations } from '../core/model/code-record.ts';

const number = z.string().regex(/^\d+$/, 'a whole number').transform(Number);
const cues = z.array(z.string().trim().min(1)).default([]);

/** `47562-47579` or `47562`. */
const range = z.string().transform((value, context) => {
  const read = /^([0-9A-Z]\d{3}[0-9A-Z])(?:-([0-9A-Z]\d{3}[0-9A-Z]))?$/.exec(value);
  if (read?.[1] !== undefined) return { from: read[1], to: read[2] ?? read[1] };
  context.addIssue('a code, or first-last');
  return z.NEVER;
});

const served = z.union([
  range.transform((one): ServedOperations[] => [
    { ...one, cues: [], unless: [], anywhere: [], ageFrom: undefined, ageBelow: undefined },
  ]),
  z
    .strictObject({
      codes: z.array(range).min(1),
      cues,
      unless: cues,
      anywhere: cues,
      ageFrom: number.optional(),
      ageBelow: number.optional(),
    })
    .transform(({ codes, ageFrom, ageBelow, ...words }): ServedOperations[] =>
      codes.map((one) => ({ ...one, ...words, ageFrom, ageBelow })),
    ),
]);

/** What an anesthesia code is worth and which operations it serves (README.md). */
export const anesthesia = z
  .strictObject({ baseUnits: number, serves: z.array(served).default([]) })
  .transform(({ baseUnits, serves }): AnesthesiaFacts => ({ baseUnits, serves: serves.flat() }));
