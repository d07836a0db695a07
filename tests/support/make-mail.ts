export interface MailFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A mail from a clinic with a text and files, as its source. */
export function makeMail(text: string, files: readonly MailFile[]): string {
  return (
    'From: Dana <dana@clinic.test>\r\nTo: coding@own.test\r\nSubject: case\r\nMessage-ID: <1@clinic.test>\r\n' +
    'Date: Mon, 09 Jun 2025 09:12:44 -0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n' +
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n${files.map(part).join('')}--b--\r\n`
  );
}

function part({ filename, contentType, bytes }: MailFile): string {
  return (
    `--b\r\nContent-Type: ${contentType}; name="${filename}"\r\n` +
    `Content-Disposition: attachment; filename="${filename}"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
    `${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`
  );
}
