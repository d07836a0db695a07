import { unitsGiven, unitsWasted } from '../../drugs/billing-units.ts';
import { amountWords } from '../../drugs/draft-drugs.ts';
import { type Dose, readDoses } from '../../drugs/read-doses.ts';
import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, mapLines, type Rule } from '../rule.ts';
import { DRUG_MANUAL } from './claim-manual.ts';
import { drugOf, type KnownDrug } from './drug-of.ts';

/** Units are the dose divided by the unit of the code, rounded up; milligrams are never units, and waste has its own line. */
export const drugUnits: Rule = (draft, context) => {
  const doses = readDoses(context.extract, context.library, context.settings.dateOfService.value);
  const findings: Finding[] = [];
  let isChecked = false;
  const counted = mapLines(draft, (line) => {
    const known = drugOf(line.code, context);
    const dose = doses.find(({ drug }) => drug.code === line.code);
    const right = known === undefined || dose?.given === undefined ? undefined : unitsOf(line, dose, known);
    if (known === undefined || dose === undefined || right === undefined) return line;
    isChecked = true;
    if (right === line.units) return line;
    const text = `${line.code}: ${line.units} ${wrong(line, dose, known)}; ${amountWords(dose.given ?? 0, dose)} at ${amountWords(known.drug.amount, known)} a unit make ${right}`;
    findings.push(finding('drug-units', 'F', known.source, DRUG_MANUAL, text, [line.code]));
    return { ...line, units: right };
  });
  const contrary = draft.lines.flatMap(({ code }) => {
    const known = drugOf(code, context);
    return known?.isContrary === true ? [contraryUnit(code, known)] : [];
  });
  const [first] = draft.lines.flatMap(({ code }) => drugOf(code, context) ?? []);
  const clear =
    isChecked && findings.length === 0 && first !== undefined
      ? [finding('drug-units', 'I', first.source, DRUG_MANUAL, 'drug units agree with the doses')]
      : [];
  return { draft: counted, findings: [...findings, ...contrary, ...clear] };
};

function unitsOf({ modifiers }: ClaimLine, { given, wasted }: Dose, { drug }: KnownDrug): number | undefined {
  if (given === undefined) return undefined;
  if (!modifiers.includes('JW')) return unitsGiven(drug, given);
  return wasted === undefined ? undefined : unitsWasted(drug, given, wasted) || undefined;
}

function wrong({ units, modifiers }: ClaimLine, { given = 0, wasted = 0 }: Dose, { drug }: KnownDrug): string {
  const told = modifiers.includes('JW') ? wasted : given;
  if (units === Math.round(told) && drug.amount !== 1) return `is the number of ${drug.unit}, not of units`;
  return units === unitsGiven(drug, given + wasted) ? 'holds the waste as well' : 'units billed';
}

function contraryUnit(code: string, { drug, source }: KnownDrug): Finding {
  const text = `${code}: the loaded edition has another unit (${amountWords(drug.amount, { drug })}) than our table`;
  return finding('drug-units', 'W', source, DRUG_MANUAL, text, [code]);
}
