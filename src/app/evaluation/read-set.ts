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
}

/** Reads a set: a JSON Lines file, or a folder of such files. Throws UserFault with file and line. */
export async function readSet(path: string): Promise<readonly SetCase[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UserFault(`${path}: no such file or folder`);
  const files = found.isDirectory()
    ? (await readdir(path)).filter((name) => name.endsWith('.jsonl')).map((name) => join(path, name))
    : [path];
  const cases: SetCase[] = [];
  for (const file of files) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() !== '') cases.push(await readLine(file, index + 1, line));
    }
  }
  if (cases.length === 0) throw new UserFault(`${path}: holds no case`);
  return cases;
}

async function readLine(file: string, number: number, line: string): Promise<SetCase> {
  const parsed = setLine.safeParse(jsonOf(line));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserFault(`${file}: line ${number}: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const { text, file: beside, icd10_also, ...key } = parsed.data;
  const note = text ?? (beside === undefined ? undefined : await readFile(join(dirname(file), beside), 'utf8'));
  if (note === undefined) throw new UserFault(`${file}: line ${number}: a case needs text or file`);
  return { key: { ...key, icd10_also: icd10_also ?? undefined }, text: note };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
