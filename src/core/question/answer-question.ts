import type { CodeRecord } from '../model/code-record.ts';
import type { CodeCard } from '../model/consultation.ts';
import type { Finding } from '../model/draft.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';

export interface QuestionReply {
  readonly verdict: string;
  readonly cards: readonly CodeCard[];
  readonly findings: readonly Finding[];
}

/** A CPT, Category III or HCPCS code as a word of a question. */
const CODE_IN_TEXT = /(?<![\w.-])(\d{4}[0-9TF]|[A-V]\d{4})(?![\w-]|\.\d)/gi;
const LOOKUP_LIMIT = 5;

/** Answers "what is 32503?", "47562 with 44180?" and "code for ...?" from the library alone. */
export function answerCodeQuestion(question: string, library: EngineLibrary): QuestionReply {
  const asked = [...new Set([...question.matchAll(CODE_IN_TEXT)].map((match) => (match[1] ?? '').toUpperCase()))];
  if (asked.length > 0) return answerCodes(asked, library);
  const found = library.lookup(question, LOOKUP_LIMIT).flatMap(({ code }) => {
    const record = library.find(code);
    return record === undefined ? [] : [cardOf(record, library)];
  });
  const first = found[0];
  if (first === undefined) return { verdict: 'No code of our library fits these words.', cards: [], findings: [] };
  return { verdict: `Closest: ${first.code}, ${first.title}.`, cards: found, findings: [] };
}

function answerCodes(asked: readonly string[], library: EngineLibrary): QuestionReply {
  const records = asked.map((code) => ({ code, record: library.find(code) }));
  const known = records.flatMap(({ record }) => (record === undefined ? [] : [record]));
  const unknown = records.flatMap(({ code, record }) => (record === undefined ? [code] : []));
  const cards = known.map((record) => cardOf(record, library));
  const findings = [...unknown.map(unknownCode), ...pairs(known)];
  const first = cards[0];
  if (first === undefined) {
    return {
      verdict: `Not in our library: ${unknown.join(', ')}. That does not mean it is not valid.`,
      cards,
      findings,
    };
  }
  if (cards.length === 1) return { verdict: `${first.code}: ${first.title}.`, cards, findings };
  const barred = findings.some((finding) => finding.severity === 'F');
  const all = known.map((record) => record.code).join(' with ');
  return { verdict: barred ? `${all}: not together.` : `${all}: no exclusion in our library.`, cards, findings };
}

function pairs(records: readonly CodeRecord[]): Finding[] {
  if (records.length < 2) return [];
  const barred = records.flatMap((record) =>
    records.flatMap((other) =>
      record.never
        .filter((exclusion) => exclusion.code === other.code)
        .map(
          (exclusion): Finding => ({
            rule: 'library-exclusion',
            severity: exclusion.when === 'always' ? 'F' : 'W',
            state: 'checked',
            text: `${other.code} is not billed beside ${record.code}${exclusion.when === 'always' ? '' : ' on the same target'}: ${exclusion.why}.`,
            authority: exclusion.authority,
            edition: 'CaseConsultant library',
            codes: [record.code, other.code],
          }),
        ),
    ),
  );
  return [
    ...barred,
    {
      rule: 'ptp',
      severity: 'I',
      state: 'not-checked',
      text: 'NCCI procedure-to-procedure edits: no edition is loaded, so the pair was not checked against them.',
      authority: 'NCCI PTP practitioner edits',
      edition: 'none loaded',
      codes: records.map((record) => record.code),
    },
  ];
}

function unknownCode(code: string): Finding {
  return {
    rule: 'code-known',
    severity: 'W',
    state: 'not-checked',
    text: `${code} is not in our library; nothing can be said about it.`,
    authority: 'CaseConsultant library',
    edition: 'CaseConsultant library',
    codes: [code],
  };
}

/** One code in our own words: what it is, what tells it from its neighbours, and how it is counted. */
export function cardOf(record: CodeRecord, library: EngineLibrary): CodeCard {
  const parents = record.parents.map((code) => {
    const parent = library.find(code);
    return parent === undefined ? code : `${code} (${parent.title})`;
  });
  const { patient, count, validFrom, validTo } = record;
  const facts = [
    record.role === 'addOn'
      ? `Add-on: only beside ${parents.length > 0 ? parents.join('; ') : 'its parent code'}.`
      : '',
    record.target === 'paired' ? 'Paired organ: RT, LT, or 50 for both sides.' : '',
    count.rule === 'one' ? '' : `Counted per ${count.of}${count.cap === undefined ? '' : `, at most ${count.cap}`}.`,
    patient.sex === undefined ? '' : `For ${patient.sex} patients.`,
    patient.ageFrom === undefined ? '' : `From ${patient.ageFrom} years of age.`,
    patient.ageBelow === undefined ? '' : `Below ${patient.ageBelow} years of age.`,
    record.payer === undefined ? '' : `Payer: ${record.payer}.`,
    validFrom === undefined ? '' : `Valid from ${validFrom}.`,
    validTo === undefined
      ? ''
      : `Ended ${validTo}${record.replacedBy.length > 0 ? `; now ${record.replacedBy.join(', ')}` : ''}.`,
  ];
  return {
    code: record.code,
    title: record.title,
    says: record.says.trim(),
    neighbours: record.notThis,
    facts: facts.filter((fact) => fact !== ''),
  };
}
