import { readdirSync, readFileSync } from 'node:fs';
import { NO_OFFICIAL_DATA } from '../../src/app/coding-ports.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { NO_OFFICIAL_FACTS } from '../../src/core/model/official.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { readExcerpt } from '../support/official-excerpt.ts';

/**
 * Beside each mail lies the reply to it: `NAME.mail.txt`, `NAME.reply.txt`. `NAME.claim.txt` is a mail under a claim made
 * by hand, as a model may draft it; it goes through the rules instead of the draft of the engine.
 */
export const CASES = new URL('cases/', import.meta.url);

const FILES = readdirSync(CASES).toSorted();
const named = (ending: string): string[] =>
  FILES.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));

export const MAIL_NAMES: readonly string[] = named('.mail.txt');
export const CLAIM_NAMES: readonly string[] = named('.claim.txt');

export const MAILED_ON = '2026-11-20' as IsoDate;

/** Answered with no official file loaded, and with the fee schedule alone. */
const WITHOUT_FILES: ReadonlySet<string> = new Set(['no-official-file']);
const WITH_FEES_ONLY: ReadonlySet<string> = new Set(['claim-fee-schedule-only']);

export function mailOf(name: string): string {
  return readFileSync(new URL(`${name}.mail.txt`, CASES), 'utf8');
}

/** The claim above a mail, as lines (`47562-59 x2`) and diagnoses, and the mail. */
export function claimOf(name: string): {
  readonly lines: string[];
  readonly diagnoses: string[];
  readonly mail: string;
} {
  const [head = '', ...mail] = readFileSync(new URL(`${name}.claim.txt`, CASES), 'utf8').split('\n\n');
  const listed = (label: string): string[] =>
    (new RegExp(`^${label}: (.*)$`, 'm').exec(head)?.[1] ?? '')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return { lines: listed('CLAIM'), diagnoses: listed('DX'), mail: mail.join('\n\n') };
}

/** The days whose editions the excerpts hold: the case of a year is answered from the excerpt of that year. */
export const EXCERPT_DAYS = ['2021-03-15', '2025-10-15', '2026-07-15'] as const;

export function excerptOf(day: string): URL {
  return new URL(`official/${day.slice(0, 4)}.jsonl`, import.meta.url);
}

/** What the loaded files tell of the codes of the golden cases, recorded by record-official.ts. */
export function recordedOfficial(): OfficialData {
  const recorded = new Map(EXCERPT_DAYS.map((day) => [day.slice(0, 4), readExcerpt(excerptOf(day))]));
  return {
    forCodes: (codes, day) => {
      const excerpt = recorded.get(day.slice(0, 4));
      if (excerpt === undefined) throw new Error(`no official excerpt for ${day}`);
      return excerpt.forCodes(codes, day);
    },
  };
}

/** The official data of a case, out of the data of all. */
export function officialOf(name: string, official: OfficialData): OfficialData {
  if (WITHOUT_FILES.has(name)) return NO_OFFICIAL_DATA;
  if (!WITH_FEES_ONLY.has(name)) return official;
  return {
    forCodes: async (codes, day) => {
      const { editions, fees } = await official.forCodes(codes, day);
      return { ...NO_OFFICIAL_FACTS, editions: editions.filter(({ kind }) => kind === 'pfs'), fees };
    },
  };
}
