import { Command } from 'commander';
import about from '../../../package.json' with { type: 'json' };
import { exitWithFault } from './fault.ts';

/** Each command loads its own parts of the program, so that none pays for the others. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand(),
  start: async () => (await import('./commands/start.ts')).startCommand(),
  answer: async () => (await import('./commands/answer.ts')).answerCommand(),
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand(),
  lookup: async () => (await import('./commands/lookup.ts')).lookupCommand(),
  code: async () => (await import('./commands/code.ts')).codeCommand(),
  check: async () => (await import('./commands/check.ts')).checkCommand(),
  eval: async () => (await import('./commands/eval.ts')).evalCommand(),
  import: async () => (await import('./commands/import.ts')).importCommand(),
  editions: async () => (await import('./commands/editions.ts')).editionsCommand(),
  cases: async () => (await import('./commands/cases.ts')).casesCommand(),
  feedback: async () => (await import('./commands/feedback.ts')).feedbackCommand(),
  rerun: async () => (await import('./commands/rerun.ts')).rerunCommand(),
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  restore: async () => (await import('./commands/export.ts')).restoreCommand(),
};

const program = new Command('caseconsult')
  .description('An email address that answers medical-coding cases.')
  .version(about.version)
  .showHelpAfterError('(caseconsult --help lists the commands)');

try {
  const wanted = COMMANDS[process.argv[2] ?? ''];
  for (const load of wanted === undefined ? Object.values(COMMANDS) : [wanted]) program.addCommand(await load());
  await program.parseAsync();
} catch (fault) {
  exitWithFault(fault);
}
