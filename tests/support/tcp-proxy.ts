import { createConnection, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from './loopback.ts';

/** A line between a client and a server on this machine, which a test can cut or hold. */
export interface TcpProxy {
  readonly port: number;
  /** Lines that are open now. */
  open(): number;
  /** Lines that were ever opened. */
  opened(): number;
  /** Bytes that the server has sent over all of them. */
  received(): number;
  /** Breaks every open line at once, without a goodbye. */
  cut(): void;
  /** Breaks the line on which the server has sent this many more bytes: in the middle of an answer. */
  cutAfterBytes(count: number): void;
  /** Holds all bytes in both directions: the line looks alive and is silent. New lines are held too. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export async function startTcpProxy(targetPort: number, targetHost = '127.0.0.1'): Promise<TcpProxy> {
  const lines = new Set<readonly [Socket, Socket]>();
  let opened = 0;
  let received = 0;
  let paused = false;
  let bytesLeft = Number.POSITIVE_INFINITY;

  const server = createServer((client) => {
    const upstream = createConnection(targetPort, targetHost);
    const line = [client, upstream] as const;
    opened += 1;
    lines.add(line);
    const end = () => {
      lines.delete(line);
      for (const socket of line) socket.destroy();
    };
    const passOn = (from: Socket, to: Socket) => {
      from.on('data', (bytes) => {
        if (from === upstream) {
          received += bytes.length;
          bytesLeft -= bytes.length;
        }
        if (bytesLeft < 0) {
          bytesLeft = Number.POSITIVE_INFINITY;
          to.write(bytes.subarray(0, bytes.length >> 1), end);
        } else {
          to.write(bytes);
        }
      });
      from.on('error', end);
      from.on('close', end);
      if (paused) from.pause();
    };
    passOn(client, upstream);
    passOn(upstream, client);
  });
  const port = await listenOnLoopback(server);
  const cut = () => {
    for (const [client, upstream] of [...lines]) {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
  };
  return {
    port,
    open: () => lines.size,
    opened: () => opened,
    received: () => received,
    cut,
    cutAfterBytes(count) {
      bytesLeft = count;
    },
    pause() {
      paused = true;
      for (const socket of [...lines].flat()) socket.pause();
    },
    resume() {
      paused = false;
      for (const socket of [...lines].flat()) socket.resume();
    },
    async stop() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
