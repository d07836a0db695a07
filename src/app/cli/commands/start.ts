import { Command } from 'commander';
import { PROCESS_NAMES } from '../../processes.ts';
import { runProcesses } from '../../run-worker.ts';
import { step } from '../output.ts';

/** `caseconsult start`: every process in one, until Ctrl-C. */
export function startCommand(): Command {
  return new Command('start')
    .description('run every process in one (needs IMAP_URL and SMTP_URL; see README)')
    .action(() => runProcesses(PROCESS_NAMES, step));
}
