import type { CodeRecord, DrugRecord, FamilyRecord } from '../core/model/code-record.ts';
import { sectionSchema } from './schema.ts';
import { toRecords } from './to-records.ts';

/** Every drug as a code of the library, so that a claim line, a question and the rules find it. */
export function drugCodes(drugs: readonly DrugRecord[]): { families: FamilyRecord[]; codes: CodeRecord[] } {
  const codes = drugs.map((drug) => ({
    code: drug.code,
    system: 'hcpcs',
    title: titleOf(drug),
    says: `${titleOf(drug)}. ${PACKED[drug.container]}`,
    aliases: drug.names,
    ...(drug.validFrom === undefined ? {} : { validFrom: drug.validFrom }),
    ...(drug.validTo === undefined ? {} : { validTo: drug.validTo }),
    examples: { yes: [`Office note. ${doseOf(drug)} of ${drug.names.at(-1)} was injected.`] },
  }));
  return toRecords('hcpcs-drugs', sectionSchema.parse({ codes }));
}

const PACKED: Readonly<Record<DrugRecord['container'], string>> = {
  single: 'Sold in single-dose containers: what is thrown away is billed apart.',
  multiple: 'Sold in multi-dose containers: nothing thrown away is billed.',
  either: 'Sold in single-dose and multi-dose containers: the record must tell which.',
};

/** `Triamcinolone acetonide (Kenalog), each 10 mg`. */
function titleOf(drug: DrugRecord): string {
  const [generic = '', brand] = drug.names;
  const name = `${generic.charAt(0).toUpperCase()}${generic.slice(1)}${brand === undefined ? '' : ` (${brand})`}`;
  return `${name}, each ${doseOf(drug)}`;
}

function doseOf({ amount, unit }: DrugRecord): string {
  return `${amount} ${unit === 'sqcm' ? 'sq cm' : unit}`;
}
