import { Command } from 'commander';
import { type LoadedEdition, listEditions } from '../../../adapters/postgres/official/editions.ts';
import { print } from '../output.ts';
import { withOfficialDatabase } from '../with-official-database.ts';

/** `caseconsult editions`: which official data is loaded, and for which dates. */
export function editionsCommand(): Command {
  return new Command('editions')
    .description('list the official data that is loaded')
    .option('--json', 'one JSON object')
    .action((options: { json?: boolean }) =>
      withOfficialDatabase(async ({ db }) => {
        const editions = await listEditions(db);
        if (options.json) return print(JSON.stringify({ editions: editions.map(editionJson) }));
        if (editions.length === 0) return print('No official data is loaded: `caseconsult import FILE...` loads some.');
        for (const edition of editions) {
          print(
            `${edition.kind.padEnd(24)} ${edition.name.padEnd(34)} ${datesOf(edition).padEnd(24)} ` +
              `${String(edition.rowCount).padStart(9)} rows  ${edition.isExcerpt ? 'excerpt  ' : ''}${edition.sourceFiles}`,
          );
        }
      }),
    );
}

function editionJson(edition: LoadedEdition) {
  return {
    kind: edition.kind,
    name: edition.name,
    effectiveFrom: edition.effectiveFrom ?? null,
    effectiveTo: edition.effectiveTo ?? null,
    hasHistory: edition.hasHistory === true,
    isExcerpt: edition.isExcerpt,
    rows: edition.rowCount,
    files: edition.sourceFiles,
    sha256: edition.sha256,
    loadedAt: edition.loadedAt.toISOString(),
  };
}

/** `2025-10-01 to 2025-12-31`, `to 2026-09-30` when its rows tell their own dates, `undated`. */
export function datesOf({
  effectiveFrom,
  effectiveTo,
  hasHistory,
}: Pick<LoadedEdition, 'effectiveFrom' | 'effectiveTo' | 'hasHistory'>): string {
  if (effectiveFrom === undefined) return 'undated';
  const from = hasHistory === true ? '' : `${effectiveFrom} `;
  return effectiveTo === undefined ? `from ${effectiveFrom}` : `${from}to ${effectiveTo}`;
}
