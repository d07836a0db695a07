/** Line ends, byte order and direction marks and non-breaking spaces made plain, so that patterns can be plain too. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ');
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

export function isQuoted(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]{0,3}[>|]/.test(line);
}

/** One level of `>` taken away. */
export function unquoteOnce(line: string): string {
  return line.replace(/^[ \t]{0,3}> ?/, '');
}

/** Every level of `>` taken away. */
export function unquote(line: string): string {
  return line.replace(/^[ \t]{0,3}(?:>[ \t]?){1,40}/, '');
}

/** A line of dashes or the like that a client draws between mails. */
export function isRule(line: string): boolean {
  return /^\s*[-_*=]{3,}\s*$/.test(line);
}

export function joinLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd();
}
