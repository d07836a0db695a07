import { isTimed } from '../anesthesia/anesthesia-codes.ts';
import type { CodeRecord } from '../model/code-record.ts';
import type { CodeCard } from '../model/consultation.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';

/** One code in our own words: what it is, what tells it from its neighbours, and how it is counted. */
export function cardOf(record: CodeRecord, library: EngineLibrary): CodeCard {
  const parents = record.parents.map((code) => {
    const parent = library.find(code);
    return parent === undefined ? code : `${code} (${parent.title})`;
  });
  const { patient, count, validFrom, validTo } = record;
  const facts = [
    record.role === 'addOn'
      ? `Add-on: only beside ${parents.length > 0 ? parents.join('; ') : 'its parent code'}.`
      : '',
    record.target === 'paired' ? 'Paired organ: RT, LT, or 50 for both sides.' : '',
    record.anesthesia === undefined
      ? ''
      : `${record.anesthesia.baseUnits} base units${isTimed(record.code) ? '; billed by the minute' : ''}.`,
    count.rule === 'one' ? '' : `Counted per ${count.of}${count.cap === undefined ? '' : `, at most ${count.cap}`}.`,
    patient.sex === undefined ? '' : `For ${patient.sex} patients.`,
    patient.ageFrom === undefined ? '' : `From ${patient.ageFrom} years of age.`,
    patient.ageBelow === undefined ? '' : `Below ${patient.ageBelow} years of age.`,
    record.payer === undefined ? '' : `Payer: ${record.payer.replace(/\.$/, '')}.`,
    validFrom === undefined ? '' : `Valid from ${validFrom}.`,
    validTo === undefined
      ? ''
      : `Ended ${validTo}${record.replacedBy.length > 0 ? `; now ${record.replacedBy.join(', ')}` : ''}.`,
  ];
  return {
    code: record.code,
    title: record.title,
    says: record.says.trim(),
    neighbours: record.notThis,
    facts: facts.filter((fact) => fact !== ''),
  };
}
