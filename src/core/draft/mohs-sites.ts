import type { NoteExtract, Statement } from '../extract/note-extract.ts';
import { numberOf } from '../extract/targets.ts';

/** One cancer taken out layer by layer: its stages, and the tissue blocks beyond the fifth of each. */
export interface MohsSite {
  readonly stages: number;
  readonly extraBlocks: number;
  /** Where it lies: the statement of its first stage, then those before it, nearest first. */
  readonly near: readonly (readonly Statement[])[];
  readonly start: number;
  readonly end: number;
}

/** `Stage II`, `stage 2`; a stage of a disease is none. */
const STAGE =
  /\bstage (iii|ii|iv|i|v|[1-9]|one|two|three|four|five)\b(?! (?:[a-c] )?(?:disease|cancer|melanoma|kidney|ckd|ulcer|pressure))/g;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 };
const BLOCKS = /\b(\w+) (?:tissue )?(?:blocks?|sections?|pieces?|specimens?)\b/;

/** CPT 17315 is for each block after the first five of a stage. */
const BLOCKS_OF_A_STAGE = 5;

interface Stage {
  readonly rank: number;
  readonly blocks: number;
  readonly statement: Statement;
}

/** The sites of a Mohs record told stage by stage; a stage that counts from the beginning again starts another site. */
export function mohsSites({ statements }: NoteExtract): MohsSite[] {
  const stages = statements.filter(isDone).flatMap((statement) => stagesIn(statement, statements));
  const sites: Stage[][] = [];
  for (const stage of stages) {
    const last = sites.at(-1);
    const before = last?.at(-1);
    if (last === undefined || before === undefined || stage.rank < before.rank) sites.push([stage]);
    else if (stage.rank > before.rank) last.push(stage);
    else if (stage.statement.paragraph !== before.statement.paragraph) sites.push([stage]);
  }
  return sites.flatMap((site) => {
    const [first] = site;
    if (first === undefined) return [];
    const { statement } = first;
    const before = statements.filter(({ index }) => index < statement.index).toReversed();
    return {
      stages: Math.max(...site.map(({ rank }) => rank)),
      extraBlocks: site.reduce((sum, { blocks }) => sum + Math.max(0, blocks - BLOCKS_OF_A_STAGE), 0),
      near: [[statement], ...before.map((each) => [each])],
      start: statement.start,
      end: statement.end,
    };
  });
}

/** A record often tells its stages under whatever heading stands last. */
function isDone({ state, performer, section }: Statement): boolean {
  return state === 'completed' && performer === 'author' && section !== 'history' && section !== 'plan';
}

function stagesIn(statement: Statement, statements: readonly Statement[]): Stage[] {
  const words = statement.normal.replace(/ +/g, ' ');
  const hits = [...words.matchAll(STAGE)];
  return hits.map((hit, at): Stage => {
    const own = words.slice(hit.index, hits[at + 1]?.index ?? words.length);
    const next = statements[statement.index + 1];
    const isLast = at === hits.length - 1 && next?.paragraph === statement.paragraph && next.normal.search(STAGE) < 0;
    return {
      rank: rankOf(hit[1] ?? ''),
      blocks: blocksIn(own) ?? (isLast ? blocksIn(next.normal.replace(/ +/g, ' ')) : undefined) ?? 1,
      statement,
    };
  });
}

function rankOf(word: string): number {
  return ROMAN[word] ?? numberOf(word) ?? 1;
}

function blocksIn(words: string): number | undefined {
  const word = BLOCKS.exec(words)?.[1];
  return word === undefined ? undefined : numberOf(word);
}
