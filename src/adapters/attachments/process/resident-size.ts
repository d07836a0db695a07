import { readFile } from 'node:fs/promises';

const POLL_MS = 50;

/**
 * Calls back once when a process holds more memory than allowed, by the size Linux reports (proc(5), VmRSS): limits
 * inside Node do not bind Buffers. Returns how to stop watching. Elsewhere than on Linux nothing is watched.
 */
export function watchResidentSize(pid: number, maxMb: number, exceeded: () => void): () => void {
  const timer = setInterval(async () => {
    const residentKb = await residentSizeKb(pid);
    if (residentKb !== undefined && residentKb > maxMb * 1024) {
      clearInterval(timer);
      exceeded();
    }
  }, POLL_MS);
  return () => clearInterval(timer);
}

async function residentSizeKb(pid: number): Promise<number | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const size = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return size === undefined ? undefined : Number(size);
  } catch {
    return undefined;
  }
}
