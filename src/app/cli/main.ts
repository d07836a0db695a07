import { Command } from 'commander';
import { answerCommand } from './commands/answer.ts';
import { codeCommand } from './commands/code.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { exportCommand, restoreCommand } from './commands/export.ts';
import { inspectCommand } from './commands/inspect.ts';
import { lookupCommand } from './commands/lookup.ts';
import { migrateCommand } from './commands/migrate.ts';
import { startCommand } from './commands/start.ts';
import { exitWithFault } from './fault.ts';

const program = new Command('caseconsult')
  .description('An email address that answers medical-coding cases.')
  .version('0.1.0')
  .showHelpAfterError('(caseconsult --help lists the commands)');
for (const command of [
  demoCommand,
  startCommand,
  answerCommand,
  inspectCommand,
  lookupCommand,
  codeCommand,
  evalCommand,
  migrateCommand,
  doctorCommand,
  exportCommand,
  restoreCommand,
]) {
  program.addCommand(command());
}

try {
  await program.parseAsync();
} catch (fault) {
  exitWithFault(fault);
}
