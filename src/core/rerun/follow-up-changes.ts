import type { AuditRow } from '../model/audit.ts';
import type { CaseAnswer, CaseSettings } from '../model/consultation.ts';
import type { ClaimLine, Rubric } from '../model/draft.ts';
import { labelOf } from '../model/line-label.ts';
import { compareAnswers, type LineChange } from './compare-answers.ts';

/** What a follow-up told, de-identified. */
export interface FollowUpWords {
  readonly told: string;
  /** The sender's earlier sentences that it takes back. */
  readonly takenBack: readonly string[];
  /** Codes of ours that a correction would not bill. */
  readonly against: readonly string[];
}

const MOST_TOLD_CHARS = 200;
const NOTHING = 'No code, modifier, unit or diagnosis is changed by it';

/**
 * What the answer says otherwise than the one before in the thread, each with its reason; that nothing changed is told
 * too. A correction is acknowledged first, by what the note supports of it.
 */
export function followUpChanges(
  before: CaseAnswer | undefined,
  after: CaseAnswer,
  words: FollowUpWords,
): NonNullable<CaseAnswer['changed']> {
  const claim = before === undefined ? [] : changesOf(before, after);
  const taken = words.takenBack.map((sentence) => `Taken back as you say: "${shortened(sentence)}"`);
  const corrected = [
    ...(after.correction ?? []).map(correctionWords),
    ...words.against.flatMap((code) => againstWords(code, after)),
  ];
  const set = before === undefined ? [] : settingChanges(before.settings, after.settings);
  const items = [...corrected, ...taken, ...set, ...claim, ...(claim.length === 0 ? [NOTHING] : [])];
  return { because: because(words.told, after), items };
}

function because(told: string, { correction }: CaseAnswer): string {
  if (correction !== undefined) {
    return 'Your correction is recorded. The note was coded again and your codes were held against it; what the note supports decides';
  }
  return told.trim() === '' ? 'Since our last answer' : `Since our last answer you told us: "${shortened(told)}"`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_TOLD_CHARS ? line : `${line.slice(0, MOST_TOLD_CHARS)} ...`;
}

/** Honest in both directions: the note decides, whoever was right before. */
function correctionWords({ outcome, billed, why }: AuditRow): string {
  const code = billed.map(labelOf).join(' and ');
  switch (outcome) {
    case 'confirmed':
      return `${code}: the note supports it`;
    case 'open':
      return `${code}: it cannot be settled from the note: ${why}`;
    case 'under':
      return `${code}: the note supports more than that: ${why}`;
    default:
      return `${code}: the note does not support it as it stands: ${why}. If it was done, the surgeon's addendum to the note has to say so; send it and we code again`;
  }
}

/** A code of ours that the sender would not bill, unless another one has taken its place. */
function againstWords(code: string, { lines, correction }: CaseAnswer): string[] {
  const ours = lines.find((line) => line.code === code);
  if (ours !== undefined) return [`${code} stays on the claim: ${ours.why}`];
  return (correction ?? []).some(({ outcome }) => outcome === 'confirmed') ? [] : [`${code} is not on the claim`];
}

/** What is taken for granted now; of a date the year, which alone the reply shows. */
function settingChanges(was: CaseSettings, is: CaseSettings): string[] {
  const rows: readonly (readonly [string, string, string])[] = [
    ['Service year', was.dateOfService.value.slice(0, 4), is.dateOfService.value.slice(0, 4)],
    ['Role', was.role.value, is.role.value],
    ['Place', placeOf(was), placeOf(is)],
    ['Payer', was.payer.plan ?? was.payer.value, is.payer.plan ?? is.payer.value],
  ];
  return rows.flatMap(([label, before, now]) => (before === now ? [] : [`${label}: ${before} before, ${now} now`]));
}

function placeOf({ place }: CaseSettings): string {
  return place.pos === undefined ? place.value : `${place.value} (POS ${place.pos})`;
}

function changesOf(before: CaseAnswer, after: CaseAnswer): readonly string[] {
  const known = new Set(before.notBilled.map(({ code }) => code));
  const billed = new Set(before.lines.map(({ code }) => code));
  const unbilled = after.notBilled
    .filter(({ code }) => !known.has(code) && !billed.has(code))
    .map(({ code, reason }) => `${code} is not billed: ${reason}`);
  return [...compareAnswers(before, after, (change) => reasonOf(change, before, after)).claim, ...unbilled];
}

function reasonOf({ what, was, is }: LineChange, before: CaseAnswer, after: CaseAnswer): string | undefined {
  switch (what) {
    case 'added':
      return is?.why;
    case 'units':
      return is?.why;
    case 'removed':
      return was && (after.notBilled.find(({ code }) => code === was.code)?.reason ?? replacedBy(was, before, after));
    case 'modifiers':
      return was && is && modifierReason(was, is, after);
  }
}

/** The line that says why it is not the one before, or the only one that came where only one went. */
function replacedBy(was: ClaimLine, before: CaseAnswer, after: CaseAnswer): string {
  const gone = before.lines.filter((line) => !after.lines.some(({ code }) => code === line.code));
  const come = after.lines.filter((line) => !before.lines.some(({ code }) => code === line.code));
  const rival = come.find(({ why }) => why.includes(`not ${was.code}`));
  const one = rival ?? (gone.length === 1 && come.length === 1 ? come[0] : undefined);
  return one === undefined ? 'with your mail the note does not tell it any more' : `${one.code} takes its place`;
}

/** The criteria that decided about a modifier that came or went, else the rule that speaks of it. */
function modifierReason(was: ClaimLine, is: ClaimLine, { rubrics, findings }: CaseAnswer): string | undefined {
  const changed = [
    ...is.modifiers.filter((modifier) => !was.modifiers.includes(modifier)),
    ...was.modifiers.filter((modifier) => !is.modifiers.includes(modifier)),
  ];
  const reasons = changed.flatMap((modifier) => {
    const rubric = rubrics.find((each) => each.modifier === modifier && each.code === is.code);
    const rule = findings.find(
      ({ text, codes }) => codes.includes(is.code) && new RegExp(`\\b${modifier}\\b`).test(text),
    );
    const reason = rubric === undefined ? rule?.text : rubricWords(rubric);
    return reason === undefined || reason === '' ? [] : [`${modifier}: ${reason}`];
  });
  return reasons.length === 0 ? undefined : reasons.join('; ');
}

function rubricWords({ verdict, criteria }: Rubric): string {
  const deciding = criteria.filter(({ state }) => (verdict === 'earned' ? state === 'met' : state !== 'met'));
  const told = deciding.map(({ text, state }) => `${text} (${state})`).join(', ');
  return verdict === 'open' ? `open until the note tells it: ${told}` : told;
}
