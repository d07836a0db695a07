import { readdir, readFile } from 'node:fs/promises';

/** The direct children of a process, from /proc (Linux). */
export async function childrenOf(parent: number): Promise<readonly { readonly pid: number; readonly name: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      // proc(5): "pid (name) state ppid ..."; the name may hold spaces and brackets.
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const [, name, parentId] = /^\d+ \((.*)\) \S (\d+) /s.exec(stat) ?? [];
      return { pid: Number(pid), name: name ?? '', parent: Number(parentId) };
    }),
  );
  return found.filter((child) => child.parent === parent).map(({ pid, name }) => ({ pid, name }));
}
