import { feeOf, finding, type Rule, sourceOf } from '../rule.ts';
import { senderTells, told } from '../told.ts';
import { criterion, rubricOf } from './criteria.ts';
import { judgeModifier } from './judge-modifier.ts';

const AUTHORITY = 'Medicare Claims Processing Manual ch. 12, 40.8; fee schedule, team indicator';
const TEAM =
  /\b(?:surgical|operating|transplant) team (?:of|consist\w+|include\w+)\b|\bteam of (?:\w+ ){0,2}surgeons\b|\b(?:three|four|five|several) surgeons\b|\bteam surgery\b/;

/** 66 where the year's indicator knows a team and the note, or the sender, tells of more than two surgeons. */
export const teamSurgery: Rule = (draft, context) => {
  const source = sourceOf('pfs', context);
  const [quote] = told(context.extract, TEAM);
  const isTold = quote !== undefined || context.settings.role.value === 'team' || senderTells(context.extract, TEAM);
  const ruling = judgeModifier(draft, {
    rule: 'team-surgery',
    source,
    refusal: 'F',
    read: (line) => {
      if (!line.modifiers.includes('66')) return undefined;
      const indicator = feeOf(line.code, context)?.team;
      const byYear =
        indicator === undefined
          ? []
          : [criterion(`a team may be paid (indicator ${indicator})`, indicator === '1' || indicator === '2')];
      const team = criterion('more than two surgeons work as a team', isTold ? true : undefined, quote);
      return rubricOf('66', line, [...byYear, team], AUTHORITY);
    },
    refuse: (_, { code }) => `66 comes off ${code}: a team is not paid for it`,
  });
  const codes = ruling.draft.lines.filter(({ modifiers }) => modifiers.includes('66')).map(({ code }) => code);
  const text = `${codes.join(', ')}: 66 is priced by report, so each surgeon sends the note of the whole team`;
  const report = codes.length === 0 ? [] : [finding('team-surgery', 'W', source, AUTHORITY, text, codes)];
  return { draft: ruling.draft, findings: [...ruling.findings, ...report] };
};
