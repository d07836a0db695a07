import pino from 'pino';
import type { Log, SafeFields } from '../../pipeline/ports.ts';

/** A JSON log on the given stream (standard error by default); only ids, enums and counts can be written, by type. */
export function createPinoLog(options: {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly process: string;
  readonly destination?: { write(line: string): void };
}): Log {
  const base = { process: options.process };
  const logger = pino({ level: options.level, base }, options.destination ?? pino.destination({ fd: 2, sync: true }));
  return {
    info: (event, fields: SafeFields = {}) => logger.info(fields, event),
    warn: (event, fields: SafeFields = {}) => logger.warn(fields, event),
    error: (event, fields: SafeFields = {}) => logger.error(fields, event),
  };
}
