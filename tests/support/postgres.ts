import { afterAll } from 'vitest';
import { freshDatabase, startTestPostgres, type TestDatabase, type TestPostgres } from './postgres-server.ts';

export { startTestPostgres, type TestDatabase, type TestPostgres } from './postgres-server.ts';

let ownServer: Promise<TestPostgres> | undefined;
afterAll(async () => {
  await (await ownServer)?.stop();
  ownServer = undefined;
});

/**
 * A fresh migrated database, cloned from a template: on this server, or on the one that CC_TEST_PG_URL announces, or
 * else on one started for this test file.
 */
export async function testDatabase(server?: TestPostgres): Promise<TestDatabase> {
  const { CC_TEST_PG_URL: announced } = process.env;
  if (server === undefined && announced === undefined) ownServer ??= startTestPostgres();
  return freshDatabase(server?.url ?? announced ?? (await ownServer)?.url ?? '');
}
