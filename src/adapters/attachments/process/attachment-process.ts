import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AttachmentFault } from '../../../core/model/inbound-email.ts';
import { createStandby } from '../../isolation/standby.ts';
import { type AttachmentResult, type AttachmentTask, SCAN_STARTED } from '../attachment-task.ts';
import { watchResidentSize } from './resident-size.ts';

/** One reading process, started for its first file and again after every file that did it harm. */
export interface AttachmentProcess {
  read(task: AttachmentTask): Promise<AttachmentResult>;
  close(): Promise<void>;
}

export function createAttachmentProcess(maxRssMb: number): AttachmentProcess {
  const standby = createStandby(startProcess);
  let isClosed = false;

  async function stop(): Promise<void> {
    const child = await standby.release();
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  async function attempt(task: AttachmentTask): Promise<AttachmentResult | AttachmentFault | 'killed'> {
    const child = await standby.ready();
    child.ref();
    child.channel?.ref();
    const answer = await ask(child, task, maxRssMb);
    if (typeof answer === 'string') {
      await stop();
      return answer;
    }
    child.unref();
    child.channel?.unref();
    return answer;
  }

  return {
    async read(task) {
      const first = await attempt(task);
      // Killed from outside, say because the machine was short of memory: not the file's fault, until it happens again.
      const answer = first === 'killed' && !isClosed ? await attempt(task) : first;
      if (typeof answer !== 'string') return answer;
      return { text: '', error: answer === 'killed' ? 'broken' : answer };
    },
    async close() {
      isClosed = true;
      await stop();
    },
  };
}

/** No environment: a parser of strangers' files has no use for our secrets. */
function startProcess(): ChildProcess {
  return fork(new URL('./attachment-main.ts', import.meta.url), [String(process.pid)], {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function ask(
  child: ChildProcess,
  task: AttachmentTask,
  maxRssMb: number,
): Promise<AttachmentResult | AttachmentFault | 'killed'> {
  return new Promise((resolve) => {
    const settle = (answer: AttachmentResult | AttachmentFault | 'killed') => {
      clearTimeout(timer);
      unwatch();
      child.off('message', heard).off('exit', died).off('error', died);
      resolve(answer);
    };
    /** SIGABRT is how Node ends when its heap is full. */
    const died = () => {
      if (child.signalCode === 'SIGABRT') settle('too-much-memory');
      else settle(child.exitCode === null ? 'killed' : 'broken');
    };
    let timer = setTimeout(() => settle('too-slow'), task.timeoutMs);
    const heard = (message: AttachmentResult | typeof SCAN_STARTED) => {
      if (message !== SCAN_STARTED) return settle(message);
      clearTimeout(timer);
      // The process keeps to its time for OCR by itself and gives back what it has; this is for one that hangs.
      timer = setTimeout(() => settle('too-slow'), task.timeoutMs + task.ocr.timeoutMs);
    };
    const unwatch = watchResidentSize(child.pid ?? 0, maxRssMb, () => settle('too-much-memory'));
    child.on('message', heard).on('exit', died).on('error', died);
    child.send(task);
  });
}
