/** Alternatives of a pattern, one a word; `_` stands for a blank inside one. */
export const oneOf = (words: string): string => `(?:${words.trim().replace(/\s+/g, '|').replaceAll('_', ' ')})`;
