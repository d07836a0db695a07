import { Command } from 'commander';
import { createReplyRenderer } from '../../../adapters/handlebars/reply-renderer.ts';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import type { CaseKey } from '../../../core/model/ids.ts';
import { answerJson, unansweredJson } from '../../../core/reply/answer-json.ts';
import { SYSTEM_CLOCK, todayOf } from '../../clock.ts';
import { codingPorts } from '../../coding-ports.ts';
import { configFromEnv } from '../../config/env.ts';
import { consultOnce } from '../../consult-once.ts';
import { openLibrary } from '../../library.ts';
import { openOfficialData } from '../../official/open-official-data.ts';
import { openReaders } from '../../readers.ts';
import { explainText } from '../explain-text.ts';
import { tellAndGoOn } from '../fault.ts';
import { print, progressBar } from '../output.ts';
import { readCaseFile } from '../read-case-file.ts';

const ONE_SHOT_KEY = 'CC-LOCAL' as CaseKey;

/** `caseconsult answer FILE...`: the reply to a mail or note, without any mail server. */
export function answerCommand(): Command {
  return new Command('answer')
    .description('answer cases from files (.eml .txt .html .pdf .docx .rtf .odt .xml .hl7 .zip), no mail server needed')
    .argument('<file...>', 'one or more files')
    .option('--json', 'one JSON object a line instead of the reply as text')
    .option('--html', 'the reply as HTML')
    .option('--explain', 'after the reply, how every procedure was read and which facts chose its code')
    .action(async (files: readonly string[], options: { json?: boolean; html?: boolean; explain?: boolean }) => {
      const config = configFromEnv();
      const readers = openReaders(config);
      const data = await openOfficialData(config, createPinoLog({ level: config.logLevel, process: 'answer' }));
      const library = await openLibrary(data.texts);
      const coding = await codingPorts(config, library, data.official);
      const renderer = createReplyRenderer();
      const bar = progressBar('answering', files.length);
      try {
        for (const [index, file] of files.entries()) {
          bar.at(index, file);
          try {
            const source = await readCaseFile(file);
            const ports = { readers, coding, ownAddress: config.consult.address };
            const { kind, reason, answer, input } = await consultOnce(source, todayOf(SYSTEM_CLOCK), ports);
            bar.end();
            if (answer === undefined) {
              print(
                options.json
                  ? JSON.stringify(unansweredJson(file, kind))
                  : `${file}: ${kind}, not answered (${reason})`,
              );
            } else if (options.json) print(JSON.stringify(answerJson(file, answer)));
            else {
              const reply = renderer.render({ caseKey: ONE_SHOT_KEY, answer, subject: 'case' });
              print(options.html ? reply.html : reply.text);
            }
            if (options.explain && input !== undefined) print(explainText(input, library));
          } catch (fault) {
            tellAndGoOn(fault);
          }
        }
      } finally {
        bar.end();
        await Promise.all([readers.close(), data.close()]);
      }
    });
}
