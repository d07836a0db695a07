import { Command } from 'commander';
import { createPinoLog } from '../../../adapters/log/pino-log.ts';
import { type AskedCode, type CheckedPair, type CodeCheck, checkCodes } from '../../../core/check/check-codes.ts';
import { type IsoDate, isoDate } from '../../../core/model/ids.ts';
import { configFromEnv } from '../../config/env.ts';
import { openOfficialData } from '../../official/open-official-data.ts';
import { UserFault } from '../fault.ts';
import { print } from '../output.ts';

/** `47562`, `44180-59`, `64484x2`, `20931-59x2` */
const CODE = /^([0-9A-Z]\d{3}[0-9A-Z])((?:-[0-9A-Z]{2})*)(?:X(\d{1,3}))?$/;

/** `caseconsult check 47562 44180`: the official edits of a set of codes. */
export function checkCommand(): Command {
  return new Command('check')
    .description('check codes against the loaded PTP, MUE, add-on and fee schedule editions')
    .argument('<code...>', 'CPT or HCPCS codes, e.g. 47562 44180-59 64484x2; a code twice is two units')
    .option('--dos <date>', 'date of service (YYYY-MM-DD); today without it')
    .option('--json', 'one JSON object')
    .action(async (texts: readonly string[], options: { dos?: string; json?: boolean }) => {
      const asked = askedCodes(texts);
      const dos = isoDate(options.dos ?? new Date().toISOString().slice(0, 10));
      if (dos === undefined) throw new UserFault('--dos takes a date such as 2026-01-01');
      const check = await checkWithOfficialData(asked, dos);
      if (options.json) return print(JSON.stringify(checkJson(check)));
      printCheck(check);
    });
}

async function checkWithOfficialData(asked: readonly AskedCode[], dos: IsoDate): Promise<CodeCheck> {
  const config = configFromEnv();
  const data = await openOfficialData(config, createPinoLog({ level: config.logLevel, process: 'check' }));
  try {
    const facts = await data.official.forCodes(
      asked.map(({ code }) => code),
      dos,
    );
    return checkCodes(asked, facts, dos);
  } finally {
    await data.close();
  }
}

function askedCodes(texts: readonly string[]): readonly AskedCode[] {
  const asked = new Map<string, AskedCode>();
  for (const text of texts) {
    const [, code, suffix = '', times = '1'] = CODE.exec(text.toUpperCase()) ?? [];
    if (code === undefined) throw new UserFault(`"${text}" is not a code such as 47562, 44180-59 or 64484x2`);
    const known = asked.get(code);
    const modifiers = suffix.split('-').filter((modifier) => modifier !== '');
    asked.set(code, {
      code,
      modifiers: [...(known?.modifiers ?? []), ...modifiers],
      units: (known?.units ?? 0) + Number(times),
    });
  }
  return [...asked.values()];
}

/** The stable shape of `check --json`: what is not known is null. */
function checkJson({ dos, codes, pairs, findings, editions }: CodeCheck) {
  return {
    dos,
    codes: codes.map(({ code, valid, status, globalDays, mue, mai, addOn, parents }) => ({
      code,
      valid: valid ?? null,
      status: status ?? null,
      globalDays: globalDays ?? null,
      mue: mue ?? null,
      mai: mai ?? null,
      addOn: addOn ?? null,
      parents,
    })),
    pairs: pairs.map(({ column1, column2, indicator, deletedOn, verdict }) => ({
      column1,
      column2,
      indicator,
      deletedOn: deletedOn ?? null,
      verdict,
    })),
    findings: findings.map(({ rule, severity, state, text, authority, edition }) => ({
      rule,
      severity,
      state,
      text,
      authority,
      edition,
    })),
    editions,
  };
}

function printCheck({ dos, codes, pairs, findings, editions }: CodeCheck): void {
  print(`Date of service ${dos}`);
  for (const { code, status, globalDays, mue, mai, addOn, parents } of codes) {
    const facts = [
      status === undefined ? undefined : `status ${status}`,
      globalDays === undefined ? undefined : `global ${globalDays}`,
      mue === undefined ? undefined : `MUE ${mue} (MAI ${mai})`,
      addOn === true ? `add-on to ${parents.slice(0, 8).join(' ')}${parents.length > 8 ? ' ...' : ''}` : undefined,
    ];
    print(`  ${code}  ${facts.filter((fact) => fact !== undefined).join(', ') || 'nothing known'}`);
  }
  for (const pair of pairs) print(`  ${pair.column1} / ${pair.column2}  indicator ${pair.indicator}: ${wordsOf(pair)}`);
  for (const { severity, state, text, edition } of findings) {
    print(`${severity}  ${text} [${state === 'nearest-edition' ? `nearest edition: ${edition}` : edition}]`);
  }
  print(editions.length === 0 ? 'No official data is loaded.' : `Editions: ${editions.join('; ')}`);
}

function wordsOf({ verdict, column2, deletedOn }: CheckedPair): string {
  switch (verdict) {
    case 'denied':
      return `${column2} is never paid beside it`;
    case 'modifier':
      return `${column2} only with an NCCI-associated modifier`;
    case 'ended':
      return `ended on ${deletedOn}`;
    case 'void':
      return 'void, was never in force';
  }
}
