import { readFileSync } from 'node:fs';
import { REFUSED_ENV_PREFIXES } from '../../adapters/llm/providers.ts';
import type { Config } from './config.ts';
import { type Fault, readConfig } from './read-config.ts';
import { SETTINGS } from './settings.ts';

/** The configuration cannot be used; every fault by the name of its setting, never by value. */
export class ConfigFault extends Error {
  override name = 'ConfigFault';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((f) => `  ${f.name}: ${f.what}`).join('\n')}`,
    );
    this.faults = faults;
  }
}

/**
 * Reads and validates the whole environment once, at boot. `NAME_FILE` stands for the file that holds NAME
 * (container secrets). Throws ConfigFault with all faults at once.
 */
export function configFromEnv(env: NodeJS.ProcessEnv = process.env): Config {
  const faults: Fault[] = [];
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || value.trim() === '') continue;
    if (REFUSED_ENV_PREFIXES.some((prefix) => name.toUpperCase().startsWith(prefix))) {
      faults.push({ name, what: 'refused: it can send patient data to a tracing service; unset it' });
    }
    values.set(name, value.trim());
  }
  for (const setting of Object.keys(SETTINGS.shape)) {
    const path = values.get(`${setting}_FILE`);
    if (path === undefined || values.has(setting)) continue;
    try {
      values.set(setting, readFileSync(path, 'utf8').trim());
    } catch {
      faults.push({ name: `${setting}_FILE`, what: 'the file it names cannot be read' });
    }
  }
  const config = readConfig(values, faults);
  if (config === undefined || faults.length > 0) throw new ConfigFault(faults);
  return config;
}
