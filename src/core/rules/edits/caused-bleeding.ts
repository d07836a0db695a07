import type { ClaimLine } from '../../model/draft.ts';
import { finding, librarySource, type Rule, withoutLines } from '../rule.ts';
import { told } from '../told.ts';
import { type CodeRange, isWithin, rangesOf } from './code-ranges.ts';

/** Control of bleeding through a scope, with the scopes that may have caused it. */
const CONTROLS: readonly { readonly control: string; readonly scopes: readonly CodeRange[] }[] = [
  { control: '43227', scopes: rangesOf('43200-43232') },
  { control: '43255', scopes: rangesOf('43235-43270') },
  { control: '44366', scopes: rangesOf('44360-44373') },
  { control: '44378', scopes: rangesOf('44376-44379') },
  { control: '44391', scopes: rangesOf('44388-44408') },
  { control: '45334', scopes: rangesOf('45330-45350') },
  { control: '45382', scopes: rangesOf('45378-45398') },
  { control: '46614', scopes: rangesOf('46600-46615') },
  { control: '31238', scopes: rangesOf('31231-31298') },
  { control: '52214', scopes: rangesOf('52204-52355') },
];

const CAUSED =
  /(?<!\b(no|without|any|nor)( (evidence|signs?|of|active|significant|further|obvious|immediate|more)){0,4} )\b(bleed\w*|ooz\w+|hemorrhage)\b( \w+){0,6} (at|from|after|following) (the )?(\w+ )?(biops\w+|polypectomy|polyp stalk|stalk|snar\w+|resection|ablation|excision|dilat\w+|cut edge)\b|\bpost ?polypectomy (bleed\w*|ooz\w+)\b/;

/** Bleeding that the procedure itself caused is controlled as part of it, whatever modifier is used. */
export const causedBleeding: Rule = (draft, context) => {
  const suspects = draft.lines.filter((line) => causeOf(line, draft.lines) !== undefined);
  if (suspects.length === 0) return { draft, findings: [] };
  const [quote] = told(context.extract, CAUSED, {
    states: ['completed'],
    sections: ['title', 'body', 'findings', 'other'],
  });
  if (quote === undefined) return { draft, findings: [] };
  const reason = `the bleeding came from the procedure itself ("${quote.quote}"); its control is part of it`;
  return {
    draft: withoutLines(
      draft,
      suspects.map((line) => ({ line, reason })),
    ),
    findings: suspects.map(({ code }) =>
      finding(
        'caused-bleeding',
        'F',
        librarySource(context),
        'NCCI Policy Manual ch. 6, endoscopy',
        `${code} falls: ${reason}`,
        [code],
      ),
    ),
  };
};

function causeOf(line: ClaimLine, lines: readonly ClaimLine[]): ClaimLine | undefined {
  const scopes = CONTROLS.filter(({ control }) => control === line.code).flatMap((each) => each.scopes);
  return lines.find((other) => other.code !== line.code && isWithin(other.code, scopes));
}
