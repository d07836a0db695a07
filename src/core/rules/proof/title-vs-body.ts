import type { Finding } from '../../model/draft.ts';
import { finding, librarySource, type Rule } from '../rule.ts';

/** What the title names and the claim does not bill, and what only the body tells, is said aloud; a visit has no title. */
export const titleVsBody: Rule = (draft, context) => {
  // The titled operation is the surgeon's: an anesthetist bills the session.
  const isAnesthesia = context.settings.role.value === 'anesthesia';
  if (draft.visit !== undefined || isAnesthesia) return { draft, findings: [] };
  const { instances } = context.extract;
  const families = new Set(draft.lines.flatMap(({ code }) => context.library.find(code)?.family ?? []));
  const findings: Finding[] = [];
  const untold = instances.filter(
    ({ source, families: named }) =>
      source === 'title' && named.length > 0 && !named.some(({ family }) => families.has(family)),
  );
  if (untold.length > 0) {
    findings.push(
      finding(
        'title-vs-body',
        'W',
        librarySource(context),
        'documentation',
        `${untold.length} titled procedure(s) not billed: see "not billed" for the reason`,
      ),
    );
  }
  const titled = new Set(
    instances
      .filter(({ source }) => source === 'title')
      .flatMap(({ families: named }) => named.map(({ family }) => family)),
  );
  const bodyOnly =
    titled.size === 0
      ? []
      : draft.lines.filter(
          ({ code, parent }) => parent === undefined && !titled.has(context.library.find(code)?.family ?? ''),
        );
  if (bodyOnly.length > 0) {
    const codes = bodyOnly.map(({ code }) => code);
    findings.push(
      finding(
        'title-vs-body',
        'W',
        librarySource(context),
        'documentation',
        `${codes.join(', ')}: told in the body, not in the title`,
        codes,
      ),
    );
  }
  return { draft, findings };
};
