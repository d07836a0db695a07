import type { DrugRecord, DrugUnit } from '../core/model/code-record.ts';
import { isoDate } from '../core/model/ids.ts';

const UNITS: readonly DrugUnit[] = ['mg', 'mcg', 'g', 'unit', 'ml', 'sqcm', 'dose', 'meq', 'mci'];
const CONTAINERS = ['single', 'multiple', 'either'] as const;

export const DRUG_FORMAT = 'code, tab, amount unit, tab, container, tab, names[, tab, from..to]';

/** One line of hcpcs/drugs.tsv. Undefined when it does not keep the format. */
export function readDrug(line: string): DrugRecord | undefined {
  const [code = '', measure = '', packing = '', names = '', valid = ''] = line.split('\t');
  const [amount = '', unitName = ''] = measure.split(' ');
  const unit = UNITS.find((known) => known === unitName);
  const container = CONTAINERS.find((known) => known === packing);
  const [from = '', to = ''] = valid.split('..');
  const size = Number(amount);
  if (!/^[A-Z]\d{4}$/.test(code) || !(size > 0) || unit === undefined || container === undefined || names === '') {
    return undefined;
  }
  return {
    code,
    amount: size,
    unit,
    container,
    names: names.split(';').map((name) => name.trim()),
    validFrom: isoDate(from),
    validTo: isoDate(to),
  };
}
