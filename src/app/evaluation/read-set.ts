import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { EvalCase } from '../../core/eval/eval-case.ts';
import { UserFault } from '../cli/fault.ts';

const keyLine = z.object({
  code: z.string(),
  modifiers: z.array(z.string()).default([]),
  units: z.number().int().positive().default(1),
  modifiers_optional: z.array(z.string()).nullish(),
});

const setLine = z.object({
  id: z.string(),
  text: z.string().optional(),
  /** A file beside the set that holds the note. */
  file: z.string().optional(),
  kind: z.string(),
  family: z.string().optional(),
  half: z.enum(['tuning', 'check']).optional(),
  cpt: z.array(keyLine),
  optional: z.array(z.string()).default([]),
  alternatives: z.array(z.array(z.string())).default([]),
  icd10: z.array(z.string()).default([]),
  icd10_also: z.array(z.string()).nullish(),
  confidence: z.enum(['high', 'medium', 'low']),
});

export interface SetCase {
  readonly key: EvalCase;
  readonly text: string;
  readonly half: 'tuning' | 'check' | undefined;
}

/** What of a set is wanted, and where the notes of its keys are. */
export interface SetOptions {
  /** JSON Lines with `id` and `text`, for keys that are kept without their notes. */
  readonly notes?: string | undefined;
  readonly half?: 'tuning' | 'check' | undefined;
}

/** Reads a set: a JSON Lines file, or a folder of such files. Throws UserFault with file and line. */
export async function readSet(path: string, { notes, half }: SetOptions = {}): Promise<readonly SetCase[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UserFault(`${path}: no such file or folder`);
  const files = found.isDirectory()
    ? (await readdir(path)).filter((name) => name.endsWith('.jsonl')).map((name) => join(path, name))
    : [path];
  const texts = await textsById(notes);
  const cases: SetCase[] = [];
  for (const file of files) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      const one = line.trim() === '' ? undefined : await readLine(file, index + 1, line, texts);
      if (one !== undefined && (half === undefined || one.half === half)) cases.push(one);
    }
  }
  if (cases.length === 0) throw new UserFault(`${path}: holds no case`);
  return cases;
}

async function textsById(path: string | undefined): Promise<ReadonlyMap<string, string>> {
  if (path === undefined) return new Map();
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const { id, text } = z.object({ id: z.string(), text: z.string() }).parse(jsonOf(line));
      return [id, text];
    }),
  );
}

async function readLine(
  file: string,
  number: number,
  line: string,
  texts: ReadonlyMap<string, string>,
): Promise<SetCase> {
  const parsed = setLine.safeParse(jsonOf(line));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserFault(`${file}: line ${number}: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const { text, file: beside, icd10_also, half, ...key } = parsed.data;
  const note =
    text ??
    texts.get(key.id) ??
    (beside === undefined ? undefined : await readFile(join(dirname(file), beside), 'utf8'));
  if (note === undefined)
    throw new UserFault(`${file}: line ${number}: a case needs text or file, or its note in --notes`);
  return { key: { ...key, icd10_also: icd10_also ?? undefined }, text: note, half };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
