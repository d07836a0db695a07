import type { OfficialKind } from '../../core/model/official.ts';
import type { Period } from './period.ts';
import type { OfficialRow } from './source-record.ts';
import type { Layout } from './table-layout.ts';

/** What is known of a file when its period is asked for. */
export interface Naming {
  /** The member and the files around it, innermost first, e.g. `PPRRVU2025_Oct.csv`, `rvu25d.zip`. */
  readonly names: readonly string[];
  /** The beginning of its text. */
  readonly head: string;
}

/** A kind of official file: how it is recognized, read and dated. */
export interface FileKind {
  readonly kind: OfficialKind;
  /** What its editions are called, before the period. */
  readonly title: string;
  /** What a row holds, in the order of the rows: the columns of its table. */
  readonly columns: readonly string[];
  /** A whole file has at least so many rows; one with fewer is cut, or an excerpt. */
  readonly wholeRows: number;
  readonly layouts: readonly Layout[];
  readonly xml?: XmlLayout;
  period(naming: Naming): Period;
  /** The part of an edition that comes in several files (NCCI `f1` to `f4`). */
  part?(naming: Naming): string | undefined;
  /** The rows carry their own dates (see Edition.hasHistory). */
  hasHistory?(naming: Naming): boolean;
  /** Of several files of this kind in one zip, one with a higher rank is read instead. */
  rank?(name: string): number;
}

export interface XmlLayout {
  /** Whether a document that begins so is of this kind. */
  fits(head: string): boolean;
  read(bytes: AsyncIterable<Uint8Array>, file: string): AsyncIterable<readonly OfficialRow[]>;
}
