/** A body of one type as the source of a mail; `headers` are lines that end in CRLF. */
export function bodyAsMail(bytes: Uint8Array, kind: 'plain' | 'html', headers = ''): Uint8Array {
  return Buffer.from(
    `${headers}MIME-Version: 1.0\r\nContent-Type: text/${kind}; charset=utf-8\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n`,
  );
}

/** A file as the only attachment of a mail without text. */
export function fileAsMail(bytes: Uint8Array, type: string, filename: string, headers: string): Uint8Array {
  const name = filename.replace(/[^\w.-]/g, '_');
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
