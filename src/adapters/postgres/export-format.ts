import { z } from 'zod';
import type { DatabaseSchema } from './database.ts';

/**
 * An export is gzipped JSON lines: a header, one line a row in the order of EXPORTED_TABLES, a footer that
 * tells a whole file from a cut one. Rows are written by `to_jsonb` and read by `jsonb_populate_recordset`, so
 * any version of PostgreSQL reads the export of any other. Ciphertexts stay encrypted: keep the key beside it.
 * Official data is not in it: it is imported again from its own files.
 */
export const EXPORTED_TABLES = [
  'mailbox',
  'message',
  'mailbox_uid',
  'raw_mail',
  'case_file',
  'consultation',
  'outbox',
  'sender_notice',
  'sender_count',
  'sender_confirmed',
  'sender_unwilling',
  'sending_pace',
  'oauth2_token',
  'feedback',
  'audit',
] as const satisfies readonly (keyof DatabaseSchema)[];

export const exportHeader = z.object({
  format: z.literal('caseconsult-export'),
  version: z.literal(1),
  /** The schema that the rows fit: the newest migration of the exported database. */
  migration: z.string(),
});

export const exportRow = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });

export const exportFooter = z.object({ rows: z.int() });
