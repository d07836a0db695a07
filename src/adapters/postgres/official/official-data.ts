import { isAnesthesiaCode } from '../../../core/model/code.ts';
import { editionFor, type OfficialFacts, type OfficialKind } from '../../../core/model/official.ts';
import type { OfficialData } from '../../../pipeline/ports.ts';
import type { Database } from '../database.ts';
import { addOnsOf, feesOf, muesOf, pairsOf, unpairedOf } from './edit-rows.ts';
import { type LoadedEdition, listEditions } from './editions.ts';
import type { RowQuery } from './row-query.ts';
import { cptTitlesOf, diagnosesOf, levelTwoOf, notesOf } from './text-rows.ts';

/** Kinds that rules ask for by code. */
const BY_CODE = ['pfs', 'ptp', 'mue', 'aoc', 'hcpcs', 'icd10cm', 'icd10cm-tabular', 'cpt'] as const;

/**
 * Official rows from the loaded editions: of each kind the edition that covers the date of service, else the nearest
 * (see `editionFor`); excerpts are never used. One query for the editions and one a kind.
 */
export function createOfficialData(db: Database): OfficialData {
  return {
    async forCodes(codes, day): Promise<OfficialFacts> {
      const loaded = (await listEditions(db)).filter(({ isExcerpt }) => !isExcerpt);
      const chosen = new Map<OfficialKind, LoadedEdition>();
      const kinds: OfficialKind[] = [...BY_CODE, ...(codes.some(isAnesthesiaCode) ? (['anesthesia'] as const) : [])];
      for (const kind of kinds) {
        const ofKind = loaded.filter((edition) => edition.kind === kind);
        const edition = editionFor(ofKind, day);
        if (edition !== undefined) chosen.set(kind, edition);
      }
      const query: RowQuery = { db, codes: [...new Set(codes)], day };
      const rows = <Row>(kind: (typeof BY_CODE)[number], read: ReadRows<Row>): Promise<readonly Row[]> => {
        const edition = chosen.get(kind);
        return edition === undefined || query.codes.length === 0 ? Promise.resolve([]) : read(edition.id, query);
      };
      const [fees, pairs, unpaired, mues, addOns] = await Promise.all([
        rows('pfs', feesOf),
        rows('ptp', pairsOf),
        rows('ptp', unpairedOf),
        rows('mue', muesOf),
        rows('aoc', addOnsOf),
      ]);
      const [levelTwo, diagnoses, diagnosisNotes, cptTitles] = await Promise.all([
        rows('hcpcs', levelTwoOf),
        rows('icd10cm', diagnosesOf),
        rows('icd10cm-tabular', notesOf),
        rows('cpt', cptTitlesOf),
      ]);
      const editions = [...chosen.values()].map(told);
      return { editions, fees, pairs, unpaired, mues, addOns, levelTwo, diagnoses, diagnosisNotes, cptTitles };
    },
  };
}

type ReadRows<Row> = (editionId: number, query: RowQuery) => Promise<readonly Row[]>;

/** What the rules know of an edition. */
function told({
  kind,
  name,
  effectiveFrom,
  effectiveTo,
  hasHistory,
}: LoadedEdition): OfficialFacts['editions'][number] {
  return { kind, name, effectiveFrom, effectiveTo, hasHistory };
}
