import type { EngineLibrary } from '../retrieve/engine-library.ts';

/** A drug of our table, or any other code of the drug sections of HCPCS Level II. */
export function isDrugCode(code: string, { library }: EngineLibrary): boolean {
  return /^J\d{4}$/.test(code) || library.drugs.some((drug) => drug.code === code);
}
