import { describe, expect, it } from 'vitest';
import { lookup } from '../../../src/core/lookup/lookup.ts';
import type { OfficialTexts } from '../../../src/core/model/official.ts';
import { prepareLibrary } from '../../../src/core/retrieve/engine-library.ts';
import { smallLibrary } from '../../support/small-library.ts';

const TEXTS: OfficialTexts = {
  diagnoses: [
    { code: 'K80.20', isBillable: true, title: 'An official title of a code that our list has' },
    { code: 'B02.9', isBillable: true, title: 'Zoster without complications' },
    { code: 'B02.0', isBillable: true, title: 'Zoster encephalitis' },
    { code: 'B02', isBillable: false, title: 'Herpes zoster' },
  ],
  terms: [{ path: 'Shingles', code: 'B02.9' }],
  levelTwo: [
    { code: 'E0100', title: 'Cane, includes canes of all materials, with tips', terminatedOn: undefined },
    { code: 'E2207', title: 'Wheelchair accessory, crutch and cane holder, each', terminatedOn: undefined },
    { code: 'E0112', title: 'Crutches underarm, wood, pair', terminatedOn: undefined },
    { code: 'E0114', title: 'Crutches underarm, other than wood, pair', terminatedOn: undefined },
    { code: 'E0101', title: 'Cane of old', terminatedOn: '2001-01-01' as never },
  ],
};

describe('lookup with official titles', () => {
  const engine = prepareLibrary(smallLibrary(), TEXTS);
  const first = (query: string, system: 'hcpcs' | 'icd10cm') => lookup(engine, query, { limit: 5, system })[0];

  it('puts the head of a title before its rest', () => {
    expect(first('cane', 'hcpcs')?.code).toBe('E0100');
  });

  it('knows what a title and a query deny', () => {
    expect(first('underarm crutches, not wood', 'hcpcs')?.code).toBe('E0114');
    expect(first('wood crutches', 'hcpcs')?.code).toBe('E0112');
  });

  it('leaves out what has ended', () => {
    expect(lookup(engine, 'cane', { limit: 9 }).map(({ code }) => code)).not.toContain('E0101');
  });

  it('finds codes that our list lacks by title and by the words of the index', () => {
    expect(first('zoster', 'icd10cm')?.code).toBe('B02.9');
    expect(first('shingles', 'icd10cm')?.code).toBe('B02.9');
    expect(first('B02', 'icd10cm')?.code).toBe('B02.0');
  });

  it('keeps our own title where the code is on our list', () => {
    expect(first('K80.20', 'icd10cm')?.title).toBe('Calculus of gallbladder without cholecystitis without obstruction');
  });
});
