import type { IsoDate } from '../../../core/model/ids.ts';
import type { Database } from '../database.ts';

/** Rows of one edition are asked for by these codes, as of this day. */
export interface RowQuery {
  readonly db: Database;
  readonly codes: readonly string[];
  readonly day: IsoDate;
}
