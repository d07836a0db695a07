import { Command } from 'commander';
import { type Feedback, listFeedback } from '../../../adapters/postgres/feedback-store.ts';
import { isoDate } from '../../../core/model/ids.ts';
import { UserFault } from '../fault.ts';
import { print } from '../output.ts';
import { withOfficialDatabase } from '../with-official-database.ts';

const EXAMPLES = `
Examples:
  $ caseconsult feedback --since 2026-11-01
  $ caseconsult feedback --json > feedback.jsonl
`;

/** `caseconsult feedback`: what senders said of our answers, in codes only, for a coder to review. */
export function feedbackCommand(): Command {
  return new Command('feedback')
    .description('export what senders said of our answers (codes only) for review')
    .option('--since <date>', 'from this day on (YYYY-MM-DD)')
    .option('--json', 'one JSON line each')
    .addHelpText('after', EXAMPLES)
    .action(async (options: { since?: string; json?: boolean }) => {
      const since = options.since === undefined ? undefined : isoDate(options.since);
      if (options.since !== undefined && since === undefined) {
        throw new UserFault(`--since takes a date like 2026-01-31, not "${options.since}"`);
      }
      await withOfficialDatabase(async ({ db }) => {
        const all = await listFeedback(db, since);
        if (all.length === 0 && options.json !== true) return print('No sender has said anything of an answer.');
        for (const one of all) print(options.json === true ? JSON.stringify(jsonOf(one)) : lineOf(one));
      });
    });
}

function lineOf({ at, caseKey, kind, given, against, ours }: Feedback): string {
  const said =
    kind === 'agree'
      ? 'agrees'
      : [`says ${listed(given)}`, ...(against.length === 0 ? [] : [`not ${listed(against)}`])].join(', ');
  return `${at.toISOString().slice(0, 10)}  ${caseKey}  ${said}; ours was ${listed(ours)}`;
}

function listed(codes: readonly string[]): string {
  return codes.length === 0 ? 'nothing' : codes.join(' ');
}

function jsonOf({ at, caseKey, ...rest }: Feedback) {
  return { at: at.toISOString(), case: caseKey, ...rest };
}
