import { denialIn, fatesOf, REASONS } from '../../draft/fates.ts';
import { bare } from '../../draft/questions.ts';
import type { ProcedureInstance } from '../../extract/note-extract.ts';
import type { ClaimLine, Draft, Finding } from '../../model/draft.ts';
import { isApart } from '../../retrieve/apart.ts';
import { stemsOf } from '../../retrieve/terms.ts';
import { finding, librarySource, type Rule, type RuleContext, withoutLines } from '../rule.ts';

const AUTHORITY = 'NCCI Policy Manual ch. 1';
const LONGEST_NAME = 80;

/**
 * Title, body and claim hold together: what the title names and the body denies is not billed; what the title names and
 * the claim lacks, what the body never tells and what only the body tells is said by name.
 */
export const titleVsBody: Rule = (draft, context) => {
  // A visit has no title, and the titled operation is the surgeon's: an anesthetist bills the session.
  if (draft.visit !== undefined || context.settings.role.value === 'anesthesia') return { draft, findings: [] };
  const denied = deniedLines(draft, context);
  const kept = withoutLines(draft, denied);
  const found = (severity: Finding['severity'], text: string, codes: readonly string[] = []): Finding =>
    finding('title-vs-body', severity, librarySource(context), AUTHORITY, text, codes);
  return {
    draft: kept,
    findings: [
      ...denied.map(({ line, reason }) => found('F', `${line.code} is titled, but ${reason}`, [line.code])),
      ...unbilled(kept, denied, context).map((text) => found('W', text)),
      ...silentLines(kept, context).map(({ code }) =>
        found('W', `${code}: the title names it, and the body tells nothing of it`, [code]),
      ),
      ...bodyOnly(kept, context).map(({ code }) => found('W', `${code}: told in the body, not in the title`, [code])),
    ],
  };
};

function familyOf({ code }: { readonly code: string }, { library }: RuleContext): string | undefined {
  return library.find(code)?.family;
}

function titlesOf({ extract }: RuleContext): ProcedureInstance[] {
  return extract.instances.filter(({ source, families }) => source === 'title' && families.length > 0);
}

function names({ families }: ProcedureInstance, family: string | undefined): boolean {
  return families.some((mention) => mention.family === family);
}

/** Lines of a titled family that the body denies throughout. */
function deniedLines({ lines }: Draft, context: RuleContext): { line: ClaimLine; reason: string }[] {
  const fates = fatesOf(context.extract, context.library);
  return lines.flatMap((line) => {
    const family = familyOf(line, context);
    if (isStruck(line, family, context)) return [{ line, reason: REASONS.negated }];
    const fate = fates.get(family ?? '');
    if (fate === undefined || fate.performed) return [];
    const titled = titlesOf(context).filter((title) => names(title, family));
    const [denial] = titled.flatMap((title) => denialIn(fate, title, context.library) ?? []);
    return denial === undefined ? [] : [{ line, reason: denial.reason }];
  });
}

/** The item of the title that names it is denied, no other names it, and no other words are quoted for it. */
function isStruck({ evidence }: ClaimLine, family: string | undefined, context: RuleContext): boolean {
  const struck = context.extract.struck.filter(({ instance }) => names(instance, family));
  return (
    struck.length > 0 &&
    !titlesOf(context).some((title) => names(title, family)) &&
    evidence.every((quote) => struck.some(({ instance: { start, end } }) => quote.start < end && start < quote.end))
  );
}

const DENIALS: ReadonlySet<string> = new Set(Object.values(REASONS));

/** Titled acts without a line, unless "not billed" says whose part they are. */
function unbilled(
  { lines, notBilled }: Draft,
  denied: readonly { readonly line: ClaimLine }[],
  context: RuleContext,
): string[] {
  const titles = [...titlesOf(context), ...context.extract.struck.map(({ instance }) => instance)];
  const statementOf = ({ start }: ProcedureInstance): number =>
    context.extract.statements.findIndex((each) => start >= each.start && start < each.end);
  const isBilled = (title: ProcedureInstance): boolean =>
    lines.some((line) => {
      const family = familyOf(line, context);
      const isQuoted = line.evidence.some(({ start, end }) => start < title.end && title.start < end);
      const isOfAnother = titles.some((other) => statementOf(other) !== statementOf(title) && names(other, family));
      return names(title, family) || (isQuoted && !isOfAnother);
    });
  return titles.flatMap((title) => {
    const isDenied = denied.some(({ line }) => names(title, familyOf(line, context)));
    if (isDenied || isBilled(title) || isOnlyAlone(title, context)) return [];
    const told = notBilled.find((each) => names(title, familyOf(each, context)));
    if (told !== undefined && !DENIALS.has(told.reason)) return [];
    const reason = told?.reason ?? 'no code of its kind fits what the note tells';
    return [`"${nameOf(title)}" is titled and not billed: ${reason}`];
  });
}

/** A look, an approach or a step that is part of every other operation: nobody misses its line. */
function isOnlyAlone({ families: [first] }: ProcedureInstance, { library }: RuleContext): boolean {
  const family = library.families.get(first?.family ?? '');
  const codes = library.codesOf.get(family?.family ?? '') ?? [];
  return family?.alone !== undefined || (codes.length > 0 && codes.every(({ alone }) => alone !== undefined));
}

function nameOf({ text }: ProcedureInstance): string {
  const name = bare(text.replace(/\s+/g, ' ').trim()).replace(/^(and|with|,)\s+|[\s,;]+$/gi, '');
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)} ...`;
}

/** A body shorter than this tells nothing of several procedures. */
const LEAST_STATEMENTS = 8;

/** Of several titled lines those whose own words the body never uses. */
function silentLines({ lines }: Draft, context: RuleContext): ClaimLine[] {
  const { extract, library } = context;
  const body = extract.performed.filter(({ section }) => section !== 'findings');
  const titles = titlesOf(context);
  if (titles.length < 2 || body.length < LEAST_STATEMENTS) return [];
  const rare = library.names.rarest * RARE;
  const inBody = new Set(body.flatMap(({ normal }) => stemsOf(normal)));
  return lines.filter((line) => {
    const record = library.find(line.code);
    const title = titles.find((each) => names(each, record?.family));
    if (record === undefined || title === undefined || record.role === 'addOn') return false;
    const isToldInBody = line.evidence.some(
      ({ start }) => !extract.titles.some((one) => start >= one.start && start < one.end),
    );
    const words = [title.normal, record.title, record.says, ...record.aliases.map(({ text }) => text)].flatMap(stemsOf);
    return !isToldInBody && !words.some((word) => inBody.has(word) && (library.index.idf.get(word) ?? 0) > rare);
  });
}

/** Words that many procedures use tell nothing: below this share of the weight of a word that only one uses. */
const RARE = 0.45;

/** Lines whose family no title names, unless a titled one brings them. */
function bodyOnly({ lines }: Draft, context: RuleContext): ClaimLine[] {
  const { library } = context;
  const titles = titlesOf(context);
  if (titles.length === 0) return [];
  const brought = new Set(
    lines.flatMap((line) => {
      const record = library.find(line.code);
      const family = library.families.get(record?.family ?? '');
      const companions = [...(family?.companions ?? []), ...(record?.companions ?? [])].map(({ code }) => code);
      return [
        ...companions.flatMap((code) => library.find(code)?.family ?? []),
        ...(family?.brings ?? []).map((each) => each.family),
      ];
    }),
  );
  return lines.filter((line) => {
    const record = library.find(line.code);
    // No title names a drug.
    if (isApart(library.families.get(record?.family ?? ''))) return false;
    if (record === undefined || line.parent !== undefined || brought.has(record.family)) return false;
    return !titles.some(
      (title) =>
        names(title, record.family) || line.evidence.some(({ start, end }) => start < title.end && title.start < end),
    );
  });
}
