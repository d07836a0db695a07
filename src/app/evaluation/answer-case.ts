import { performance } from 'node:perf_hooks';
import { deidentify } from '../../core/deidentify/deidentify.ts';
import type { EvalAnswer } from '../../core/eval/eval-case.ts';
import type { Candidate } from '../../core/model/draft.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import type { EngineLibrary } from '../../core/retrieve/engine-library.ts';
import { applyRules } from '../../pipeline/apply-rules.ts';
import type { CodingPorts } from '../../pipeline/consult.ts';
import { draft } from '../../pipeline/draft.ts';
import { extract } from '../../pipeline/extract.ts';
import { retrieve } from '../../pipeline/retrieve.ts';
import { startTrace } from '../../pipeline/trace.ts';

/** Keys are for 2025; dates inside the notes are some twenty years old (CODING.md section 5). */
export const SERVICE_DATE = '2025-07-01' as IsoDate;

/** Runs the coding stages on one note and keeps what the scoring needs of each. */
export async function answerCase(id: string, text: string, ports: CodingPorts): Promise<EvalAnswer> {
  const startedAt = performance.now();
  const note = deidentify(text);
  const undated = { ...note, facts: { ...note.facts, dateOfService: undefined } };
  const input = {
    kind: 'case' as const,
    note: undated,
    senderText: deidentify('').text,
    limits: [],
    mailedOn: SERVICE_DATE,
  };
  const extracted = extract(input, ports.library);
  if (extracted.goes === 'no-further') {
    return { id, lines: [], diagnoses: [], candidates: [], mentions: [], milliseconds: performance.now() - startedAt };
  }
  const retrieved = retrieve(extracted.value, ports.library);
  const floor = await applyRules(retrieved, ports);
  const answer = await draft(floor, [], startTrace(ports.clock, id), ports);
  const milliseconds = performance.now() - startedAt;
  const { lines, diagnoses } = answer.kind === 'case' ? answer : { lines: [], diagnoses: [] };
  return {
    id,
    lines: lines.map(({ code, modifiers, units, confidence }) => ({
      code,
      modifiers,
      units,
      confidence: confidence.value,
    })),
    diagnoses: diagnoses.map(({ code }) => code),
    candidates: [...new Set(retrieved.candidates.map(({ code }) => code))],
    mentions: mentionsOf(retrieved.candidates, ports.library),
    milliseconds,
  };
}

/** Families of each procedure instance, best first, each as the codes it holds. */
function mentionsOf(candidates: readonly Candidate[], library: EngineLibrary): EvalAnswer['mentions'] {
  const byInstance = Map.groupBy(candidates, ({ instance }) => instance);
  return [...byInstance.values()].map((own) => {
    const families = [...new Set(own.map(({ family }) => family))];
    return families.map((family) => (library.codesOf.get(family) ?? []).map(({ code }) => code));
  });
}
