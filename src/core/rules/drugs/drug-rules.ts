import type { Rule } from '../rule.ts';
import { drugPlace } from './drug-place.ts';
import { drugUnits } from './drug-units.ts';
import { drugWaste } from './drug-waste.ts';
import { unclassifiedDrug } from './unclassified-drug.ts';

/** Drugs: whose they are, by which code, how many units, and what was thrown away. */
export const DRUG_RULES: readonly Rule[] = [drugPlace, unclassifiedDrug, drugUnits, drugWaste];
