import type { CptTitle } from '../model/official.ts';

type Titles = readonly CptTitle[] | undefined;

/** The AMA's own words for a code, where the owner has loaded them: in full for a card, short for a line of the claim. */
export function officialTitle(code: string, titles: Titles, length: 'full' | 'short'): string | undefined {
  const found = titles?.find((title) => title.code === code);
  if (found === undefined) return undefined;
  const { long, medium, short } = found;
  return length === 'full' ? (long ?? medium ?? short) : (medium ?? short ?? long);
}

/** Codes told in our words, each with the official ones beside it. */
export function withOfficialTitles<Told extends { readonly code: string }>(
  told: readonly Told[],
  titles: Titles,
  length: 'full' | 'short',
): (Told & { readonly official?: string | undefined })[] {
  return told.map((one) => {
    const official = officialTitle(one.code, titles, length);
    return official === undefined ? one : { ...one, official };
  });
}
