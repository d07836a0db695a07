import type { ClaimLine } from '../../model/draft.ts';
import { feeOf, finding, librarySource, mapLines, type Rule, type RuleContext, withoutLines } from '../rule.ts';
import { told } from '../told.ts';

const AUTHORITY =
  'CPT moderate sedation guidelines; NCCI Policy Manual ch. II; CMS Claims Processing Manual ch. 12, 50';
const OWN: readonly string[] = ['99151', '99152', '99153', 'G0500'];
const FURTHER = '99153';
const ENDOSCOPY = 'G0500';
const LEAST_MINUTES = 10;
/** The first quarter of an hour holds up to 22 minutes; each further one is reached at its half. */
const FIRST_MINUTES = 15;
const HALF_MINUTES = 8;

const OBSERVER =
  /\b((independent|trained|qualified) (\w+ )?observer|(monitor(ed|ing)?|observed|administered) (\w+ ){0,5}(by|from) (the |a |an )?(\w+ ){0,2}(nurse|rn|registered nurse|observer)|(nurse|rn) (\w+ ){0,3}(monitor(ed|ing)?|observ(ed|ing)|present|administered))\b/;
const ANESTHETIST =
  /\b(anesthesiologist|crna|nurse anesthetist|monitored anesthesia( care)?|mac (anesthesia|sedation)|general anesthesia|anesthesia (provider|team|department)|deep sedation)\b/;
const MINUTES =
  /\b(?:sedation|intra ?service|intraservice|face to face)\b.{0,60}?\b(\d{1,3}) ?(?:minutes?|mins?)\b|\b(\d{1,3}) ?(?:minutes?|mins?)\b.{0,20}\b(?:of )?(?:moderate |conscious |intra ?service )?sedation\b/;
const CLOCK =
  /sedation.{0,80}?\b(\d{1,2}):?(\d{2})\b.{0,20}?(?:to|until|through|-|and|end\w*|stop\w*).{0,20}?\b(\d{1,2}):?(\d{2})\b/i;
const GUT_SCOPE = /^(43[12]\d\d|4436\d|4437\d|4438\d|4439\d|4440\d|453[03-9]\d|G0104|G0105|G0121)$/;

/** Sedation by the operator: his minutes and an observer are told, nobody else anesthetizes, the code is the payer's. */
export const moderateSedation: Rule = (draft, context) => {
  const lines = draft.lines.filter(({ code }) => OWN.includes(code));
  if (lines.length === 0) return { draft, findings: [] };
  const minutes = minutesIn(context);
  const faults = lines.flatMap((line) => faultOf(line, minutes, context) ?? []);
  const kept = withoutLines(
    draft,
    faults.filter(({ units }) => units === 0),
  );
  const cut = mapLines(kept, (line) => ({
    ...line,
    units: faults.find((fault) => fault.line === line)?.units ?? line.units,
  }));
  const found = (severity: 'F' | 'W', code: string, text: string) =>
    finding('moderate-sedation', severity, librarySource(context), AUTHORITY, `${code}: ${text}`, [code]);
  const left = lines.filter((line) => !faults.some((fault) => fault.line === line && fault.units === 0));
  return {
    draft: cut,
    findings: [
      ...faults.map(({ line, reason }) => found('F', line.code, reason)),
      ...left
        .slice(0, 1)
        .flatMap(({ code }) => [
          ...(told(context.extract, OBSERVER).length > 0
            ? []
            : [found('W', code, 'needs a trained observer beside the operator; the note names none')]),
        ]),
      ...left.flatMap(({ code }) => payerWords(code, draft.lines, context).map((text) => found('W', code, text))),
    ],
  };
};

interface Fault {
  readonly line: ClaimLine;
  readonly units: number;
  readonly reason: string;
}

function faultOf(line: ClaimLine, minutes: number | undefined, { extract }: RuleContext): Fault | undefined {
  const [other] = told(extract, ANESTHETIST, { states: ['completed'] });
  if (other !== undefined) return { line, units: 0, reason: 'somebody else gave the anesthesia' };
  if (minutes === undefined)
    return {
      line,
      units: 0,
      reason: `needs the minutes of sedation, at least ${LEAST_MINUTES}; the note does not tell them`,
    };
  if (minutes < LEAST_MINUTES)
    return { line, units: 0, reason: `${minutes} minutes of sedation, at least ${LEAST_MINUTES} are needed` };
  const most =
    line.code === FURTHER ? Math.max(0, Math.floor((minutes - FIRST_MINUTES + HALF_MINUTES - 1) / FIRST_MINUTES)) : 1;
  return line.units <= most ? undefined : { line, units: most, reason: `${minutes} minutes of sedation: x${most}` };
}

function payerWords(code: string, lines: readonly ClaimLine[], context: RuleContext): string[] {
  const isMedicare = context.settings.payer.value === 'medicare';
  const isGut = lines.some((line) => GUT_SCOPE.test(line.code));
  if (code === ENDOSCOPY && !isMedicare) return ['a code of Medicare; elsewhere 99152'];
  if (code === '99152' && isMedicare && isGut) return [`beside an endoscopy of the gut Medicare takes ${ENDOSCOPY}`];
  if (
    code === FURTHER &&
    isMedicare &&
    context.settings.place.value === 'facility' &&
    feeOf(code, context)?.workRvu === 0
  )
    return ['the staff of the facility does this work: Medicare pays it in an office only'];
  return [];
}

/** Minutes told, else from the first to the last clock time. */
function minutesIn({ extract }: RuleContext): number | undefined {
  for (const { normal } of extract.statements) {
    const hit = MINUTES.exec(normal.replace(/ +/g, ' '));
    if (hit !== null) return Number(hit[1] ?? hit[2]);
  }
  const clock = CLOCK.exec(extract.text);
  if (clock === null) return undefined;
  const [from, to] = [minuteOfDay(clock[1], clock[2]), minuteOfDay(clock[3], clock[4])];
  return to > from ? to - from : undefined;
}

function minuteOfDay(hours = '0', minutes = '0'): number {
  return Number(hours) * 60 + Number(minutes);
}
