/** A type that only its maker can produce: the value is plain, the name is checked by the compiler. */
export type Branded<T, Name extends string> = T & { readonly __brand: Name };

/** Primary key of the work on one mail; all that a queue job carries. */
export type ConsultationId = Branded<string, 'ConsultationId'>;

/** What the sender sees and quotes back, e.g. `CC-7F3K2`. */
export type CaseKey = Branded<string, 'CaseKey'>;

/** Calendar date, `YYYY-MM-DD`. */
export type IsoDate = Branded<string, 'IsoDate'>;

/** Returns the date when the text is a real calendar date `YYYY-MM-DD`, else undefined. */
export function isoDate(text: string): IsoDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as IsoDate) : undefined;
}
