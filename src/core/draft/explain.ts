import type { NoteExtract, ProcedureInstance, Statement } from '../extract/note-extract.ts';
import type { AxisReading } from '../retrieve/axis-reading.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { contextOf, readGrid } from '../retrieve/family-grid.ts';
import { type FamilyScore, rankFamilies } from '../retrieve/rank-families.ts';
import { REASONS } from './fates.ts';

/** How one procedure of the note was read, for a coder who wants to follow it. */
export interface Explanation {
  /** The words of the note. */
  readonly words: string;
  readonly source: 'title' | 'body';
  /** Families it may mean, best first, with their score and what speaks for them. */
  readonly families: readonly { readonly title: string; readonly score: number; readonly why: readonly string[] }[];
  /** The facts that choose the code within the first family. */
  readonly facts: readonly Fact[];
  /** Codes of the cell these facts lead to. */
  readonly codes: readonly string[];
}

export interface Fact {
  readonly axis: string;
  readonly value: string | undefined;
  readonly how: string;
  /** The words that tell it. */
  readonly quote: string | undefined;
}

const FAMILIES_SHOWN = 3;

const HOW: Readonly<Record<AxisReading['how'], string>> = {
  told: 'told',
  assume: 'not told: the ordinary case',
  lower: 'not told: the lowest is taken, and asked',
  ask: 'not told: taken, and asked',
  hold: 'not told: the line waits',
};

/** Every procedure instance of a note: what it may mean, and which facts chose its code. */
export function explainNote(extract: NoteExtract, library: EngineLibrary): Explanation[] {
  return extract.instances.map((instance) => {
    const ranked = rankFamilies(instance, extract, library);
    const [best] = ranked;
    return {
      words: instance.text.replace(/\s+/g, ' ').trim(),
      source: instance.source,
      families: ranked.slice(0, FAMILIES_SHOWN).map(toldFamily),
      ...(best === undefined ? { facts: [], codes: [] } : chosenBy(best, instance, extract, library)),
    };
  });
}

function toldFamily({ family, score, why, missing }: FamilyScore): Explanation['families'][number] {
  const open = missing === 0 ? [] : [`${missing} needed fact${missing === 1 ? '' : 's'} not told`];
  return { title: family.title, score: Math.round(score * 10) / 10, why: [...why, ...open] };
}

function chosenBy(
  { family }: FamilyScore,
  instance: ProcedureInstance,
  extract: NoteExtract,
  library: EngineLibrary,
): Pick<Explanation, 'facts' | 'codes'> {
  const { readings, codes } = readGrid(library, family, contextOf(extract, instance), extract);
  return {
    facts: readings.map(({ axis, value, how, at }) => ({
      axis,
      value,
      how: HOW[how],
      quote: at === undefined ? undefined : extract.text.slice(at.start, at.end).replace(/\s+/g, ' '),
    })),
    codes: codes.map(({ code }) => code),
  };
}

/** Statements that do not count as done by the author, with the reason: what is read but not coded. */
export function setAside(extract: NoteExtract): { readonly words: string; readonly why: string }[] {
  return extract.statements
    .filter(({ section }) => section === 'body' || section === 'title' || section === 'findings')
    .flatMap((statement) => {
      const why = reasonFor(statement);
      const words = extract.text.slice(statement.start, statement.end).replace(/\s+/g, ' ').trim();
      return why === undefined || words === '' ? [] : [{ words, why }];
    });
}

function reasonFor({ state, performer }: Statement): string | undefined {
  if (performer === 'other') return REASONS.other;
  switch (state) {
    case 'negated':
      return REASONS.negated;
    case 'attempted':
      return REASONS.attempted;
    case 'planned':
      return REASONS.planned;
    case 'historical':
      return 'done at another time';
    case 'hypothetical':
      return 'only discussed';
    default:
      return undefined;
  }
}
