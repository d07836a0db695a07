import { claimOf, lineOf, quote } from './a-claim.ts';
import { editsOf, pairOf } from './a-pair.ts';

/** Two acts in the colon: in two places, in one, and where the second was is not told. */
export const SCOPE =
  'PROCEDURE: Colonoscopy.\nTECHNIQUE: A polyp in the transverse colon was removed by snare. Biopsies were taken in the sigmoid colon.';
export const SAME_PLACE =
  'PROCEDURE: Colonoscopy.\nTECHNIQUE: A polyp in the sigmoid colon was removed by snare. Biopsies were taken of the same polyp.';
export const OPEN =
  'PROCEDURE: Colonoscopy to the cecum.\nTECHNIQUE: A polyp of the sigmoid colon was removed by snare. The scope was moved on. The mucosa was seen. Nothing else was there. We went on. Biopsies were taken.';
export const scope = (note: string, modifiers: string[] = []) =>
  claimOf([
    lineOf('45385', { evidence: [quote('removed by snare', note)] }),
    lineOf('45380', { modifiers, evidence: [quote('Biopsies were taken', note)] }),
  ]);
export const polyps = editsOf(pairOf('45385', '45380', '1', { rationale: 'More extensive procedure' }));
