import type { Asked, AskedCode, Intent } from './asked.ts';
import { diagnosisCodesIn, procedureCodesIn, withoutCodes } from './asked-codes.ts';
import { clausesOf } from './clauses.ts';
import { asksOfCodes, intentsOf, isAboutModifier, questionWords, searchIntent } from './intents.ts';

/** What tells a word of the language from a misspelt one, and a diagnosis code from a HCPCS code. */
export interface Vocabulary {
  isWord(word: string): boolean;
  isProcedure(code: string): boolean;
}

interface Clause {
  readonly words: string;
  readonly codes: readonly AskedCode[];
  readonly diagnoses: readonly string[];
}

const GREETING =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b.{0,40}|(?:many )?(?:thanks|thank you|thx|regards|best|cheers|sincerely|sent from)\b.*|(?:i )?hope (?:you|all|this)\b.*|(?:a )?(?:quick )?questions?(?: for you)?)$/;
/** Refers to the codes named before. */
const PRONOUN = /\b(?:it|its|that|this|these|those|them|they|both|either|same one)\b/;
/** Words that add a code to the question before: "and 11719?", "what about 49320?". */
const CONTINUES =
  /^(?:and |or |also |plus |what about |how about |same for |same with |with |for |then |code |codes |cpt |hcpcs |the )*$/;

/** The questions of a mail in its order, each once; empty when it asks nothing about codes. */
export function readQuestions(text: string, vocabulary: Vocabulary): Asked[] {
  const clauses = clausesOf(text)
    .flatMap((clause) => partsOf(clause, vocabulary))
    .filter(({ words, codes }) => codes.length > 0 || !GREETING.test(words));
  const asked = clauses.some(({ codes, diagnoses }) => codes.length + diagnoses.length > 0)
    ? ofCodes(joined(clauses))
    : inWords(clauses);
  return withoutRepeats(asked);
}

/** "MUE 11730, global 27447" are two questions: every part between commas asks something of its own code. */
function partsOf(text: string, vocabulary: Vocabulary): Clause[] {
  const parts = text.split(',').map((part) => readClause(part, vocabulary));
  const isList =
    parts.length > 1 && parts.every(({ words, codes }) => codes.length > 0 && intentsOf(words, 1).length > 0);
  return isList ? parts : [readClause(text, vocabulary)];
}

function readClause(clause: string, { isWord, isProcedure }: Vocabulary): Clause {
  const codes = procedureCodesIn(clause);
  const diagnoses = diagnosisCodesIn(clause).filter((code) => !isProcedure(code));
  return {
    words: questionWords(withoutCodes(clause), isWord),
    codes: codes.filter(({ code }) => !diagnoses.includes(code)),
    diagnoses,
  };
}

/** Neighbouring lines of bare codes become one clause, and one with the question above them. */
function joined(clauses: readonly Clause[]): Clause[] {
  const lists = mergedWhere(clauses, (last, clause) => isBareCodes(last) && isBareCodes(clause));
  return mergedWhere(lists, (last, clause) => isOpenQuestion(last) && isBareCodes(clause));
}

function mergedWhere(clauses: readonly Clause[], belongs: (last: Clause, clause: Clause) => boolean): Clause[] {
  const result: Clause[] = [];
  for (const clause of clauses) {
    const last = result.at(-1);
    if (last === undefined || !belongs(last, clause)) {
      result.push(clause);
      continue;
    }
    const codes = united(last.codes, clause.codes);
    result[result.length - 1] = { ...last, codes, diagnoses: [...last.diagnoses, ...clause.diagnoses] };
  }
  return result;
}

function isBareCodes({ words, codes, diagnoses }: Clause): boolean {
  return codes.length + diagnoses.length > 0 && words.trim() === '';
}

function isOpenQuestion({ words, codes, diagnoses }: Clause): boolean {
  return codes.length + diagnoses.length === 0 && asksOfCodes(words);
}

function ofCodes(clauses: readonly Clause[]): Asked[] {
  const asked: Asked[] = [];
  let named: readonly AskedCode[] = [];
  let before: readonly Intent[] = [];
  for (const [at, clause] of clauses.entries()) {
    const { words, diagnoses } = clause;
    const own = clause.codes;
    const isAbout = own.length > 0 || diagnoses.length > 0 || asksOfCodes(words);
    if (own.length === 0 && isAboutModifier(words)) {
      asked.push({ intent: 'modifier', codes: [], diagnoses: [], words });
      continue;
    }
    if (!isAbout) {
      const search = own.length === 0 && at > 0 ? searchIntent(words) : undefined;
      if (search !== undefined) asked.push({ intent: search, codes: [], diagnoses: [], words });
      continue;
    }
    const later = clauses.slice(at + 1).find(({ codes }) => codes.length > 0)?.codes ?? [];
    const continues = own.length > 0 && before.length > 0 && CONTINUES.test(`${words} `.trimStart());
    const { codes, intents } = continues
      ? { codes: before.includes('together') ? united(named.slice(0, 1), own) : own, intents: before }
      : understood(words, own, named.length > 0 ? named : own.length > 0 ? [] : later, diagnoses);
    for (const intent of intents) asked.push({ intent, codes, diagnoses, words });
    if (codes.length > 0) named = codes;
    before = intents;
  }
  return asked;
}

function understood(
  words: string,
  own: readonly AskedCode[],
  named: readonly AskedCode[],
  diagnoses: readonly string[],
): { readonly codes: readonly AskedCode[]; readonly intents: readonly Intent[] } {
  if (own.length === 0 && diagnoses.length > 0 && named.length === 0) {
    return { codes: [], intents: intentsOf(words, 1).includes('valid') ? ['valid'] : ['what-is'] };
  }
  const joinsEarlier = own.length === 0 || (own.length === 1 && PRONOUN.test(words));
  const codes = joinsEarlier ? united(named, own) : own;
  const intents = intentsOf(words, codes.length);
  if (intents.length > 0) return { codes, intents };
  if (diagnoses.length > 0 && codes.length > 0) return { codes, intents: ['diagnosis-for'] };
  return { codes, intents: [own.length > 1 && !/\bwhat (?:is|are)\b/.test(words) ? 'together' : 'what-is'] };
}

function inWords(clauses: readonly Clause[]): Asked[] {
  const searches = clauses.flatMap(({ words }): Asked[] => {
    const intent = isAboutModifier(words) ? 'modifier' : searchIntent(words);
    return intent === undefined ? [] : [{ intent, codes: [], diagnoses: [], words }];
  });
  if (searches.length > 0) return searches;
  const words = clauses.map((clause) => clause.words).join(' ');
  return words.trim() === '' ? [] : [{ intent: 'find-code', codes: [], diagnoses: [], words }];
}

function united(one: readonly AskedCode[], other: readonly AskedCode[]): AskedCode[] {
  return [...one, ...other.filter(({ code }) => !one.some((known) => known.code === code))];
}

function withoutRepeats(asked: readonly Asked[]): Asked[] {
  const keyOf = ({ intent, codes, diagnoses, words }: Asked): string =>
    [intent, ...codes.map(({ code }) => code), ...diagnoses, codes.length + diagnoses.length === 0 ? words : ''].join(
      ' ',
    );
  return asked.filter((each, at) => asked.findIndex((other) => keyOf(other) === keyOf(each)) === at);
}
