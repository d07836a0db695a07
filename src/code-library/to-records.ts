import type { z } from 'zod';
import type { ProcedureCode } from '../core/model/code.ts';
import type { CodeRecord, FamilyRecord } from '../core/model/code-record.ts';
import type { RawCode, sectionSchema } from './schema.ts';

/** A code without a family is a family of its own, so that the engine knows one mechanism only. */
export function toRecords(
  section: string,
  raw: z.output<typeof sectionSchema>,
): { families: FamilyRecord[]; codes: CodeRecord[] } {
  const families = raw.families.map(
    (family): FamilyRecord => ({
      ...family,
      section,
      alone: family.alone,
      validFrom: family.validFrom,
      validTo: family.validTo,
    }),
  );
  const byName = new Map(families.map((family) => [family.family, family]));
  const codes: CodeRecord[] = [];
  for (const record of raw.codes) {
    const family = byName.get(record.family ?? '');
    const own = family ?? ownFamily(section, record);
    if (family === undefined && record.family === undefined) families.push(own);
    codes.push({
      ...record,
      code: record.code as ProcedureCode,
      family: record.family ?? own.family,
      target: record.target ?? own.target,
      patient: { sex: record.patient.sex, ageFrom: record.patient.ageFrom, ageBelow: record.patient.ageBelow },
      alone: record.alone,
      incomplete: record.incomplete,
      payer: record.payer,
      anesthesia: record.anesthesia,
      validFrom: record.validFrom,
      validTo: record.validTo,
    });
  }
  return { families, codes };
}

function ownFamily(section: string, record: RawCode): FamilyRecord {
  return {
    family: `code-${record.code.toLowerCase()}`,
    title: record.title,
    section,
    names: record.aliases,
    needs: record.needs,
    forbids: record.forbids,
    axes: {},
    target: record.target ?? 'unpaired',
    described: record.described,
    untitled: record.untitled,
    includes: [],
    companions: [],
    brings: [],
    turns: [],
    never: [],
    alone: undefined,
    ask: [],
    validFrom: record.validFrom,
    validTo: record.validTo,
  };
}
