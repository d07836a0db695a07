import type { CodeSystem } from '../model/code.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { Catalogues } from './catalogues.ts';
import type { LookupHit } from './hit.ts';

const EXACT = 1000;
const PREFIX = 900;
const SHORTEST_PREFIX = 3;

interface Coded {
  readonly code: string;
  readonly title: string;
  readonly system: CodeSystem;
}

/** The code that the query is, or the codes that begin as it does; none where the query is words. */
export function byCode(
  engine: EngineLibrary,
  catalogues: Catalogues,
  asked: string,
  systems: readonly CodeSystem[],
  limit: number,
): LookupHit[] {
  const written = codeIn(asked);
  if (written === undefined) return [];
  const fitting = systems.flatMap((system) => entriesOf(system, written, engine, catalogues));
  return fitting
    .map(({ code, title, system }) => ({
      code,
      title,
      system,
      score: plain(code) === written ? EXACT : PREFIX,
      why: [plain(code) === written ? 'the code itself' : `begins with ${written}`],
    }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, limit);
}

/** `cpt 27447`, `99213-25`, `k35.80`, `K35`: the code without its dot and modifier. */
function codeIn(asked: string): string | undefined {
  const bare = asked
    .trim()
    .toUpperCase()
    .replace(/^(CPT|HCPCS|ICD[- ]?10(-?CM)?|CODE)[ :#]+/, '')
    .replace(/^([0-9A-Z]{5})-[0-9A-Z]{2}$/, '$1')
    .replace(/[-.*]+$/, '');
  const code = plain(bare);
  const isCode = /^(\d{2,4}[0-9A-Z]|[A-Z]\d[0-9A-Z]{1,5})$/.test(code) && code.length >= SHORTEST_PREFIX;
  return isCode ? code : undefined;
}

function plain(code: string): string {
  return code.replace('.', '');
}

function entriesOf(system: CodeSystem, start: string, { library }: EngineLibrary, catalogues: Catalogues): Coded[] {
  if (system === 'cpt') {
    return library.codes
      .filter((record) => record.system === 'cpt' && record.code.startsWith(start))
      .map(({ code, title }) => ({ code, title, system }));
  }
  if (/^\d/.test(start)) return [];
  const { entries } = system === 'hcpcs' ? catalogues.levelTwo : catalogues.diagnoses;
  return entries
    .filter(({ code }) => plain(code).startsWith(start))
    .map(({ code, title }) => ({ code, title, system }));
}
