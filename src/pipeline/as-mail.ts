/** Files that stand for an attachment. What they are is told by their bytes; the type is for the reply's words. */
const DOCUMENTS: readonly { readonly ending: RegExp; readonly type: string }[] = [
  { ending: /\.pdf$/i, type: 'application/pdf' },
  { ending: /\.doc[xm]$/i, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  { ending: /\.doc$/i, type: 'application/msword' },
  { ending: /\.odt$/i, type: 'application/vnd.oasis.opendocument.text' },
  { ending: /\.rtf$/i, type: 'application/rtf' },
  { ending: /\.(?:xml|cda)$/i, type: 'application/xml' },
  { ending: /\.hl7$/i, type: 'application/hl7-v2' },
  { ending: /\.zip$/i, type: 'application/zip' },
  { ending: /\.(?:dat|tnef)$/i, type: 'application/ms-tnef' },
  { ending: /\.png$/i, type: 'image/png' },
  { ending: /\.jpe?g$/i, type: 'image/jpeg' },
  { ending: /\.tiff?$/i, type: 'image/tiff' },
];

/**
 * A file as the source of a mail, by the ending of its name: an .eml is one, a .txt or .html is the body of one, a
 * document (.pdf, .docx, .rtf, .hl7 ...) its only attachment. `headers` are lines that end in CRLF. Undefined for any other ending.
 */
export function fileAsMail(file: string, bytes: Uint8Array, headers = ''): Uint8Array | undefined {
  if (/\.eml$/i.test(file)) return bytes;
  if (/\.txt$/i.test(file)) return bodyAsMail(bytes, 'plain', headers);
  if (/\.html?$/i.test(file)) return bodyAsMail(bytes, 'html', headers);
  const document = DOCUMENTS.find(({ ending }) => ending.test(file));
  return document === undefined ? undefined : attachmentAsMail(bytes, document.type, file, headers);
}

/** A body of one type as the source of a mail; `headers` are lines that end in CRLF. */
export function bodyAsMail(bytes: Uint8Array, kind: 'plain' | 'html', headers: string): Uint8Array {
  return Buffer.from(
    `${headers}MIME-Version: 1.0\r\nContent-Type: text/${kind}; charset=utf-8\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n`,
  );
}

function attachmentAsMail(bytes: Uint8Array, type: string, file: string, headers: string): Uint8Array {
  const name = (file.split(/[\\/]/).at(-1) ?? '').replace(/[^\w.-]/g, '_');
  return Buffer.from(
    `${headers}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=file\r\n\r\n--file\r\n` +
      `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n--file--\r\n`,
  );
}

/** Lines of 76 characters (RFC 2045, section 6.8). */
function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
}
