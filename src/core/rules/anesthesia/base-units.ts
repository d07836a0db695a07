import { isAnesthesiaCode } from '../../model/code.ts';
import type { Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule, sourceOf } from '../rule.ts';

const AUTHORITY = 'CMS anesthesia base units and conversion factors';

/** Base units are our library's; the year's conversion factor is named by its edition, never as money. */
export const baseUnits: Rule = (draft, context) => {
  const lines = draft.lines.filter(({ code }) => isAnesthesiaCode(code));
  if (lines.length === 0) return { draft, findings: [] };
  const source = sourceOf('anesthesia', context);
  const year = context.settings.dateOfService.value.slice(0, 4);
  const findings: Finding[] = lines.flatMap(({ code }) => {
    const doubts = context.library.find(code)?.verify ?? [];
    return doubts.length === 0
      ? []
      : [
          finding(
            'base-units',
            'W',
            librarySource(context),
            AUTHORITY,
            `${code}: ${doubts.join(', ')}: to be confirmed`,
            [code],
          ),
        ];
  });
  const unknown = lines.filter(({ code }) => context.library.find(code)?.anesthesia === undefined);
  for (const { code } of unknown) {
    findings.push(finding('base-units', 'W', librarySource(context), AUTHORITY, `${code}: base units unknown`, [code]));
  }
  findings.push(finding('base-units', 'I', source, AUTHORITY, factorText(source.state, year)));
  return { draft, findings };
};

function factorText(state: Finding['state'], year: string): string {
  if (state === 'checked') return `anesthesia conversion factor of ${year} loaded`;
  return `anesthesia conversion factor of ${year} not checked${state === 'nearest-edition' ? ': only another year is loaded' : ''}`;
}
