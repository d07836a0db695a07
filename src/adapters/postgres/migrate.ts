import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, type MigrationResultSet, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../migrations');

/** Brings the database to the newest migration; returns the names of what was run. Safe in several processes. */
export async function migrateUp(db: Database): Promise<readonly string[]> {
  return namesOf(await migrator(db).migrateToLatest());
}

/** Takes back the last migration; returns its name, or nothing when none is left. */
export async function migrateDown(db: Database): Promise<readonly string[]> {
  return namesOf(await migrator(db).migrateDown());
}

/** Migrates up or down to exactly this migration. */
export async function migrateTo(db: Database, name: string): Promise<readonly string[]> {
  return namesOf(await migrator(db).migrateTo(name));
}

export async function pendingMigrations(db: Database): Promise<readonly string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}

/** The newest migration that this database has; undefined when it is empty. */
export async function currentMigration(db: Database): Promise<string | undefined> {
  const all = await migrator(db).getMigrations();
  return all.findLast((migration) => migration.executedAt !== undefined)?.name;
}

function migrator(db: Database): Migrator {
  return new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder: MIGRATIONS }) });
}

function namesOf({ error, results }: MigrationResultSet): readonly string[] {
  if (error !== undefined) throw new Error('A migration failed; the database is as it was before it', { cause: error });
  return (results ?? []).map((result) => result.migrationName);
}
