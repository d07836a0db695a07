/** A mail as a clinic sends one, in RFC 5322 form with CRLF. */
export function caseMail(options: {
  readonly id: string;
  readonly body?: string;
  readonly from?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly type?: string;
}): string {
  const { id, from = '"Dana Coder" <dana@clinic.example>', subject = `Case ${id}`, headers = [] } = options;
  const { type = 'text/plain; charset=utf-8' } = options;
  return [
    `From: ${from}`,
    'To: consult@consult.example',
    `Subject: ${subject}`,
    'Date: Mon, 02 Jun 2025 09:12:44 -0500',
    `Message-ID: <${id}@clinic.example>`,
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    ...(options.body ?? appendectomy(id)).split(/\r?\n/),
    '',
  ].join('\r\n');
}

/** The receiving server of the tests. */
export const AUTHSERV_ID = 'mx.consult.example';

/** The mail as its receiving server delivers it: its own fields on top, with what it found out about the sender. */
export function receivedMail(source: string, found = 'dmarc=pass header.from=clinic.example'): string {
  return [
    `Authentication-Results: ${AUTHSERV_ID}; ${found}`,
    `Received: from mail.clinic.example (mail.clinic.example [192.0.2.25]) by ${AUTHSERV_ID} with ESMTPS;`,
    '\tMon, 02 Jun 2025 09:12:50 -0500',
    source,
  ].join('\r\n');
}

/** A mail with some words and one file. */
export function fileMail(
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
  { body = 'Please code the attached note.', ...mail }: Parameters<typeof caseMail>[0],
): string {
  const lines = [
    '--file',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '--file',
    `Content-Type: ${file.type}; name="${file.name}"`,
    `Content-Disposition: attachment; filename="${file.name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(file.bytes).toString('base64').replace(/.{76}/g, '$&\n'),
    '--file--',
  ];
  return caseMail({ ...mail, type: 'multipart/mixed; boundary=file', body: lines.join('\n') });
}

/** A short operative note; `mark` makes each one different. */
export function appendectomy(mark: string): string {
  return `POSTOPERATIVE DIAGNOSIS: Acute appendicitis.
PROCEDURE PERFORMED: Laparoscopic appendectomy.
DESCRIPTION OF PROCEDURE: Case ${mark}. Through three ports the appendix was found inflamed and not perforated. The
mesoappendix was divided, the base was stapled, and the appendix was removed in a bag through the umbilical port.`;
}

/** Message-ID that a reply answers. */
export function inReplyTo(source: Uint8Array): string | undefined {
  return /^In-Reply-To:\s*<([^>@]+)@/im.exec(Buffer.from(source).toString('latin1'))?.[1];
}
