import type { ColumnType, Generated } from 'kysely';
import type { OfficialKind } from '../../../core/model/official.ts';

/** A calendar day; read as text by `::text`, since a Date would bring a time zone in. */
type DayColumn = ColumnType<string | null>;

/** A loaded release of official data; its rows lie in the partition of its id. */
export interface EditionTable {
  readonly id: Generated<number>;
  readonly kind: OfficialKind;
  readonly name: string;
  readonly effective_from: DayColumn;
  readonly effective_to: DayColumn;
  readonly has_history: boolean;
  /** Loaded to be looked at; never used to check a claim. */
  readonly is_excerpt: boolean;
  readonly source_files: string;
  readonly sha256: string;
  readonly row_count: number;
  readonly loaded_at: Date;
}
