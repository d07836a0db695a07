import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { readOfficialTexts } from '../../src/adapters/postgres/official/official-texts.ts';
import { importFiles } from '../../src/app/official/import-files.ts';
import type { OfficialTexts } from '../../src/core/model/official.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
/** The official files that a search reads. */
export const TEXT_FILES = [
  'hcpcs/hcpc_short_2025.csv',
  'icd10cm/cms_2026_dx.zip',
  'icd10cm/icd10cm_2025_index_csv.zip',
];

/** The texts of the real files that a search reads, loaded into an empty database. */
export async function importedTexts(databaseUrl: string): Promise<OfficialTexts> {
  for (const file of TEXT_FILES) {
    await importFiles([join(DATA, file)], {}, { databaseUrl, now: () => new Date(), onProgress: () => undefined });
  }
  const db = openDatabase(databaseUrl);
  try {
    const texts = await readOfficialTexts(db);
    if (texts === undefined) throw new Error('nothing was loaded');
    return texts;
  } finally {
    await db.destroy();
  }
}
