import { openLibrary } from '../../src/app/library.ts';
import { deidentify } from '../../src/core/deidentify/deidentify.ts';
import type { Question } from '../../src/core/model/draft.ts';
import type { IsoDate } from '../../src/core/model/ids.ts';
import { applyRules } from '../../src/pipeline/apply-rules.ts';
import { extract } from '../../src/pipeline/extract.ts';
import type { OfficialData } from '../../src/pipeline/ports.ts';
import { retrieve } from '../../src/pipeline/retrieve.ts';
import { faultsOf } from './surgeon-query.ts';

const library = await openLibrary();
const DAY = '2025-11-01' as IsoDate;

/** The questions to the surgeon that the whole engine asks of a note, each with what is wrong with it. */
export async function surgeonQuestions(
  text: string,
  official: OfficialData,
): Promise<readonly { readonly question: Question; readonly faults: readonly string[] }[]> {
  const note = deidentify(text);
  const sender = deidentify('').text;
  const read = extract(
    { kind: 'case', note, senderText: sender, limits: [], mailedOn: DAY, toldDateOfService: DAY },
    library,
  );
  if (read.goes === 'no-further') return [];
  const { floor } = await applyRules(retrieve(read.value, library), { library, official, model: undefined });
  return floor.questions
    .filter(({ to }) => to === 'surgeon')
    .map((question) => ({ question, faults: [...faultsOf(question), ...quoteFaults(question, note.text)] }));
}

function quoteFaults({ quote }: Question, text: string): string[] {
  if (quote === undefined || quote.quote.trim() === '') return ['quotes nothing'];
  return text.slice(quote.start, quote.end) === quote.quote ? [] : ['quotes what the note does not say'];
}
