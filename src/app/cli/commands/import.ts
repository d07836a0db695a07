import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { LayoutFault } from '../../../adapters/cms/layout-fault.ts';
import { removeEditions } from '../../../adapters/postgres/official/editions.ts';
import { type IsoDate, isoDate } from '../../../core/model/ids.ts';
import { OFFICIAL_KINDS, type OfficialKind } from '../../../core/model/official.ts';
import { importFiles } from '../../official/import-files.ts';
import { UserFault } from '../fault.ts';
import { type Progress, print, progressBar } from '../output.ts';
import { withOfficialDatabase } from '../with-official-database.ts';
import { datesOf } from './editions.ts';

interface Options {
  readonly edition?: string;
  readonly from?: string;
  readonly to?: string;
  readonly excerpt?: boolean;
  readonly remove?: string;
}

/** `caseconsult import [KIND] FILE...`: official data from the publishers' own files. */
export function importCommand(): Command {
  return new Command('import')
    .description('load official files: PFS, GPCI, NCCI, MUE, add-on codes, HCPCS, ICD-10-CM, CPT')
    .argument(
      '[files...]',
      `files as they were published (.zip .gz .xz too); a kind may come first: ${OFFICIAL_KINDS.join(' ')}`,
    )
    .option('--edition <name>', 'name of the edition, in the place of the one made from the file')
    .option('--from <date>', 'first day it holds for (YYYY-MM-DD), when the file does not tell')
    .option('--to <date>', 'last day it holds for')
    .option('--excerpt', 'accept fewer rows than a whole file has; such an edition never checks a claim')
    .option('--remove <edition>', 'take an edition out instead')
    .action(async (args: readonly string[], options: Options) => {
      if (options.remove !== undefined) return remove(options.remove);
      const [first = ''] = args;
      const kind = OFFICIAL_KINDS.find((known) => known === first);
      const files = kind === undefined ? args : args.slice(1);
      if (files.length === 0) throw new UserFault('name at least one file to import');
      await importAll(files, kind, options);
    });
}

/** Millions of short-lived rows would let V8's young generation grow to 100 MB, and be no faster. */
const STEADY_HEAP = '--semi-space-growth-factor=1';

async function importAll(files: readonly string[], kind: OfficialKind | undefined, options: Options): Promise<void> {
  setFlagsFromString(STEADY_HEAP);
  const wishes = {
    kind,
    name: options.edition,
    from: dateOption('--from', options.from),
    to: dateOption('--to', options.to),
    isExcerpt: options.excerpt,
  };
  await withOfficialDatabase(async ({ url }) => {
    let bar: { readonly label: string; readonly progress: Progress } | undefined;
    const onProgress = (label: string, share: number, rows: number): void => {
      if (bar?.label !== label) {
        bar?.progress.end();
        bar = { label, progress: progressBar(label, 100) };
      }
      bar.progress.at(Math.round(share * 100), `% ${rows} rows`);
    };
    try {
      const ports = { databaseUrl: url, now: () => new Date(), onProgress };
      const imported = await importFiles(files, wishes, ports);
      bar?.progress.end();
      for (const { kind, name, from, to, rowCount, isExcerpt } of imported) {
        const dates = datesOf({ effectiveFrom: from, effectiveTo: to, hasHistory: false });
        print(`${name} (${kind}): ${rowCount} rows, ${dates}${isExcerpt ? ', an excerpt: it checks no claim' : ''}`);
      }
    } catch (fault) {
      bar?.progress.end();
      throw asUserFault(fault);
    }
  });
}

async function remove(name: string): Promise<void> {
  await withOfficialDatabase(async ({ db }) => {
    const removed = await removeEditions(db, name);
    if (removed.length === 0)
      throw new UserFault(`no edition is called "${name}": \`caseconsult editions\` lists them`);
    for (const { kind, rowCount } of removed) print(`${name} (${kind}): ${rowCount} rows taken out`);
  });
}

function dateOption(option: string, text: string | undefined): IsoDate | undefined {
  if (text === undefined) return undefined;
  const date = isoDate(text);
  if (date === undefined) throw new UserFault(`${option} takes a date such as 2026-01-01`);
  return date;
}

function asUserFault(fault: unknown): unknown {
  if (fault instanceof LayoutFault) return new UserFault(`${fault.message} (nothing of it was loaded)`);
  if (fault instanceof Error && 'code' in fault && 'path' in fault) {
    return new UserFault(`${String(fault.path)} cannot be read (${String(fault.code)})`);
  }
  return fault;
}
