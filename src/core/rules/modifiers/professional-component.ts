import type { Finding } from '../../model/draft.ts';
import { feeOf, finding, mapLines, type Rule, sourceOf } from '../rule.ts';

/** Diagnostic tests with a professional and a technical part (PC/TC indicator 1): in a facility the physician bills 26. */
export const professionalComponent: Rule = (draft, context) => {
  if (context.settings.place.value !== 'facility') return { draft, findings: [] };
  const source = sourceOf('pfs', context);
  const findings: Finding[] = [];
  const settled = mapLines(draft, (line) => {
    const isSplit = feeOf(line.code, context)?.pcTc === '1';
    if (!isSplit || line.modifiers.includes('26') || line.modifiers.includes('TC')) return line;
    const text = `${line.code} in a facility: professional component only`;
    findings.push(finding('professional-component', 'I', source, 'fee schedule, PC/TC indicator', text, [line.code]));
    return { ...line, modifiers: ['26', ...line.modifiers] };
  });
  return { draft: settled, findings };
};
