import { readTnef } from '../../tnef/read-tnef.ts';
import { type ReadParts, UnreadableFile } from '../attachment-task.ts';

/** The message and the files of a winmail.dat that lies in an archive; one in a mail is opened with the mail. */
export function readWinmail(bytes: Uint8Array): ReadParts {
  const content = readTnef(bytes);
  if (content === undefined) throw new UnreadableFile('broken');
  const files = content.files.filter(({ isInline }) => !isInline);
  return {
    text: content.text,
    files: files.map(({ filename, contentType, bytes }) => ({ filename, contentType, bytes })),
  };
}
