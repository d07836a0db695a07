import type { Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule } from '../rule.ts';
import { isModifier, MODIFIERS } from './modifier-catalogue.ts';

const AUTHORITY = 'CPT appendix A and HCPCS Level II modifiers';
const ANESTHESIA_CODE = /^0[01]\d{3}$/;

/** Every modifier exists and belongs on a physician's claim of that kind; one that does not comes off. */
export const modifierKnown: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const known = mapLines(draft, (line) => {
    const modifiers = line.modifiers.filter((modifier) => {
      const fault = faultOf(modifier, line.code);
      if (fault === undefined) return true;
      const text = `${modifier} comes off ${line.code}: ${fault}`;
      findings.push(finding('modifier-known', 'F', librarySource(context), AUTHORITY, text, [line.code]));
      return false;
    });
    return { ...line, modifiers };
  });
  return { draft: known, findings };
};

function faultOf(modifier: string, code: string): string | undefined {
  if (!isModifier(modifier)) return 'neither CPT nor HCPCS has it';
  const kind = MODIFIERS.get(modifier)?.kind;
  if (kind === 'facility') return "it stands on a facility's claim, never on a physician's";
  if (kind === 'anesthesia' && !ANESTHESIA_CODE.test(code)) return 'it stands on an anesthesia code only';
  return undefined;
}
