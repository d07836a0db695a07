import { Command } from 'commander';
import { configFromEnv } from '../../config/env.ts';
import { runDemo } from '../../demo/run-demo.ts';
import { stopSignal } from '../../stop-signal.ts';
import { UserFault } from '../fault.ts';
import { print, step } from '../output.ts';

/** `caseconsult demo`: the whole loop on embedded parts with sample mails. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('send ten sample mails through a mailbox on loopback and watch them being answered')
    .action(async () => {
      const stop = stopSignal();
      const { lines, repliesSent, folder } = await runDemo(configFromEnv(), step, stop);
      if (stop.aborted) throw new UserFault('stopped before the end; run it again and it goes on');
      print();
      const width = Math.max(...lines.map(({ name }) => name.length));
      for (const { name, kind, codes, durationMs, outcome } of lines) {
        const time = durationMs === undefined ? '' : `${durationMs} ms`;
        print([name.padEnd(width), kind.padEnd(21), time.padStart(8), outcome, codes.join(' ')].join('  ').trimEnd());
      }
      print();
      if (repliesSent === 0) print('No mail was answered again: all of them had their answer in an earlier run.');
      else print(`${repliesSent} replies sent.`);
      print(`The replies are in ${folder} (.eml and .html).`);
      if (lines.some(({ outcome }) => outcome === 'still open')) {
        throw new UserFault('some mails were not decided in time; run with LOG_LEVEL=debug to see why');
      }
    });
}
