import type { Finding } from '../model/draft.ts';
import type { ChecksView } from './view.ts';
import { oneLine, sentence } from './words.ts';

const NO_EDITION = /^(none loaded|none|)$/;

/**
 * One line for what is clear, details for what failed, needs a look, or was not checked. Findings of severity Q are
 * told as questions instead. Undefined without findings.
 */
export function checksView(findings: readonly Finding[]): ChecksView | undefined {
  const told = findings.filter(({ severity }) => severity !== 'Q');
  if (told.length === 0) return undefined;
  const isClear = ({ severity, state }: Finding) => severity === 'I' && state === 'checked';
  const clear = told.filter(isClear);
  const details = [
    ...labelled(told, 'Failed', ({ severity }) => severity === 'F'),
    ...labelled(told, 'Look at', ({ severity }) => severity === 'W'),
    ...nearest(told.filter(({ severity, state }) => severity === 'I' && state === 'nearest-edition')),
    ...notChecked(told.filter(({ severity, state }) => severity === 'I' && state === 'not-checked')),
  ];
  return { summary: summaryOf(clear), details };
}

function summaryOf(clear: readonly Finding[]): string {
  const texts = [...new Set(clear.map(({ text }) => withoutStop(oneLine(text))))];
  return sentence(texts.join('; '));
}

function labelled(findings: readonly Finding[], label: string, belongs: (finding: Finding) => boolean) {
  const texts = findings.filter(belongs).map(({ text, authority, edition }) => {
    const source = [oneLine(authority), NO_EDITION.test(edition) ? '' : oneLine(edition)].filter((part) => part !== '');
    return source.length === 0 ? sentence(text) : `${withoutStop(oneLine(text))} (${[...new Set(source)].join(', ')}).`;
  });
  return [...new Set(texts)].map((text) => ({ label, text }));
}

/** What is clear by an edition of another date is one entry, each edition named once. */
function nearest(findings: readonly Finding[]) {
  const told = new Set<string>();
  const texts = findings.map(({ text, edition }) => {
    const words = withoutStop(oneLine(text));
    const fresh = oneLine(edition)
      .split(', ')
      .filter((name) => !NO_EDITION.test(name) && !told.has(name));
    for (const name of fresh) told.add(name);
    return fresh.length === 0 ? words : `${words} (${fresh.join(', ')})`;
  });
  return texts.length === 0 ? [] : [{ label: 'Nearest edition', text: sentence([...new Set(texts)].join('; ')) }];
}

/** What nothing was loaded for is one entry, however many rules it stopped. */
function notChecked(findings: readonly Finding[]) {
  const texts = [...new Set(findings.map(({ text }) => oneLine(text).replace(/ (was |were |are )?not checked\b/, '')))];
  return texts.length === 0 ? [] : [{ label: 'Not checked', text: sentence(texts.map(withoutStop).join('; ')) }];
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
