import { isAnesthesiaCode } from '../model/code.ts';
import type { OfficialTexts } from '../model/official.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { officialDiagnoses } from '../retrieve/official-diagnoses.ts';
import { buildLexicon, type Lexicon } from '../retrieve/terms.ts';
import { buildQuerySpeller, type QuerySpeller } from './spell.ts';
import { buildWordIndex, type WordEntry, type WordIndex } from './word-index.ts';

/** What a query is looked for in, each built when it is first needed. */
export interface Catalogues {
  readonly speller: QuerySpeller;
  /** The lexicon of dictation with the one for searching. */
  readonly lexicon: Lexicon;
  readonly anesthesia: WordIndex;
  /** Level II: our records, then the official titles of the rest. */
  readonly levelTwo: WordIndex;
  /** Our own list, then the official codes that it lacks. */
  readonly diagnoses: WordIndex;
}

const built = new WeakMap<EngineLibrary, Catalogues>();

export function cataloguesOf(engine: EngineLibrary): Catalogues {
  const known = built.get(engine);
  if (known !== undefined) return known;
  const made: Catalogues = {
    get speller() {
      return once(this, 'speller', buildQuerySpeller(engine));
    },
    get lexicon() {
      return once(this, 'lexicon', buildLexicon([...engine.library.searchLexicon, ...engine.library.lexicon]));
    },
    get anesthesia() {
      return once(this, 'anesthesia', buildWordIndex('cpt', anesthesiaEntries(engine)));
    },
    get levelTwo() {
      return once(this, 'levelTwo', buildWordIndex('hcpcs', levelTwoEntries(engine)));
    },
    get diagnoses() {
      return once(this, 'diagnoses', buildWordIndex('icd10cm', diagnosisEntries(engine)));
    },
  };
  built.set(engine, made);
  return made;
}

/** The value takes the place of the getter that made it. */
function once<T>(holder: object, name: string, value: T): T {
  Object.defineProperty(holder, name, { value });
  return value;
}

function anesthesiaEntries({ library }: EngineLibrary): WordEntry[] {
  return library.codes
    .filter(({ code }) => isAnesthesiaCode(code))
    .map(({ code, title, says }) => ({ code, title: title.replace(/^Anesthetic: /, ''), names: [says] }));
}

function levelTwoEntries({ library, texts }: EngineLibrary): WordEntry[] {
  const own = library.codes.filter(({ system }) => system === 'hcpcs');
  const known = new Set<string>(own.map(({ code }) => code));
  const titles = officialTitles(texts);
  return [
    ...own.map(({ code, title, aliases, validTo }) => ({
      code,
      title,
      names: [...aliases.map(({ text }) => text), ...(titles.get(code) === undefined ? [] : [titles.get(code) ?? ''])],
      isLast: validTo !== undefined,
    })),
    ...[...titles].flatMap(([code, title]) => (known.has(code) ? [] : [{ code, title, names: [] }])),
  ];
}

function officialTitles(texts: OfficialTexts | undefined): Map<string, string> {
  const inForce = (texts?.levelTwo ?? []).filter(
    ({ terminatedOn }) => terminatedOn === undefined || terminatedOn === null,
  );
  return new Map(inForce.map(({ code, title }) => [code, title]));
}

function diagnosisEntries({ library, texts }: EngineLibrary): WordEntry[] {
  const entries = new Map<string, WordEntry>();
  for (const { code, title, terms } of library.diagnoses) {
    entries.set(code, { code, title, names: terms });
  }
  for (const { code, title, terms } of texts === undefined ? [] : officialDiagnoses(texts)) {
    const own = entries.get(code);
    if (own === undefined) entries.set(code, { code, title, names: terms });
    else entries.set(code, { ...own, names: [...own.names, ...terms] });
  }
  return [...entries.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
