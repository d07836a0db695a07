import type { ClaimLine, Finding } from '../../model/draft.ts';
import { feeOf, finding, mapLines, type Rule, type RuleContext, type Source, sourceOf } from '../rule.ts';
import { criterion, rubricOf } from './criteria.ts';
import { judgeModifier } from './judge-modifier.ts';

const AUTHORITY = 'fee schedule, PC/TC indicator; Medicare Claims Processing Manual ch. 12, 20.2';

/** Why neither part may be told apart, by the PC/TC indicator of the year. */
const WHOLE: Readonly<Record<string, string>> = {
  '0': "it is a physician's service without a technical part",
  '2': 'it stands for the professional part already',
  '3': 'it stands for the technical part alone',
  '4': 'it stands for test and reading together; the reading alone has a code of its own',
  '5': 'it is incident to a service of the physician',
  '7': 'it is therapy without two parts',
  '8': 'it is a laboratory reading in a hospital already',
  '9': 'it has no parts',
};

/**
 * 26 and TC by the PC/TC indicator: 1 is split, 6 is a laboratory test that a physician reads. In a facility the equipment
 * is the hospital's, so the physician bills 26 and never TC.
 */
export const professionalComponent: Rule = (draft, context) => {
  const source = sourceOf('pfs', context);
  const findings: Finding[] = [];
  const owned = mapLines(draft, (line) => byOwner(line, source, context, findings));
  const judge = (modifier: '26' | 'TC') => ({
    rule: 'professional-component',
    source,
    refusal: 'F' as const,
    read: (line: ClaimLine) => {
      const indicator = feeOf(line.code, context)?.pcTc;
      if (indicator === undefined || !line.modifiers.includes(modifier)) return undefined;
      const isSplit = indicator === '1' || (indicator === '6' && modifier === '26');
      return rubricOf(modifier, line, [criterion(`the year splits it (indicator ${indicator})`, isSplit)], AUTHORITY);
    },
    refuse: (_: unknown, { code }: ClaimLine) =>
      `${modifier} comes off ${code}: ${WHOLE[feeOf(code, context)?.pcTc ?? ''] ?? 'it has no parts'}`,
  });
  const professional = judgeModifier(owned, judge('26'));
  const technical = judgeModifier(professional.draft, judge('TC'));
  return { draft: technical.draft, findings: [...findings, ...professional.findings, ...technical.findings] };
};

/** In a facility: 26 on what the year splits, also where TC or nothing stands. Both parts by one owner are the whole. */
function byOwner(line: ClaimLine, source: Source, context: RuleContext, findings: Finding[]): ClaimLine {
  const [hasProfessional, hasTechnical] = [line.modifiers.includes('26'), line.modifiers.includes('TC')];
  const isFacility = context.settings.place.value === 'facility';
  const tell = (severity: Finding['severity'], text: string): void => {
    findings.push(finding('professional-component', severity, source, AUTHORITY, text, [line.code]));
  };
  if (!isFacility) {
    if (!hasProfessional || !hasTechnical) return line;
    tell('F', `${line.code}: 26 and TC together are the whole service, billed without either`);
    return { ...line, modifiers: line.modifiers.filter((each) => each !== '26' && each !== 'TC') };
  }
  if (feeOf(line.code, context)?.pcTc !== '1' || (hasProfessional && !hasTechnical)) return line;
  if (hasTechnical) tell('F', `${line.code} in a facility: the technical part is the hospital's, 26 instead of TC`);
  else tell('I', `${line.code} in a facility: professional component only`);
  return { ...line, modifiers: ['26', ...line.modifiers.filter((each) => each !== '26' && each !== 'TC')] };
}
