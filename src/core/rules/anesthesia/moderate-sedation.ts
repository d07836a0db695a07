import { furtherUnits, LEAST_SEDATION_MINUTES, readSedation, type Sedation } from '../../anesthesia/read-sedation.ts';
import { isGutEndoscopy, SEDATION_CODES } from '../../anesthesia/sedation-codes.ts';
import type { ClaimLine, Draft, Finding, Question } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines, withQuestions } from '../rule.ts';

const AUTHORITY = 'CPT moderate sedation and NCCI Policy Manual, chapter 2';

/** The operator's own sedation: ten minutes, a trained watcher, nobody of anesthesia; G0500 for Medicare gut scopes; no further time in a facility. */
export const moderateSedation: Rule = (draft, context) => {
  if (!draft.lines.some(({ code }) => SEDATION_CODES.has(code))) return { draft, findings: [] };
  const sedation = readSedation(context.extract);
  const findings: Finding[] = [];
  const tell = (severity: 'F' | 'Q', code: string, text: string): void => {
    findings.push(finding('moderate-sedation', severity, librarySource(context), AUTHORITY, text, [code]));
  };
  const swapped = { ...draft, lines: draft.lines.map((line) => rightCode(line, draft, context, tell)) };
  const dropped = swapped.lines.flatMap((line) => {
    const reason = SEDATION_CODES.has(line.code) ? refusal(line, sedation, context) : undefined;
    return reason === undefined ? [] : [{ line, reason }];
  });
  for (const { line, reason } of dropped) tell('F', line.code, `${line.code} left out: ${reason}`);
  const kept = withoutLines(swapped, dropped);
  const lines = kept.lines.map((line) => counted(line, sedation, tell));
  const open = lines.filter(({ code }) => SEDATION_CODES.has(code) && isOpen(sedation));
  if (open.length === 0) return { draft: { ...kept, lines }, findings };
  tell('Q', open[0]?.code ?? '', 'the sedation depends on minutes and watcher, which are not documented');
  const held = lines.map((line) =>
    open.includes(line)
      ? { ...line, held: line.held ?? 'the minutes or the watcher of the sedation are not documented' }
      : line,
  );
  return { draft: withQuestions({ ...kept, lines: held }, [ask(open, sedation)]), findings };
};

type Tell = (severity: 'F' | 'Q', code: string, text: string) => void;

function rightCode(
  line: ClaimLine,
  { lines }: Draft,
  { library, settings, extract }: RuleContext,
  tell: Tell,
): ClaimLine {
  const isGut = lines.some(({ code }) => isGutEndoscopy(code));
  const isOwn = settings.payer.value === 'medicare' && isGut && (extract.ageYears ?? 18) >= 5;
  const wanted = line.code === '99152' && isOwn ? 'G0500' : line.code === 'G0500' && !isOwn ? '99152' : undefined;
  const record = wanted === undefined ? undefined : library.find(wanted);
  if (record === undefined) return line;
  tell(
    'F',
    line.code,
    `${line.code} becomes ${record.code}: ${isOwn ? 'Medicare has a code of its own for gut endoscopy' : 'that code is for Medicare gut endoscopy only'}`,
  );
  return { ...line, code: record.code, title: record.title };
}

function refusal({ code }: ClaimLine, sedation: Sedation | undefined, { settings }: RuleContext): string | undefined {
  if (sedation?.byAnesthesia !== undefined) return 'anesthesia staff gave it';
  if (sedation?.minutes !== undefined && sedation.minutes < LEAST_SEDATION_MINUTES) {
    return `${sedation.minutes} minutes, and ${LEAST_SEDATION_MINUTES} are the least`;
  }
  if (code !== '99153') return undefined;
  if (settings.place.value === 'facility') return 'the further time is the facility’s, no physician work is paid';
  return sedation?.minutes !== undefined && furtherUnits(sedation.minutes) === 0
    ? `${sedation.minutes} minutes, and 23 are the least`
    : undefined;
}

function counted(line: ClaimLine, sedation: Sedation | undefined, tell: Tell): ClaimLine {
  if (line.code !== '99153' || sedation?.minutes === undefined) return line;
  const units = furtherUnits(sedation.minutes);
  if (units === line.units || units === 0) return line;
  tell('F', line.code, `99153: ${line.units} units, and ${sedation.minutes} minutes make ${units}`);
  return { ...line, units };
}

function isOpen(sedation: Sedation | undefined): boolean {
  return sedation === undefined || sedation.minutes === undefined || sedation.observer === undefined;
}

function ask(lines: readonly ClaimLine[], sedation: Sedation | undefined): Question {
  return {
    id: 'sedation.time',
    to: 'surgeon',
    quote: sedation?.evidence[0],
    text: 'Please document the minutes of the sedation, from the first dose until you left the bedside, and who watched the patient.',
    options: [
      'minutes and watcher: ____',
      'nobody watched apart from the team of the procedure',
      'other / cannot be determined',
    ],
    ifThen: 'Under ten minutes, or without a trained watcher, the sedation is not billed.',
    holds: lines.map(({ code }) => code),
  };
}
