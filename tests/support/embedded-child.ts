/** A process that uses the embedded server of a data folder (first argument) until it is told `stop`, or killed. */
import { once } from 'node:events';
import { startEmbeddedPostgres } from '../../src/adapters/postgres/embedded/start.ts';

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`${server.url}\n`);
await once(process.stdin, 'data');
await server.stop();
process.stdin.destroy();
