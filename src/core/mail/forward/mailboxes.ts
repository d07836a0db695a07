import type { MailAddress } from '../../model/inbound-email.ts';

const ADDRESS = '[^\\s<>()\\[\\]"\',;:]+@[^\\s<>()\\[\\]"\',;:]+';
const NAMED = new RegExp(`^(.{0,200}?)\\s*[<(\\[]{1,2}(${ADDRESS})[>)\\]]`);
const BARE = new RegExp(`^['"]?(${ADDRESS})['"]?(?:\\s|$)`);

/** The mailboxes of a header line as mail clients print it: `Name <a@b>; 'c@d'`, `[mailto:...]` and doubled forms. */
export function readMailboxes(printed: string): readonly MailAddress[] {
  return splitMailboxes(withoutMailto(printed)).map(readMailbox);
}

/** A From line names one mailbox, so a comma in it is part of the name: `Elaine Brandt, MD <e@x>`. */
export function readSender(printed: string): MailAddress {
  return readMailbox(withoutMailto(printed));
}

export function readMailbox(printed: string): MailAddress {
  const text = printed.trim();
  const named = NAMED.exec(text);
  if (named !== null) {
    const address = named[2] ?? '';
    const name = unquoteName(named[1] ?? '');
    return { name: name === '' || name.toLowerCase() === address.toLowerCase() ? undefined : name, address };
  }
  const bare = BARE.exec(text);
  if (bare !== null) return { name: undefined, address: bare[1] ?? '' };
  return { name: unquoteName(text) || undefined, address: '' };
}

/** `a@b<mailto:a@b>` says it twice; `Name [mailto:a@b]` and `<mailto:a@b>` alone say it once. */
function withoutMailto(printed: string): string {
  const once = printed.replace(/\[mailto:([^\]\s]+)\]/gi, '<$1>');
  const dropped = once.replace(/<mailto:[^>\s]*>/gi, '');
  return dropped.includes('@') ? dropped : once.replace(/<mailto:([^>\s]*)>/gi, '<$1>');
}

/** At commas and semicolons outside quotes and brackets. */
function splitMailboxes(printed: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quote = '';
  for (let at = 0; at <= printed.length; at += 1) {
    const char = printed[at] ?? ',';
    const atEnd = at === printed.length;
    if (quote !== '' && !atEnd) {
      if (char === quote) quote = '';
    } else if (char === '"' || (char === "'" && printed.slice(start, at).trim() === '')) {
      quote = char;
    } else if (char === '<') {
      quote = '>';
    } else if (atEnd || char === ',' || char === ';') {
      parts.push(printed.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts.filter((part) => part !== '').reduce(joinSplitNames, []);
}

/** `Brandt, Elaine <e@x>` is one mailbox whose name was split at its comma. */
function joinSplitNames(joined: readonly string[], part: string): string[] {
  const last = joined.at(-1);
  const isSplit = last !== undefined && !/[@;]/.test(last) && /<[^<>]*@/.test(part);
  return isSplit ? [...joined.slice(0, -1), `${last}, ${part}`] : [...joined, part];
}

function unquoteName(name: string): string {
  return name
    .trim()
    .replace(/^(['"«„“]+)(.*?)['"»”]+$/u, '$2')
    .trim();
}
