/** One record of a text file or sheet: the cells of one row. */
export interface SourceRecord {
  /** Where it begins; 1 is the first line. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Records in batches: one promise for thousands of rows instead of one each. */
export type RecordStream = AsyncIterable<readonly SourceRecord[]>;

/** One row to load: a value for each column of its kind; undefined is an SQL null. */
export type OfficialRow = readonly (string | undefined)[];
