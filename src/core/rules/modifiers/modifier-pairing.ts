import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule } from '../rule.ts';
import { rankOf } from './modifier-catalogue.ts';
import { CONFLICTS } from './modifier-conflicts.ts';

/** The four places of box 24D. */
const MOST_MODIFIERS = 4;

/** No modifier contradicts another of its line, none stands twice, and they stand as payers read them: pricing first. */
export const modifierPairing: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], text: string, { code }: ClaimLine): void => {
    findings.push(finding('modifier-pairing', severity, librarySource(context), 'modifier definitions', text, [code]));
  };
  const settled = mapLines(draft, (line) => {
    let modifiers = [...new Set(line.modifiers)];
    for (const { stays, goes, because } of CONFLICTS) {
      if (!modifiers.includes(stays) || !modifiers.includes(goes)) continue;
      modifiers = modifiers.filter((modifier) => modifier !== goes);
      tell('F', `${goes} comes off ${line.code} beside ${stays}: ${because}`, line);
    }
    if (modifiers.length > MOST_MODIFIERS) {
      tell(
        'W',
        `${line.code} has ${modifiers.length} modifiers: 99 in the fourth place, the others in the remarks`,
        line,
      );
    }
    return { ...line, modifiers: modifiers.toSorted((a, b) => rankOf(a) - rankOf(b)) };
  });
  return { draft: settled, findings };
};
