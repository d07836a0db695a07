import { createReplyRenderer } from '../../src/adapters/handlebars/reply-renderer.ts';
import { openLibrary } from '../../src/app/library.ts';
import { quoteAt } from '../../src/core/draft/evidence.ts';
import { verdictOf } from '../../src/core/draft/verdict.ts';
import type { NoteExtract } from '../../src/core/extract/note-extract.ts';
import { caseText } from '../../src/core/mail/case-text/case-text.ts';
import { readMail } from '../../src/core/mail/read-mail.ts';
import { isDiagnosisCode, isProcedureCode } from '../../src/core/model/code.ts';
import type { Answer, RenderedReply } from '../../src/core/model/consultation.ts';
import type { ClaimLine, DiagnosisLine, Draft, Evidence } from '../../src/core/model/draft.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { applyRules } from '../../src/core/rules/apply-rules.ts';
import { deidentify } from '../../src/pipeline/deidentify.ts';
import { extract } from '../../src/pipeline/extract.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { makeEmail } from '../unit/mail/make-email.ts';
import { SAMPLE_KEY } from './answer-builders.ts';

const OWN = { ownAddresses: ['consult@consult.example'], ownMessageIdDomain: 'consult.example' };
const library = await openLibrary();
const renderer = createReplyRenderer();
const BY_HAND = { value: 0.9, word: 'sure', because: 'made by hand' } as const;

export interface HandMadeDraft {
  /** `47562-59 x2`, with the words that prove it behind `<` where the title does not. */
  readonly lines: readonly string[];
  readonly diagnoses: readonly string[];
  readonly mail: string;
  readonly mailedOn: string;
  readonly official: OfficialData;
}

/** The reply to a mail whose claim was drafted by hand: read, held against every rule, rendered. */
export async function answerDraft(
  given: HandMadeDraft,
): Promise<{ readonly answer: Answer; readonly reply: RenderedReply }> {
  const mailedOn = given.mailedOn as IsoDate;
  const email = makeEmail({
    text: given.mail,
    subject: 'Op note',
    date: new Date(`${mailedOn}T15:00:00Z`),
    headers: {},
  });
  const reading = readMail(email, OWN);
  const gathered = { email, reading, oversizeBytes: undefined, earlier: undefined, text: caseText(reading, []) };
  const intake = deidentify(gathered, mailedOn);
  if (intake.next !== 'coding' || intake.input.kind !== 'case') throw new Error(`no case: ${intake.next}`);
  const read = extract(intake.input, library);
  if (read.goes === 'no-further') throw new Error('no note');
  const { note, extracted, settings } = read.value;
  const draft = draftOf(given, extracted);
  const codes = [...draft.lines, ...draft.diagnoses, settings.priorOperation?.value].flatMap(
    (each) => each?.code ?? [],
  );
  const official = await given.official.forCodes(codes, settings.dateOfService.value);
  const claim = applyRules(draft, { note, extract: extracted, library, settings, official });
  const editions = [`CaseConsultant library ${library.library.edition}`, ...official.editions.map(({ name }) => name)];
  const origin = { draftedBy: 'model' as const, limits: [], editions, traceId: 'test' };
  const answer: Answer = { kind: 'case', ...claim, verdict: verdictOf(claim), settings, origin };
  return { answer, reply: renderer.render({ caseKey: SAMPLE_KEY, answer, subject: 'Op note' }) };
}

function draftOf({ lines, diagnoses }: HandMadeDraft, read: NoteExtract): Draft {
  const [title] = [...read.titles, ...read.statements];
  const titleQuote = title === undefined ? undefined : quoteAt(title, read);
  const told = diagnoses.map((each) => diagnosisOf(each, read));
  return {
    lines: lines.map((each, at) => lineOf(each, at + 1, titleQuote, told, read)),
    diagnoses: told,
    notBilled: [],
    questions: [],
    rubrics: [],
    findings: [],
  };
}

function lineOf(
  words: string,
  seq: number,
  title: Evidence | undefined,
  diagnoses: readonly DiagnosisLine[],
  read: NoteExtract,
): ClaimLine {
  const [, code = '', modifiers = '', units = '1', quote] =
    /^(\w{5})((?:-\w\w)*)(?: x(\d+))?(?: < (.*))?$/.exec(words) ?? [];
  if (!isProcedureCode(code)) throw new Error(`no line: ${words}`);
  const evidence = quote === undefined ? title : found(quote, read);
  const names = library.find(code);
  return {
    seq,
    code,
    modifiers: modifiers.split('-').filter((each) => each !== ''),
    units: Number(units),
    title: names?.title ?? code,
    evidence: evidence === undefined ? [] : [evidence],
    why: names?.title ?? '',
    confidence: BY_HAND,
    dx: diagnoses.slice(0, 4).map((each) => each.code),
    parent: undefined,
    held: undefined,
    totalRvu: undefined,
    globalDays: undefined,
  };
}

/** `K80.20`, with the words that tell it behind `<` where they are not the diagnosis section. */
function diagnosisOf(words: string, read: NoteExtract): DiagnosisLine {
  const [code = '', quote] = words.split(' < ');
  if (!isDiagnosisCode(code)) throw new Error(`no diagnosis: ${words}`);
  const [section] = read.statements.filter((each) => /diagnosis/.test(each.section));
  const evidence = quote !== undefined ? found(quote, read) : section && quoteAt(section, read);
  return {
    code,
    title: library.findDiagnosis(code)?.title ?? code,
    evidence: evidence === undefined ? [] : [evidence],
    confidence: BY_HAND,
  };
}

function found(quote: string, { text }: NoteExtract): Evidence {
  const start = text.indexOf(quote);
  return { quote, start, end: start + quote.length };
}
