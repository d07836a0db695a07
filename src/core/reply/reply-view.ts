import type { CaseAnswer, ReplyContext } from '../model/consultation.ts';
import type { Finding } from '../model/draft.ts';
import { auditView } from './audit-view.ts';
import { checksView } from './checks-view.ts';
import { claimView } from './claim-view.ts';
import { answerFooter, noticeFooter } from './footer-view.ts';
import { withNamedSources } from './named-sources.ts';
import { NOTICE_WORDS } from './notice-words.ts';
import { cardViews, pointViews } from './points-view.ts';
import { asksView, queryView } from './questions-view.ts';
import { rubricsView } from './rubrics-view.ts';
import { settingsLine } from './settings-view.ts';
import { replySubject } from './subject.ts';
import type { CaseView, Frame, ReplyView, Tone } from './view.ts';
import { confidenceView, notBilledView, whyView } from './why-view.ts';
import { oneLine, sentence } from './words.ts';

/** Everything a reply says, decided: which parts, how long, in which words. Templates only place it. */
export function replyView({ answer, caseKey, subject }: ReplyContext): ReplyView {
  const frame: Omit<Frame, 'footer'> = {
    subject: replySubject(subject, caseKey),
    caseKey,
    verdict: oneLine(answer.verdict),
  };
  const footer = answer.kind === 'notice' ? noticeFooter(caseKey) : answerFooter(answer.origin, caseKey);
  switch (answer.kind) {
    case 'case':
      return { ...frame, ...caseParts(withNamedSources(answer)), footer };
    case 'question':
      return {
        ...frame,
        template: 'question',
        points: pointViews(answer),
        cards: cardViews(answer),
        checks: checksView(answer.findings),
        footer,
      };
    case 'notice': {
      const { paragraphs, points, after } = NOTICE_WORDS[answer.notice];
      return { ...frame, template: 'notice', paragraphs, points, after: [...answer.origin.limits, ...after], footer };
    }
  }
}

function caseParts(answer: CaseAnswer): Omit<CaseView, keyof Frame> {
  const rubrics = rubricsView(answer);
  return {
    template: isPlain(answer) && rubrics.length === 0 ? 'case-short' : 'case',
    tone: toneOf(answer),
    settings: answer.lines.length === 0 ? '' : settingsLine(answer.settings),
    changed: answer.changed && { because: sentence(answer.changed.because), items: answer.changed.items.map(sentence) },
    audit: auditView(answer),
    claim: claimView(answer),
    asks: asksView(answer),
    query: queryView(answer),
    why: whyView(answer),
    rubrics,
    notBilled: notBilledView(answer),
    confidence: confidenceView(answer),
    checks: checksView(answer.lines.length === 0 ? answer.findings.filter(isAmiss) : answer.findings),
  };
}

/** Length follows difficulty: one sure line with nothing to ask and nothing amiss is told in about twelve lines. */
function isPlain({ lines, diagnoses, questions, findings, changed, audit }: CaseAnswer): boolean {
  return (
    audit === undefined &&
    changed === undefined &&
    lines.length === 1 &&
    (diagnoses.length === 1 || diagnoses.length === 2) &&
    questions.length === 0 &&
    lines.every(({ held, confidence }) => held === undefined && confidence.word === 'sure') &&
    !findings.some((finding) => isAmiss(finding) || finding.severity === 'Q')
  );
}

/** The colour of the verdict: a claim without a diagnosis, with a line held or failed, or billed otherwise, waits. */
function toneOf({ lines, diagnoses, findings, audit }: CaseAnswer): Tone {
  const stop = lines.length === 0;
  const waits =
    diagnoses.length === 0 ||
    lines.some(({ held }) => held !== undefined) ||
    findings.some(({ severity }) => severity === 'F') ||
    [...(audit?.lines ?? []), ...(audit?.diagnoses ?? [])].some(({ outcome }) => outcome !== 'confirmed');
  return { ready: !stop && !waits, wait: !stop && waits, stop };
}

function isAmiss({ severity }: Finding): boolean {
  return severity === 'F' || severity === 'W';
}
