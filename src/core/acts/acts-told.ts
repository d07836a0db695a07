import type { NoteExtract } from '../extract/note-extract.ts';
import type { EngineLibrary } from '../retrieve/engine-library.ts';
import { readBellyArteries } from './belly-arteries.ts';
import { readBoxChange } from './box-change.ts';
import { readBronchoscopy } from './bronchoscopy.ts';
import { readCentralLines } from './central-lines.ts';
import { readCoronaryBypass } from './coronary-bypass.ts';
import { readCoronaryStents } from './coronary-stents.ts';
import { readDeviceUpgrade } from './device-upgrade.ts';
import { readGraftInflow } from './graft-inflow.ts';
import { readLegArteries } from './leg-arteries.ts';
import { readLegVeins } from './leg-veins.ts';
import { readNeckArteries } from './neck-arteries.ts';
import { readRenalArteries } from './renal-arteries.ts';
import type { ActReader, ActReading } from './told-act.ts';

const READERS: readonly ActReader[] = [
  readBronchoscopy,
  readCoronaryBypass,
  readCoronaryStents,
  readLegArteries,
  readLegVeins,
  readNeckArteries,
  readBellyArteries,
  readCentralLines,
  readDeviceUpgrade,
  readBoxChange,
  readRenalArteries,
  readGraftInflow,
];

/** Readings remembered with the note: candidates and lines ask for the same ones. */
const known = new WeakMap<NoteExtract, WeakMap<EngineLibrary, readonly ActReading[]>>();

/**
 * What the story tells vessel by vessel, lobe by lobe. A reading with a code that this year's library does not have is
 * left out as a whole: its counting rules are of another year.
 */
export function actsTold(extract: NoteExtract, library: EngineLibrary): readonly ActReading[] {
  const byLibrary = known.get(extract) ?? new WeakMap<EngineLibrary, readonly ActReading[]>();
  known.set(extract, byLibrary);
  const told = byLibrary.get(library) ?? read(extract, library);
  byLibrary.set(library, told);
  return told;
}

function read(extract: NoteExtract, library: EngineLibrary): readonly ActReading[] {
  const readings = READERS.flatMap((reader) => reader(extract) ?? []);
  return readings.filter(({ acts }) => acts.every(({ code }) => isOfThisYear(code, library)));
}

function isOfThisYear(code: string, library: EngineLibrary): boolean {
  const record = library.find(code);
  return record !== undefined && library.codesOf.get(record.family)?.includes(record) === true;
}
