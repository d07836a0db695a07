import type { CaseSettings } from '../model/consultation.ts';
import { anyOf } from './words.ts';

const ROLES: Readonly<Record<CaseSettings['role']['value'], string>> = {
  surgeon: 'the surgeon',
  'co-surgeon': 'a co-surgeon',
  team: 'a surgeon of a team',
  assistant: 'the assistant at surgery',
  'assistant-npp': 'the assistant at surgery (PA, NP or CNS)',
  anesthesia: 'anesthesia',
};
const PLACES: Readonly<Record<CaseSettings['place']['value'], string>> = { facility: 'facility', office: 'office' };
/** Places of service that a claim of an operation names most, by their CMS code. */
const POS: Readonly<Record<string, string>> = {
  '11': 'office',
  '19': 'off-campus hospital outpatient',
  '21': 'inpatient hospital',
  '22': 'hospital outpatient',
  '23': 'emergency room',
  '24': 'ambulatory surgery center',
};
const PAYERS: Readonly<Record<CaseSettings['payer']['value'], string>> = {
  medicare: 'Medicare',
  medicaid: 'Medicaid',
  commercial: 'commercial payer',
};

function placeWords({ value, pos }: CaseSettings['place']): string {
  if (pos === undefined) return PLACES[value];
  return `${POS[pos] ?? PLACES[value]} (POS ${pos})`;
}

function payerWords({ value, plan }: CaseSettings['payer']): string {
  return plan === undefined ? PAYERS[value] : `${plan} (${PAYERS[value]}${value === 'medicare' ? ' rules' : ''})`;
}

interface Setting {
  readonly words: string;
  readonly from: 'mail' | 'note' | 'assumed';
  /** What to reply to change it; read back by core/extract/case-hints.ts. */
  readonly override: string;
}

/** What the claim takes for granted and how to change it. Of the date of service only the year is told. */
export function settingsLine({ dateOfService, role, place, payer, priorOperation }: CaseSettings): string {
  const year = dateOfService.value.slice(0, 4);
  const settings: Setting[] = [
    dateOfService.from === 'received'
      ? {
          words: `service year ${year} (no date given; the day your mail came)`,
          from: 'assumed',
          override: 'DOS: YYYY-MM-DD',
        }
      : { words: `service year ${year}`, from: dateOfService.from, override: 'DOS: YYYY-MM-DD' },
    {
      words: `billing for ${ROLES[role.value]}`,
      from: role.from,
      override: role.value === 'surgeon' ? 'role: assistant' : 'role: surgeon',
    },
    {
      words: placeWords(place),
      from: place.from,
      override: place.value === 'facility' ? 'place: office' : 'place: hospital',
    },
    {
      words: payerWords(payer),
      from: payer.from,
      override: payer.value === 'medicare' ? 'payer: commercial' : 'payer: Medicare',
    },
    ...priorSetting(priorOperation),
  ];
  const told = (from: Setting['from'], label: string) => {
    const words = settings.filter((setting) => setting.from === from).map((setting) => setting.words);
    return words.length === 0 ? [] : [`${label}: ${words.join(', ')}.`];
  };
  const overrides = settings.filter((setting) => setting.from === 'assumed').map((setting) => `"${setting.override}"`);
  return [
    ...told('mail', 'From your mail'),
    ...told('note', 'From the note'),
    ...told('assumed', 'Assumed'),
    ...(overrides.length === 0 ? [] : [`Reply with ${anyOf(overrides)} to change that.`]),
  ].join(' ');
}

const OVERRIDE = 'prior: CODE on YYYY-MM-DD';

/** An earlier operation whose global period may run; one of an unknown surgeon is asked about instead. */
function priorSetting(prior: CaseSettings['priorOperation']): Setting[] {
  if (prior === undefined) return [];
  const { code, daysBefore, surgeon } = prior.value;
  const days =
    daysBefore === undefined ? 'day not known' : `${prior.from === 'note' ? 'about ' : ''}${daysBefore} days before`;
  if (surgeon === 'own' && code === undefined) {
    return [
      {
        words: `the global period of your earlier operation (${days}) still runs`,
        from: 'assumed',
        override: OVERRIDE,
      },
    ];
  }
  if (prior.from === 'note') return [];
  const whose = surgeon === 'own' ? 'of yours' : 'of another surgeon';
  return [
    { words: `earlier operation ${code ?? ''} ${whose}, ${days}`.replace('  ', ' '), from: 'mail', override: OVERRIDE },
  ];
}
