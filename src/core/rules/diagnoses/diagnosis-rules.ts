import type { Rule } from '../rule.ts';
import { diagnosesValid } from './diagnoses-valid.ts';

/** The diagnoses of the claim and where they point. */
export const DIAGNOSIS_RULES: readonly Rule[] = [diagnosesValid];
