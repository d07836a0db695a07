import { readFile, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { type InspectJson, inspectMail, unreadableMail } from '../../../pipeline/inspect.ts';
import { ownMail } from '../../../pipeline/parse.ts';
import { configFromEnv } from '../../config/env.ts';
import { ownIdentity } from '../../own-identity.ts';
import { openReaders } from '../../readers.ts';
import { UserFault } from '../fault.ts';
import { inOrder } from '../in-order.ts';
import { inputFiles } from '../input-files.ts';
import { counter, print } from '../output.ts';

/** More than there are threads, so that none waits for the disk or for the printing. */
const FILES_AT_ONCE = 8;

/** `caseconsult inspect FILE...`: how mails are read, without answering them. Ends with 1 when one could not be read. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('show how mails are read: kind, sender, forwarded original, visible text, attachments')
    .argument(
      '<file...>',
      '.eml files; a .txt or .html file is a body without headers, a document an attachment; ' +
        'a folder stands for its files, "-" for names on standard input',
    )
    .option('--json', 'one JSON object a line')
    .action(async (named: readonly string[], options: { json?: boolean }) => {
      const config = configFromEnv();
      const readers = openReaders(config);
      const own = ownMail(ownIdentity(config.consult.address));
      const progress = counter('read');
      const inspect = async (file: string): Promise<InspectJson> => {
        const bytes = await readBounded(file, config.limits.mailBytes);
        return typeof bytes === 'string'
          ? unreadableMail(file, bytes)
          : await inspectMail({ file, bytes }, readers, own);
      };
      try {
        let done = 0;
        let faults = 0;
        for await (const seen of inOrder(inputFiles(named, process.stdin), FILES_AT_ONCE, inspect)) {
          if (seen.error !== null) faults += 1;
          progress.end();
          print(options.json ? JSON.stringify(seen) : summary(seen));
          done += 1;
          progress.at(done);
        }
        if (faults > 0) throw new UserFault(`${faults} of ${done} files cannot be read; their lines say why`);
      } finally {
        progress.end();
        await readers.close();
      }
    });
}

/** A file over the limit is not even read. */
async function readBounded(file: string, maxBytes: number): Promise<Uint8Array | 'no-file' | 'too-large'> {
  try {
    return (await stat(file)).size > maxBytes ? 'too-large' : await readFile(file);
  } catch {
    return 'no-file';
  }
}

/** How much was read, how surely, and what went wrong. */
function extent({ text, ocrConfidence, error }: InspectJson['attachments'][number]): string {
  const parts = [
    text === '' && error !== null ? '' : `${text.length} characters`,
    ocrConfidence === null ? '' : `read by OCR (${ocrConfidence} of 100)`,
    error ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function summary(mail: InspectJson): string {
  const rows: [string, string][] = [
    ['verdict', `${mail.verdict} (${mail.reason})`],
    ['from', mail.from?.address ?? ''],
    ['subject', mail.subject],
    ['forwarded', mail.forwarded === null ? '' : `from ${mail.forwarded.from?.address ?? 'unknown'}`],
    ['visible', mail.error === null ? `${mail.visibleText.length} characters` : ''],
    ['trimmed', mail.error === null ? `${mail.trimmedText.length} characters` : ''],
    ...mail.recipients.map((one): [string, string] => [
      'recipient',
      `${one.address} ${one.action} ${one.status}`.trim(),
    ]),
    ...mail.attachments.map((part): [string, string] => [
      'attachment',
      `${part.type}, ${part.bytes} bytes: ${extent(part)}`,
    ]),
  ];
  return [
    mail.file,
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(11)}${value}`),
  ].join('\n');
}
