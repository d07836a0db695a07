import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { LayoutFault } from '../../adapters/cms/layout-fault.ts';
import { type OfficialFile, type OfficialPart, openOfficialFile } from '../../adapters/cms/read-official.ts';
import type { OfficialRow } from '../../adapters/cms/source-record.ts';
import { loadEdition, RowsFault } from '../../adapters/postgres/official/load-edition.ts';
import type { IsoDate } from '../../core/model/ids.ts';
import type { OfficialKind } from '../../core/model/official.ts';

/** What the owner says of the files, in the place of what they tell themselves. */
export interface ImportWishes {
  readonly kind?: OfficialKind | undefined;
  readonly name?: string | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** Fewer rows than a whole file has are meant so. */
  readonly isExcerpt?: boolean | undefined;
}

export interface ImportedEdition {
  readonly kind: OfficialKind;
  readonly name: string;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly isExcerpt: boolean;
  readonly files: readonly string[];
  readonly rowCount: number;
}

export interface ImportPorts {
  readonly databaseUrl: string;
  readonly now: () => Date;
  /** What is read, how much of it (0 to 1), and how many rows came of it. */
  readonly onProgress: (label: string, share: number, rows: number) => void;
}

/** The parts of one edition, e.g. f1 to f4 of a quarter of NCCI. */
interface Plan {
  readonly name: string;
  readonly parts: readonly OfficialPart[];
  readonly paths: readonly string[];
}

/**
 * Loads official files, each edition all or nothing; files that are parts of one edition are loaded together.
 * Throws LayoutFault or RowsFault at the first file that is refused; what was loaded before it stays.
 */
export async function importFiles(
  paths: readonly string[],
  wishes: ImportWishes,
  ports: ImportPorts,
): Promise<readonly ImportedEdition[]> {
  const opened: { readonly path: string; readonly file: OfficialFile }[] = [];
  try {
    for (const path of paths) opened.push({ path, file: await openOfficialFile(path, wishes.kind) });
    const parts = opened.flatMap(({ path, file }) => file.parts.map((part) => ({ path, part })));
    const imported: ImportedEdition[] = [];
    for (const plan of plansOf(parts, wishes)) imported.push(await importPlan(plan, wishes, ports));
    return imported;
  } finally {
    for (const { file } of opened) file.close();
  }
}

function plansOf(
  found: readonly { readonly path: string; readonly part: OfficialPart }[],
  wishes: ImportWishes,
): Plan[] {
  const plans: Plan[] = [];
  for (const { path, part } of found) {
    const name = wishes.name ?? `${part.title} ${part.period.label}`;
    const at = plans.findIndex(({ name: other, parts }) => other === name && completes(part, parts));
    const begun = plans[at];
    if (begun === undefined) plans.push({ name, parts: [part], paths: [path] });
    else plans[at] = { name, parts: [...begun.parts, part], paths: [...begun.paths, path] };
  }
  return plans;
}

function completes(part: OfficialPart, others: readonly OfficialPart[]): boolean {
  return part.part !== undefined && others.every((other) => other.kind === part.kind && other.part !== part.part);
}

async function importPlan({ name, parts, paths }: Plan, wishes: ImportWishes, ports: ImportPorts) {
  const [first] = parts;
  if (first === undefined) throw new Error('A plan has at least one part');
  const files = parts.map(({ file }) => file);
  const { kind, columns, period, hasHistory, wholeRows } = first;
  const from = wishes.from ?? period.from;
  const to = wishes.from === undefined ? (wishes.to ?? period.to) : wishes.to;
  if (to !== undefined && (from === undefined || to < from)) {
    throw new LayoutFault({ file: first.file }, 'the edition would end before it begins: give --from and --to');
  }
  const isExcerpt = wishes.isExcerpt === true || parts.some((part) => part.isExcerpt);
  const edition = {
    kind,
    name,
    columns,
    hasHistory,
    isExcerpt,
    effectiveFrom: from,
    effectiveTo: to,
    sourceFiles: files.join(', '),
    sha256: await sha256Of([...new Set(paths)]),
    loadedAt: ports.now(),
  };
  const accept = (rowCount: number): void => {
    if (rowCount >= wholeRows || (isExcerpt && rowCount > 0)) return;
    throw new LayoutFault(
      { file: files.join(', ') },
      `${rowCount} rows, where a whole edition of ${first.title} has at least ${wholeRows}: is the file cut, or ` +
        'a part missing? (--excerpt loads it all the same, never to check a claim)',
    );
  };
  try {
    const rowCount = await loadEdition(ports.databaseUrl, edition, rowsOf(parts, ports), accept);
    return { kind, name, from, to, isExcerpt, files, rowCount };
  } catch (fault) {
    if (fault instanceof RowsFault) throw new LayoutFault({ file: files.join(', ') }, fault.message, fault);
    throw fault;
  }
}

async function* rowsOf(
  parts: readonly OfficialPart[],
  { onProgress }: ImportPorts,
): AsyncIterable<readonly OfficialRow[]> {
  let rows = 0;
  for (const part of parts) {
    let share = 0;
    for await (const batch of part.rows((read) => {
      share = read;
    })) {
      rows += batch.length;
      onProgress(part.file, share, rows);
      yield batch;
    }
  }
}

/** One file's own digest, or the digest over those of several. */
async function sha256Of(paths: readonly string[]): Promise<string> {
  const digests: string[] = [];
  for (const path of paths) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    digests.push(hash.digest('hex'));
  }
  const [only] = digests;
  if (only !== undefined && digests.length === 1) return only;
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}
