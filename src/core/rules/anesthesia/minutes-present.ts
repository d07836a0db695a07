import { isTimed } from '../../anesthesia/anesthesia-codes.ts';
import { type AnesthesiaTime, minutesOf, readMinutes } from '../../anesthesia/read-minutes.ts';
import type { ClaimLine, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext, withQuestions } from '../rule.ts';
import { told } from '../told.ts';
import { CLAIMS_MANUAL } from './claim-manual.ts';

/** Fewer minutes than this are no anesthetic but time units. */
const LEAST_MINUTES = 8;
const TOLERANCE = 0.06;

/** An anesthesia line carries the minutes of the record, never time units; without start and stop it waits. */
export const minutesPresent: Rule = (draft, context) => {
  const time = readMinutes(context.extract);
  const findings: Finding[] = [];
  const tell = (severity: 'F' | 'W', { code }: ClaimLine, text: string): void => {
    findings.push(
      finding('anesthesia-minutes', severity, librarySource(context), CLAIMS_MANUAL, `${code}: ${text}`, [code]),
    );
  };
  const codes = draft.lines.map(({ code }) => code);
  const timed = mapLines(draft, (line) => {
    if (!isTimed(line.code)) return line;
    const minutes = minutesOf(line.code, codes, time);
    if (minutes === undefined) {
      if (line.units >= LEAST_MINUTES) return line;
      tell(
        'F',
        line,
        line.units > 1 ? `${line.units} looks like time units, and minutes are billed` : 'no anesthesia minutes',
      );
      return { ...line, held: line.held ?? 'the record does not tell the anesthesia minutes' };
    }
    if (line.units === minutes) return line;
    tell('F', line, wrong(line.units, minutes));
    return { ...line, units: minutes };
  });
  const waiting = timed.lines.filter(({ code, held }) => isTimed(code) && held?.includes('minutes') === true);
  if (waiting.length > 0) return { draft: withQuestions(timed, [missing(waiting, context)]), findings };
  const [first] = timed.lines.filter(({ code }) => isTimed(code));
  if (first === undefined || time?.told === undefined) return { draft: timed, findings };
  tell('W', first, `${time.because} makes ${time.minutes} minutes, the record also says ${time.told}`);
  return { draft: withQuestions(timed, [contrary(time)]), findings };
};

function wrong(units: number, minutes: number): string {
  const isTimeUnits = Math.abs(units - minutes / 15) <= 1 + TOLERANCE;
  return isTimeUnits
    ? `${units} are time units, and the ${minutes} minutes are billed`
    : `${units} minutes billed, the record tells ${minutes}`;
}

function missing(lines: readonly ClaimLine[], { extract }: RuleContext): Question {
  const [quote] = told(extract, /\b(anesthe\w+|surgery|incision|procedure) (start|time|began|end|stop)\b/);
  return {
    id: 'anesthesia.minutes',
    to: 'sender',
    quote,
    text: 'When did the anesthesia begin and when did it end? Reply for example "Anesthesia start 07:30, stop 09:05".',
    options: [],
    ifThen: 'The minutes between go on the claim. Times of the surgery alone do not count.',
    holds: lines.map(({ code }) => code),
  };
}

function contrary({ because, minutes, told: other, evidence }: AnesthesiaTime): Question {
  return {
    id: 'anesthesia.minutes-differ',
    to: 'sender',
    quote: evidence[0],
    text: `Start and stop (${because}) make ${minutes} minutes, the record also tells ${other ?? 0}. Which is right?`,
    options: [`${minutes} minutes`, `${other ?? 0} minutes`, 'other / cannot be determined'],
    ifThen: `Without an answer the ${minutes} minutes between start and stop are billed.`,
    holds: [],
  };
}
