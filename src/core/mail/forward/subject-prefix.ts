const FORWARD_PREFIX =
  /^\s*(?:\[[^\]]{1,40}\]\s*)*(?:fwd?|wg|tr|rv|vs|pd|enc|i|redir\.?|vb|vl|videresend|i̇lt|ilt|ynt|továbbítás|doorst|переслано|пересл|転送|转发|轉寄)\s*[:：]/iu;
const REPLY_PREFIX =
  /^\s*(?:\[[^\]]{1,40}\]\s*)*(?:re|aw|antw|antwort|sv|vs|odp|res|rif|r|ref|vá|atb|ynt|ad|отв|відп|回复|回覆|答复|답장)(?:\[\d+\])?\s*[:：]/iu;

/** `Fwd:`, `WG:`, `TR:` ... as the first prefix. `VS:` is both in Nordic clients and counts as a forward. */
export function isForwardSubject(subject: string): boolean {
  return FORWARD_PREFIX.test(subject.toLocaleLowerCase('en').normalize('NFC'));
}

export function isReplySubject(subject: string): boolean {
  return !isForwardSubject(subject) && REPLY_PREFIX.test(subject.toLocaleLowerCase('en'));
}

/** The subject without its first prefix: what a forward whose text names no subject was about. */
export function withoutPrefix(subject: string): string {
  return subject.replace(/^\s*[^\s:：]{1,12}\s*[:：]\s*/u, '').trim();
}
