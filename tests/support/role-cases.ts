import type { CaseSettings } from '../../src/core/model/consultation.ts';
import type { Given } from './a-claim.ts';
import { REAL_LIBRARY } from './real-library.ts';

export const ANESTHESIA: Partial<CaseSettings> = { role: { value: 'anesthesia', from: 'mail' } };
export const COMMERCIAL: CaseSettings['payer'] = { value: 'commercial', plan: undefined, from: 'mail' };
export const OFFICE: CaseSettings['place'] = { value: 'office', pos: '11', from: 'mail' };

/** An anesthesia record of these lines below its heading, for a rule with the shipped library. */
export function record(...lines: readonly string[]): Given {
  return { note: ['ANESTHESIA RECORD', ...lines].join('\n'), library: REAL_LIBRARY, settings: ANESTHESIA };
}

/** The same for a commercial payer. */
export function commercialRecord(...lines: readonly string[]): Given {
  return { ...record(...lines), settings: { ...ANESTHESIA, payer: COMMERCIAL } };
}

/** An office note of these lines, for a rule with the shipped library. */
export function officeNote(...lines: readonly string[]): Given {
  return { note: ['OFFICE NOTE', ...lines].join('\n'), library: REAL_LIBRARY, settings: { place: OFFICE } };
}
