import type { Draft, Finding } from '../../model/draft.ts';
import { readTimes } from '../../visits/minutes.ts';
import { visitLines } from '../../visits/parts.ts';
import { finding, librarySource, type Rule, type RuleContext } from '../rule.ts';
import { senderTells, told } from '../told.ts';
import { LEVELLED, linesOfFamilies } from './visit-of.ts';

const AUTHORITY = 'CPT E/M guidelines, time: of the physician himself, on the date; never in the emergency department';

/** Words by which somebody chooses a level by time. */
const BY_TIME =
  /\b(level|visit|code|coded|billed|billing|billable) (\w+ ){0,4}(based on|by|on) (the )?(total )?time\b|\btime based (billing|coding|visit)\b|\b9928[1-5] (based on|by) (total )?time\b/;

/** Time of staff or of residents is not the physician's, and in the emergency department no time decides. */
export const visitTime: Rule = (draft, context) => ({
  draft,
  findings: [...staffTime(draft, context), ...emergencyTime(draft, context)],
});

function staffTime(draft: Draft, context: RuleContext): Finding[] {
  const [line] = linesOfFamilies(draft, LEVELLED);
  if (line === undefined) return [];
  const { isOthersTold } = readTimes(visitLines(context.extract), context.extract);
  if (!isOthersTold) return [];
  const text = `${line.code}: minutes of staff, or of something else than the visit, are told and do not count`;
  return [finding('visit-time', 'W', librarySource(context), AUTHORITY, text, [line.code])];
}

function emergencyTime(draft: Draft, context: RuleContext): Finding[] {
  const [line] = linesOfFamilies(draft, ['emergency']);
  const { extract } = context;
  if (line === undefined || !(told(extract, BY_TIME).length > 0 || senderTells(extract, BY_TIME))) return [];
  const text = `${line.code} is chosen by decisions only: emergency visits have no time`;
  return [finding('visit-time', 'F', librarySource(context), AUTHORITY, text, [line.code])];
}
