import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { z } from 'zod';
import { type DiagnosisRecord, isDiagnosisCode } from '../core/model/code.ts';
import type {
  CodeLibrary,
  CodeRecord,
  FamilyRecord,
  LexiconEntry,
  VocabularyValue,
} from '../core/model/code-record.ts';
import { drugCodes } from './drug-codes.ts';
import { DRUG_FORMAT, readDrug } from './read-drugs.ts';
import { lexiconSchema, sectionSchema, stepsSchema, vocabularySchema } from './schema.ts';
import { toRecords } from './to-records.ts';

/** A file of the library that does not keep its format; the message names the file and each place. */
export class LibraryFault extends Error {
  override name = 'LibraryFault';
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const EDITION = '2026.11';

/** Reads the whole library from its YAML and TSV files. Throws LibraryFault on the first file that breaks the format. */
export async function loadCodeLibrary(root: string = HERE): Promise<CodeLibrary> {
  const families: FamilyRecord[] = [];
  const codes: CodeRecord[] = [];
  for (const file of await filesOf(`${root}cpt`, '.yaml')) {
    const section = file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
    const records = toRecords(section, await readYaml(file, sectionSchema));
    families.push(...records.families);
    codes.push(...records.codes);
  }
  const drugs = await readTsv(`${root}hcpcs`, readDrug, DRUG_FORMAT);
  const drugRecords = drugCodes(drugs);
  families.push(...drugRecords.families);
  codes.push(...drugRecords.codes);
  const vocabulary: VocabularyValue[] = [];
  for (const file of await filesOf(`${root}vocabulary/facets`, '.yaml')) {
    for (const [facet, values] of Object.entries(await readYaml(file, vocabularySchema))) {
      for (const [value, { cues, within }] of Object.entries(values)) vocabulary.push({ facet, value, cues, within });
    }
  }
  const steps = await readYaml(`${root}vocabulary/included-steps.yaml`, stepsSchema);
  return {
    families,
    codes,
    vocabulary,
    lexicon: await readLexicon(`${root}vocabulary/lexicon`),
    searchLexicon: await readLexicon(`${root}vocabulary/lexicon/search`),
    includedSteps: Object.entries(steps).map(([id, { title, cues }]) => ({ id, title, cues })),
    diagnoses: await readTsv(`${root}icd10cm`, readDiagnosis, 'code, tab, title, tab, terms'),
    drugs,
    edition: EDITION,
  };
}

async function readLexicon(folder: string): Promise<LexiconEntry[]> {
  const entries: LexiconEntry[] = [];
  for (const file of await filesOf(folder, '.yaml')) {
    for (const [term, means] of Object.entries(await readYaml(file, lexiconSchema))) entries.push({ term, means });
  }
  return entries;
}

async function filesOf(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}

async function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(load(await readFile(file, 'utf8'), { schema: FAILSAFE_SCHEMA, filename: file }));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new LibraryFault(`${file}: ${places.join('; ')}`);
}

/** Every line of the TSV files of a folder as a record; a line that starts with # is a comment. */
async function readTsv<T>(folder: string, read: (line: string) => T | undefined, format: string): Promise<T[]> {
  const records: T[] = [];
  for (const file of await filesOf(folder, '.tsv')) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const record = read(line);
      if (record === undefined) throw new LibraryFault(`${file}: line ${index + 1} is not "${format}"`);
      records.push(record);
    }
  }
  return records;
}

function readDiagnosis(line: string): DiagnosisRecord | undefined {
  const [code, title, terms = ''] = line.split('\t');
  if (!code || !title || !isDiagnosisCode(code)) return undefined;
  const words = terms
    .split(';')
    .map((term) => term.trim())
    .filter((term) => term !== '');
  return { code, title: title.trim(), terms: words, billable: true };
}
