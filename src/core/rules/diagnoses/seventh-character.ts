import type { DiagnosisLine, Draft, Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule, type RuleContext, type Source } from '../rule.ts';
import { told } from '../told.ts';
import { billableUnder, type KnownDiagnosis, orderFile, recode, titleOf } from './diagnosis-rows.ts';
import { squeezed, wordsOf } from './told-diagnosis.ts';

const AUTHORITY = 'ICD-10-CM Guidelines I.C.19.a and I.C.19.c';

/** Without other words an operation is active treatment. */
const ACTIVE = /initial encounter( for (closed )?fracture)?$/;

/** What the words of a diagnosis make of its phase, and how the official title of that phase ends. */
const PHASES: readonly { readonly told: RegExp; readonly phase: string; readonly titles: readonly RegExp[] }[] = [
  {
    told: /\b(sequelae?|late effects?|residuals?) of\b/,
    phase: 'a sequela',
    titles: [/sequela$/],
  },
  {
    told: /\b(non ?union|pseudo ?arthrosis)\b/,
    phase: 'a nonunion',
    titles: [/subsequent encounter for (closed )?fracture with nonunion$/],
  },
  {
    told: /\bmal ?(union|united)\b/,
    phase: 'a malunion',
    titles: [/subsequent encounter for (closed )?fracture with malunion$/],
  },
  {
    told: /\bdelayed (union|healing)\b/,
    phase: 'delayed healing',
    titles: [/subsequent encounter for (closed )?fracture with delayed healing$/],
  },
  {
    told: /(?<!\b(non|not|poorly|slowly|delayed) )\b(healed|healing|routine healing)\b (\w+ ){0,5}(fractur|injur|wound|lacerat|disloc|rupture|tear)|\b(fractur|disloc)\w* (\w+ ){0,3}(healed|has healed|is healed)\b/,
    phase: 'aftercare',
    titles: [/subsequent encounter for (closed )?fracture with routine healing$/, /subsequent encounter$/],
  },
  {
    told: /\b(gustilo|grade|type) (\w+ )?(iii|3) ?[abc]?\b.*\bopen\b|\bopen\b.*\b(gustilo|grade|type) (\w+ )?(iii|3) ?[abc]?\b/,
    phase: 'an open fracture of type III',
    titles: [/initial encounter for open fracture type iiia, iiib, or iiic$/, /initial encounter for open fracture$/],
  },
  {
    told: /\b(gustilo|compound (\w+ ){0,3}fracture)|\bopen (?!reduc|treat|repair|fixat|intern|approach|biops)((?!reduc|treat|repair|fixat)\w+ ){0,4}fractures?\b|\bfractures? (\w+ )?(is |was )?open\b(?! (reduc|treat|repair))/,
    phase: 'an open fracture',
    titles: [/initial encounter for open fracture( type i or ii)?( nos)?$/],
  },
];

/** The 7th character tells the phase of care and, for a fracture, whether it is open: as the words of the diagnosis do. */
export const seventhCharacter: Rule = (draft, context) => {
  const source = sourceFor(context);
  const findings: Finding[] = [];
  let ruled = draft;
  for (const line of draft.diagnoses) {
    const fitting = inPhase(line, context);
    if (fitting === undefined) continue;
    ruled = recode(ruled, line.code, fitting.to);
    const text = `${line.code} became ${fitting.to.code}: the note tells ${fitting.phase}`;
    findings.push(finding('dx-seventh', 'W', source, AUTHORITY, text, [line.code, fitting.to.code]));
  }
  findings.push(...aftercareVisits(ruled, context, source), ...loneSequelae(ruled, source));
  return { draft: ruled, findings };
};

function sourceFor(context: RuleContext): Source {
  const source = orderFile(context);
  return source.state === 'not-checked' ? librarySource(context) : source;
}

/** The code of the phase that the note tells, when it is another than the one drafted. */
function inPhase(
  line: DiagnosisLine,
  context: RuleContext,
): { readonly to: KnownDiagnosis; readonly phase: string } | undefined {
  const { code } = line;
  const words = squeezed(wordsOf(line, context.extract));
  const spoken = words === '' ? undefined : PHASES.find((phase) => phase.told.test(words));
  if (code.length < 8) return completed(code, spoken, context);
  if (spoken === undefined || !/^[STM]/.test(code)) return undefined;
  const own = titleOf(code, context).toLowerCase();
  if (spoken.titles.some((title) => title.test(own)) || !ACTIVE.test(own)) return undefined;
  const to = phaseOf(code.slice(0, 7), spoken.titles, context);
  return to === undefined || to.code === code ? undefined : { to, phase: spoken.phase };
}

/** A code that lacks nothing but its 7th character gets that of the phase; during an operation active treatment. */
function completed(
  code: string,
  spoken: (typeof PHASES)[number] | undefined,
  context: RuleContext,
): ReturnType<typeof inPhase> {
  const below = billableUnder(code, context).filter((other) => other.code !== code);
  const stems = new Set(below.map((other) => other.code.slice(0, 7)));
  if (below.length < 2 || stems.size !== 1 || below.some((other) => !isFilled(other.code, code))) return undefined;
  const [stem = ''] = stems;
  const to = phaseOf(stem, spoken?.titles ?? [ACTIVE], context);
  return to === undefined ? undefined : { to, phase: spoken?.phase ?? 'active treatment' };
}

/** Nothing but placeholders between what was written and the 7th character. */
function isFilled(whole: string, written: string): boolean {
  return whole.length === 8 && /^\.?X*$/.test(whole.slice(written.length, 7));
}

function phaseOf(stem: string, titles: readonly RegExp[], context: RuleContext): KnownDiagnosis | undefined {
  const siblings = billableUnder(stem, context).filter(({ code }) => code.length === 8);
  for (const pattern of titles) {
    const hit = siblings.find(({ title }) => pattern.test(title.toLowerCase()));
    if (hit !== undefined) return hit;
  }
  return undefined;
}

const VISIT = /^99(2|3|4)\d\d$/;
const FOLLOWED_UP =
  /\b(follow ?up|recheck|return visit) (visit |appointment )?(for|of|after) (\w+ ){0,5}(fractur|injur|sprain|lacerat|disloc|tear)/;

/** A visit that follows an injury up is no active treatment; which healing it is, the surgeon's words may not tell. */
function aftercareVisits({ lines, diagnoses }: Draft, context: RuleContext, source: Source): Finding[] {
  const isVisit = lines.length > 0 && lines.every(({ code }) => VISIT.test(code));
  if (!isVisit || told(context.extract, FOLLOWED_UP).length === 0) return [];
  return diagnoses
    .filter(({ code }) => code.length === 8 && ACTIVE.test(titleOf(code, context).toLowerCase()))
    .map(({ code }) => {
      const text = `${code}: a visit that follows an injury up is aftercare, 7th character D, unless it is still treated`;
      return finding('dx-seventh', 'W', source, AUTHORITY, text, [code]);
    });
}

/** A sequela is coded after what it left behind (Guidelines I.B.10). */
function loneSequelae({ diagnoses }: Draft, source: Source): Finding[] {
  const isSequela = ({ code }: DiagnosisLine): boolean => /^[ST]/.test(code) && code.length === 8 && code.endsWith('S');
  if (diagnoses.length === 0 || !diagnoses.every(isSequela)) return [];
  const codes = diagnoses.map(({ code }) => code);
  const text = `${codes.join(', ')}: a sequela needs the condition it left behind in front of it`;
  return [finding('dx-seventh', 'F', source, 'ICD-10-CM Guidelines I.B.10', text, codes)];
}
