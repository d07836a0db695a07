import type { ClaimLine, Finding } from '../../model/draft.ts';
import { finding, librarySource, mapLines, type Rule, type RuleContext } from '../rule.ts';
import { UNLISTED_CODES } from './unlisted-codes.ts';

const AUTHORITY = 'CPT, unlisted services; NCCI Policy Manual ch. 1';

/** More or less than the described work: an unlisted code describes none. */
const MEASURED = ['22', '52'] as const;

/**
 * An unlisted code names a section and no work: it never takes 22 or 52, has no value, and goes with the note and a
 * comparable code; where a Category III code tells the service, that one is reported instead.
 */
export const unlisted: Rule = (draft, context) => {
  const findings: Finding[] = [];
  const checked = mapLines(draft, (line) => {
    if (!UNLISTED_CODES.has(line.code)) return line;
    const found = (severity: Finding['severity'], text: string): void => {
      findings.push(finding('unlisted', severity, librarySource(context), AUTHORITY, text, [line.code]));
    };
    const wrong = MEASURED.filter((modifier) => line.modifiers.includes(modifier));
    if (wrong.length > 0)
      found('F', `${line.code} is unlisted and never takes ${wrong.join(' or ')}: it describes no usual work`);
    const temporary = temporaryCodeOf(line, context);
    if (temporary !== undefined)
      found('F', `${line.code} is unlisted although ${temporary} tells this service: a Category III code goes first`);
    else if (line.held === undefined)
      found('W', `${line.code} has no value of its own: send the operative note and name a comparable code`);
    const modifiers = line.modifiers.filter((modifier) => !wrong.some((one) => one === modifier));
    const held = temporary === undefined ? line.held : `${temporary} tells this service`;
    return { ...line, modifiers, held: held ?? 'an unlisted code goes with the operative note and a comparable code' };
  });
  return { draft: checked, findings };
};

/** A Category III code, valid on the day, whose name stands in the words that prove the line. */
function temporaryCodeOf({ evidence }: ClaimLine, { extract, library, settings }: RuleContext): string | undefined {
  const day = settings.dateOfService.value;
  const instances = extract.instances.filter(({ start, end }) =>
    evidence.some((quote) => quote.start < end && start < quote.end),
  );
  const named = new Set(instances.flatMap(({ families }) => families.map(({ family }) => family)));
  const codes = [...named].flatMap((family) => library.codesOf.get(family) ?? []);
  return codes.find(
    ({ code, validFrom, validTo }) => /^\d{4}T$/.test(code) && (validFrom ?? day) <= day && day <= (validTo ?? day),
  )?.code;
}
