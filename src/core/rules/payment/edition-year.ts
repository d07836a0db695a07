import type { Edition } from '../../model/official.ts';
import { finding, type Rule } from '../rule.ts';

/** Editions whose rows decide a claim. */
const DECIDING: ReadonlySet<Edition['kind']> = new Set(['pfs', 'ptp', 'mue']);

/** A claim answered from an edition of another year says so, once: codes, values and edits change with the year. */
export const editionYear: Rule = (draft, { official, settings }) => {
  const year = settings.dateOfService.value.slice(0, 4);
  const foreign = official.editions.filter((edition) => DECIDING.has(edition.kind) && !isOfYear(edition, year));
  if (draft.lines.length === 0 || foreign.length === 0) return { draft, findings: [] };
  const edition = foreign.map(({ name }) => name).join(', ');
  const text = `answered from editions of another year than the service, ${year}: check again before billing`;
  const source = { state: 'nearest-edition', edition } as const;
  return { draft, findings: [finding('edition-year', 'I', source, 'edition dates', text)] };
};

/** An edition with history speaks for the years before it too. */
function isOfYear({ effectiveFrom, effectiveTo, hasHistory }: Edition, year: string): boolean {
  if (effectiveFrom === undefined) return true;
  const [from, to] = [effectiveFrom.slice(0, 4), (effectiveTo ?? '9999').slice(0, 4)];
  return year <= to && (from <= year || hasHistory === true);
}
