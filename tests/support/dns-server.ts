import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Record types by their number (RFC 1035, section 3.2.2; RFC 3596). */
const TYPES = { A: 1, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const;
const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3 } as const;
const HEADER_BYTES = 12;

/** What stands in a zone: texts, addresses, names, `10 mail.example` for MX; by `TYPE name`. */
export type Zone = Readonly<Record<string, readonly string[]>>;

/** A name server on loopback (RFC 1035 over UDP) with records of its own. */
export interface DnsServer {
  /** `ip:port`, as DNS_SERVERS takes it. */
  readonly address: string;
  /** Questions in order, as `TYPE name`. */
  readonly asked: readonly string[];
  /** Every question gets this from now on; undefined: what stands in the zone. */
  always(trouble: 'SERVFAIL' | 'silence' | undefined): void;
  stop(): Promise<void>;
}

export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  let trouble: 'SERVFAIL' | 'silence' | undefined;
  socket.on('message', (query, client) => {
    const question = readQuestion(query);
    asked.push(`${question.type} ${question.name}`);
    if (trouble === 'silence') return;
    socket.send(answerTo(query, question, zone, trouble), client.port, client.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    always(next) {
      trouble = next;
    },
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

interface Question {
  readonly name: string;
  readonly type: string;
  /** Where it ends in the query. */
  readonly end: number;
}

function readQuestion(query: Buffer): Question {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const number = query.readUInt16BE(at + 1);
  const type = Object.entries(TYPES).find(([, known]) => known === number)?.[0] ?? `TYPE${number}`;
  return { name: labels.join('.').toLowerCase(), type, end: at + 5 };
}

function answerTo(query: Buffer, { name, type, end }: Question, zone: Zone, trouble: 'SERVFAIL' | undefined): Buffer {
  const records = trouble === undefined ? (zone[`${type} ${name}`] ?? []) : [];
  const isKnown = Object.keys(zone).some((key) => key.endsWith(` ${name}`));
  const header = Buffer.alloc(HEADER_BYTES);
  query.copy(header, 0, 0, 2);
  // A response, with recursion desired and available.
  header.writeUInt16BE(0x8180 | RCODES[trouble ?? (isKnown ? 'NOERROR' : 'NXDOMAIN')], 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const answers = records.map((record) => {
    const data = dataOf(type, record);
    const head = Buffer.alloc(HEADER_BYTES);
    // The name is that of the question (a pointer to it), the class is IN, and it is good for a minute.
    head.writeUInt16BE(0xc000 | HEADER_BYTES, 0);
    head.writeUInt16BE(TYPES[type as keyof typeof TYPES], 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt32BE(60, 6);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([header, query.subarray(HEADER_BYTES, end), ...answers]);
}

function dataOf(type: string, record: string): Buffer {
  switch (type) {
    case 'A':
      return Buffer.from(record.split('.').map(Number));
    case 'AAAA':
      // Written out in full.
      return Buffer.from(record.replaceAll(':', ''), 'hex');
    case 'MX': {
      const [preference = '0', exchange = ''] = record.split(' ');
      const head = Buffer.alloc(2);
      head.writeUInt16BE(Number(preference));
      return Buffer.concat([head, encodedName(exchange)]);
    }
    case 'TXT':
      return Buffer.concat(record.match(/.{1,255}/g)?.map(counted) ?? []);
    default:
      return encodedName(record);
  }
}

function encodedName(name: string): Buffer {
  return Buffer.concat([...name.split('.').map(counted), Buffer.of(0)]);
}

function counted(text: string): Buffer {
  return Buffer.concat([Buffer.of(text.length), Buffer.from(text, 'latin1')]);
}
