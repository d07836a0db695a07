import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, sourceOf } from '../rule.ts';

const AUTHORITY = 'NCCI medically unlikely edits';

/** Units stay within the library's cap and the MUE; MAI 1 is a line limit, 2 and 3 hold for the day. */
export const unitLimits: Rule = (draft, context) => {
  const source = sourceOf('mue', context);
  const findings: Finding[] = [];
  const limited = mapLines(draft, (line) => limit(line, context, findings));
  if (source.state === 'not-checked') {
    findings.push(finding('mue', 'I', source, AUTHORITY, 'units not checked: no MUE edition is loaded'));
  } else if (findings.length === 0 && draft.lines.length > 0) {
    findings.push(finding('mue', 'I', source, AUTHORITY, `units of ${draft.lines.length} line(s) within the limits`));
  }
  return { draft: { ...limited, lines: limited.lines.filter(({ units }) => units > 0) }, findings };
};

function limit(line: ClaimLine, context: RuleContext, findings: Finding[]): ClaimLine {
  const cap = context.library.find(line.code)?.count.cap;
  if (cap !== undefined && line.units > cap) {
    findings.push(
      finding(
        'unit-cap',
        'W',
        librarySource(context),
        'code definition',
        `${line.code}: ${line.units} units cut to ${cap}`,
        [line.code],
      ),
    );
    return limit({ ...line, units: cap }, context, findings);
  }
  const mue = context.official.mues.find(({ code }) => code === line.code);
  if (mue === undefined || line.units <= mue.units) return line;
  const source = sourceOf('mue', context);
  if (mue.units === 0) {
    findings.push(
      finding('mue', 'W', source, AUTHORITY, `${line.code} has a limit of 0 units: Medicare does not pay it`, [
        line.code,
      ]),
    );
    return line;
  }
  if (mue.mai === '1') {
    findings.push(
      finding(
        'mue',
        'W',
        source,
        AUTHORITY,
        `${line.code}: ${line.units} units need more than one line (limit ${mue.units} a line)`,
        [line.code],
      ),
    );
    return line;
  }
  findings.push(
    finding('mue', 'F', source, AUTHORITY, `${line.code}: ${line.units} units exceed the limit of ${mue.units} a day`, [
      line.code,
    ]),
  );
  return { ...line, held: line.held ?? `${line.units} documented, at most ${mue.units} payable in a day` };
}
