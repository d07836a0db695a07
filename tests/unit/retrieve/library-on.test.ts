import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/core/model/ids.ts';
import { libraryOn } from '../../../src/core/retrieve/library-on.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const IN_2025 = libraryOn(REAL_LIBRARY, '2025-07-01' as IsoDate);
const IN_2026 = libraryOn(REAL_LIBRARY, '2026-07-01' as IsoDate);
const codes = (library: typeof IN_2025): Set<string> =>
  new Set([...library.codesOf.values()].flat().map(({ code }) => code as string));

describe('the library on a day', () => {
  it('leaves out what has ended and has a successor', () => {
    expect(codes(IN_2025).has('37220')).toBe(true);
    expect(codes(IN_2026).has('37220')).toBe(false);
    expect(codes(IN_2026).has('37254')).toBe(true);
  });

  it('leaves out what has not begun and has a predecessor', () => {
    expect(codes(IN_2025).has('37254')).toBe(false);
  });

  it('keeps the rest, finds every code, and is made once a day', () => {
    expect(codes(IN_2025).has('47562')).toBe(true);
    expect(IN_2026.find('37220')?.code).toBe('37220');
    expect(libraryOn(REAL_LIBRARY, '2025-07-01' as IsoDate)).toBe(IN_2025);
  });
});
