import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The lines without those that are comments. */
  readonly codeLines: readonly string[];
  readonly imports: readonly Import[];
}

export type Import =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string };

/** The TypeScript files below these folders. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return filesBelow(...folders)
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const codeLines = text.split('\n').map((line) => (/^\s*(\/\/|\*|\/\*)/.test(line) ? '' : line));
      return { path, text, codeLines, imports: importsOf(path, codeLines.join('\n')) };
    });
}

export function filesBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(entry.parentPath.slice(ROOT.length + 1).replaceAll('\\', '/'), entry.name)),
  );
}

/** Static, dynamic and type imports, re-exports, and files that are run as workers by their URL. */
const SPECIFIER =
  /(?:\bfrom|\bimport|\bimport\(|new URL\()\s*['"]([^'"\n]+)['"]|import\.meta\.resolve\(\s*['"]([^'"\n]+)['"]/g;

function importsOf(path: string, code: string): readonly Import[] {
  return [...code.matchAll(SPECIFIER)].flatMap((match): Import[] => {
    const name = match[1] ?? match[2] ?? '';
    if (name.startsWith('.')) return [{ kind: 'file', path: posix.join(posix.dirname(path), name) }];
    if (name.startsWith('node:') || builtinModules.includes(name)) return [{ kind: 'node', name }];
    const [first = '', second = ''] = name.split('/');
    return /^[@a-z]/.test(name)
      ? [{ kind: 'package', name: first.startsWith('@') ? `${first}/${second}` : first }]
      : [];
  });
}
