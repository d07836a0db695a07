import type { ColumnType } from 'kysely';

/** A nullable jsonb column: read parsed, written as text made by `toJson`. */
export type JsonColumn<T> = ColumnType<T | null, string | undefined, string | null>;

/**
 * JSON that jsonb accepts: NUL and lone surrogates become U+FFFD, one unit for one, so that offsets into a
 * text stay true.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\ufffd') : part,
  );
}
