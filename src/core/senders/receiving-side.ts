import type { HeaderField } from '../model/sender.ts';

/** Where the receiving side's header fields end and those of the outside begin. */
export interface ReceivingSide {
  /** Fields that our own servers wrote: above the Received line of the server that took the mail in. */
  readonly above: readonly HeaderField[];
  /** Fields between that line and the next Received line: some servers write here, and senders may too. */
  readonly below: readonly HeaderField[];
  /** The outside's client as the receiving server saw it; undefined when its line does not tell. */
  readonly client: { readonly ip: string; readonly helo: string; readonly receivedBy: string } | undefined;
}

/**
 * Every server puts its Received line on top (RFC 5321, section 4.4), so only a count from the top is safe from
 * forgery: the mail came in with the `hops`-th line that names a client over the network. Hand-overs within one
 * machine (no `from`, LMTP, loopback) are not counted. Without such a line nothing is known to be of our side.
 */
export function receivingSide(fields: readonly HeaderField[], hops: number): ReceivingSide {
  let counted = 0;
  const boundary = fields.findIndex((field) => {
    if (field.name === 'received' && !isWithinMachine(field.value)) counted += 1;
    return counted === hops;
  });
  if (boundary < 0) return { above: [], below: [], client: undefined };
  const rest = fields.slice(boundary + 1);
  const end = rest.findIndex(({ name }) => name === 'received');
  return {
    above: fields.slice(0, boundary),
    below: end < 0 ? rest : rest.slice(0, end),
    client: clientOf(fields[boundary]?.value ?? ''),
  };
}

function isWithinMachine(received: string): boolean {
  if (!/^from\s/i.test(received)) return true;
  if (/\swith\s+lmtp/i.test(received)) return true;
  return /^from\s+localhost\b|^from\s+\S+\s+\((?:[^()]{0,200}\[)?(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|(?:IPv6:)?::1)\]?\)/i.test(
    received,
  );
}

/** `from helo (name [ip])` or `from helo (ip)`: the address stands in the comment, never in the client's own words. */
function clientOf(received: string): ReceivingSide['client'] {
  const match = /^from\s+(\S{1,255})\s+\(([^()]{1,400})\)/i.exec(received);
  const [, helo, comment] = match ?? [];
  if (helo === undefined || comment === undefined) return undefined;
  const bracketed = /\[(?:IPv6:)?([0-9a-fA-F.:]{3,45})\]/.exec(comment)?.[1];
  const bare = /^(?:IPv6:)?([0-9a-fA-F.:]{3,45})$/.exec(comment.trim())?.[1];
  const ip = bracketed ?? bare;
  const receivedBy = /\sby\s+([^\s;()]{1,255})/i.exec(received)?.[1]?.toLowerCase() ?? '';
  return ip === undefined ? undefined : { ip, helo, receivedBy };
}
