import type { CheckState } from '../model/draft.ts';
import type { IsoDate } from '../model/ids.ts';
import { covers, type Edition, editionFor, type OfficialFacts } from '../model/official.ts';

/** A source of official data as a finding cites it. */
export interface Source {
  readonly state: CheckState;
  readonly edition: string;
}

/** The loaded edition for a day: covers it, is the nearest, or is not there. */
export function sourceOn(kind: Edition['kind'], { editions }: OfficialFacts, day: IsoDate): Source {
  const edition = editionFor(
    editions.filter((one) => one.kind === kind),
    day,
  );
  if (edition === undefined) return { state: 'not-checked', edition: 'none loaded' };
  return { state: covers(edition, day) ? 'checked' : 'nearest-edition', edition: edition.name };
}
