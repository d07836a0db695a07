import { Command } from 'commander';
import { type InspectJson, inspectMail } from '../../../pipeline/inspect.ts';
import { ownMail } from '../../../pipeline/parse.ts';
import { configFromEnv } from '../../config/env.ts';
import { ownIdentity } from '../../own-identity.ts';
import { openReaders } from '../../readers.ts';
import { tellAndGoOn } from '../fault.ts';
import { print, progressBar } from '../output.ts';
import { readAnyFile } from '../read-case-file.ts';

/** `caseconsult inspect FILE...`: how a mail is read, without answering it. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('show how mails are read: kind, sender, forwarded original, visible text, attachments')
    .argument('<file...>', '.eml files; a .txt or .html file is a body without headers, a .pdf or .docx an attachment')
    .option('--json', 'one JSON object a line')
    .action(async (files: readonly string[], options: { json?: boolean }) => {
      const config = configFromEnv();
      const readers = openReaders(config);
      const own = ownMail(ownIdentity(config.consult.address));
      const bar = progressBar('reading', files.length);
      try {
        for (const [index, file] of files.entries()) {
          bar.at(index, file);
          try {
            const seen = await inspectMail({ file, bytes: await readAnyFile(file) }, readers, own);
            bar.end();
            print(options.json ? JSON.stringify(seen) : summary(seen));
          } catch (fault) {
            tellAndGoOn(fault);
          }
        }
      } finally {
        bar.end();
        await readers.close();
      }
    });
}

function summary(mail: InspectJson): string {
  const rows: [string, string][] = [
    ['verdict', `${mail.verdict} (${mail.reason})`],
    ['from', mail.from?.address ?? ''],
    ['subject', mail.subject],
    ['forwarded', mail.forwarded === null ? '' : `from ${mail.forwarded.from?.address ?? 'unknown'}`],
    ['visible', `${mail.visibleText.length} characters`],
    ['trimmed', `${mail.trimmedText.length} characters`],
    ...mail.attachments.map((part): [string, string] => [
      'attachment',
      `${part.type}, ${part.bytes} bytes: ${part.error ?? `${part.text.length} characters`}`,
    ]),
  ];
  return [
    mail.file,
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(11)}${value}`),
  ].join('\n');
}
