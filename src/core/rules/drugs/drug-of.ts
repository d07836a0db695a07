import { unitInTitle } from '../../drugs/title-unit.ts';
import type { DrugRecord } from '../../model/code-record.ts';
import { librarySource, type RuleContext, type Source, sourceOf } from '../rule.ts';

/** A drug of the library with its unit as the loaded HCPCS edition tells it, and where that unit comes from. */
export interface KnownDrug {
  readonly drug: DrugRecord;
  readonly source: Source;
  /** The library's unit is another than the edition's. */
  readonly isContrary: boolean;
}

/** The drug behind a code; undefined for what is no drug of our table. */
export function drugOf(code: string, context: RuleContext): KnownDrug | undefined {
  const drug = context.library.library.drugs.find((each) => each.code === code);
  if (drug === undefined) return undefined;
  const title = context.official.levelTwo?.find((row) => row.code === code)?.title;
  const told = title === undefined ? undefined : unitInTitle(title);
  if (told === undefined) return { drug, source: librarySource(context), isContrary: false };
  const isContrary = told.amount !== drug.amount || told.unit !== drug.unit;
  return { drug: { ...drug, amount: told.amount, unit: told.unit }, source: sourceOf('hcpcs', context), isContrary };
}
