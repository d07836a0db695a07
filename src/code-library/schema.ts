import { z } from 'zod';
import type { Alias, Axis, Companion, CountRule, Predicate } from '../core/model/code-record.ts';
import { isoDate } from '../core/model/ids.ts';
import { anesthesia } from './anesthesia-schema.ts';

/** YAML is read with the failsafe schema: every scalar arrives as text, so that 00100 stays a code. */

const text = z.string().trim().min(1);
const texts = z.array(text).default([]);
const number = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'a number')
  .transform(Number);
const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/i, 'letters, digits and hyphens');
const code = z.string().regex(/^[0-9A-Z]\d{3}[0-9A-Z]$/, 'five characters of a CPT or HCPCS code');
const date = z.string().transform((value, context) => {
  const parsed = isoDate(value);
  if (parsed === undefined) context.addIssue('a date YYYY-MM-DD');
  return parsed;
});

const alias = z.union([
  text.transform((value): Alias => ({ text: value, kind: 'dictation', ambiguousWith: [] })),
  z.strictObject({
    text,
    kind: z.enum(['dictation', 'abbrev', 'eponym', 'lay']).default('dictation'),
    ambiguousWith: texts,
  }),
]);

const predicate = z.string().transform((value, context): Predicate => {
  const one = /^([a-z][\w-]*)=([\w.-]+)$/i.exec(value);
  if (one?.[1] && one[2]) return { facet: one[1], values: [one[2]] };
  const many = /^([a-z][\w-]*) in \(([\w., -]+)\)$/i.exec(value);
  if (many?.[1] && many[2]) return { facet: many[1], values: many[2].split(',').map((part) => part.trim()) };
  context.addIssue('a predicate: facet=value, or facet in (a, b)');
  return z.NEVER;
});

const whenSilent = z.union([
  z.literal('hold').transform(() => ({ do: 'hold' as const })),
  z.strictObject({ assume: slug }).transform(({ assume }) => ({ do: 'assume' as const, value: assume })),
  z.strictObject({ lower: slug }).transform(({ lower }) => ({ do: 'lower' as const, value: lower })),
  z.strictObject({ ask: slug }).transform(({ ask }) => ({ do: 'ask' as const, value: ask })),
]);

const cueValue = z.record(z.string(), texts).transform((entry, context) => {
  const { unless = [], reasons = [], ...rest } = entry;
  const [named, ...more] = Object.entries(rest);
  if (named === undefined || more.length > 0) {
    context.addIssue('one value and its cues, with an optional `unless` and `reasons`');
    return z.NEVER;
  }
  return { value: named[0], cues: named[1], unless, ...(reasons.length > 0 ? { reasons } : {}) };
});

const cueAxis = z
  .strictObject({
    where: z.enum(['any', 'body', 'title', 'reason', 'indication', 'named', 'plan']).default('any'),
    values: z.array(cueValue),
    ask: text.optional(),
    silent: whenSilent,
  })
  .transform(({ where, values, ask, silent }): Axis => ({ kind: 'cue', where, values, ask, whenSilent: silent }));

const bandAxis = z
  .strictObject({
    measure: z.enum(['length-cm', 'diameter-cm', 'area-sqcm', 'weight-g', 'stone-cm', 'age-years', 'minutes', 'count']),
    of: texts,
    kinds: texts,
    combine: z.enum(['sum', 'max', 'each']).default('max'),
    bands: z.array(z.strictObject({ value: slug, upTo: number.optional() })).min(1),
    ask: text.optional(),
    silent: whenSilent,
  })
  .transform(
    ({ measure, of, kinds, combine, bands, ask, silent }): Axis => ({
      kind: 'band',
      measure,
      of,
      kinds,
      combine,
      bands: bands.map((band, index) => ({
        value: band.value,
        over: index === 0 ? Number.NEGATIVE_INFINITY : (bands[index - 1]?.upTo ?? Number.POSITIVE_INFINITY),
        upTo: band.upTo ?? Number.POSITIVE_INFINITY,
      })),
      ask,
      whenSilent: silent,
    }),
  );

const target = z.enum(['paired', 'eyelid', 'unpaired', 'digit', 'level', 'vessel', 'lesion', 'skinGroup']);

const companion = z
  .strictObject({ code, cues: z.array(text).min(1), unless: texts, modifier: text.optional() })
  .transform((value): Companion => ({ ...value, modifier: value.modifier }));

const exclusion = z.strictObject({
  code,
  when: z.enum(['always', 'sameTarget']).default('always'),
  why: text,
  authority: text,
});

const question = z.strictObject({ id: slug, to: z.enum(['surgeon', 'sender']), text, options: texts });

const COUNTED = [
  'session',
  'side',
  'interspace',
  'vertebra',
  'level',
  'lesion',
  'lead',
  'vessel',
  'digit',
  'muscle',
  'joint',
  'fracture',
  'tooth',
  'nerve',
  'graft',
  'implant',
  'lobe',
  'cm',
  'sqcm',
  'ml',
  'minutes',
] as const;

const count = z
  .strictObject({
    of: z.enum(COUNTED),
    rule: z.enum(['one', 'each', 'further']).default('one'),
    parentCovers: number.default(1),
    unitSize: number.default(1),
    cap: number.optional(),
  })
  .transform((value): CountRule => ({ ...value, cap: value.cap }));

const alone = z.strictObject({ beside: z.array(slug).min(1), except: texts, why: text, authority: text });

const shared = {
  needs: z.array(predicate).default([]),
  forbids: z.array(predicate).default([]),
  described: texts,
  untitled: texts,
  includes: z.array(slug).default([]),
  companions: z.array(companion).default([]),
  never: z.array(exclusion).default([]),
  alone: alone.optional(),
  ask: z.array(question).default([]),
  validFrom: date.optional(),
  validTo: date.optional(),
};

const familySchema = z.strictObject({
  family: slug,
  title: text.max(90),
  names: z.array(alias).min(1),
  axes: z.record(slug, z.union([cueAxis, bandAxis])).default({}),
  target: target.default('unpaired'),
  brings: z
    .array(
      z.strictObject({ family: slug, cues: z.array(text).min(1), only: z.record(slug, z.array(slug)).default({}) }),
    )
    .default([]),
  turns: z.array(z.strictObject({ family: slug, cues: z.array(text).min(1), unless: texts })).default([]),
  ...shared,
});

const codeSchema = z.strictObject({
  code,
  system: z.enum(['cpt', 'hcpcs']).default('cpt'),
  family: slug.optional(),
  cell: z.record(slug, z.union([slug.transform((value) => [value]), z.array(slug)])).default({}),
  title: text.max(80),
  says: text.max(600),
  notThis: z.array(z.strictObject({ code, decidingFact: text })).default([]),
  aliases: z.array(alias).default([]),
  favours: texts,
  wayIn: texts,
  role: z.enum(['primary', 'addOn']).default('primary'),
  parents: z.array(code).default([]),
  count: count.default({ of: 'session', rule: 'one', parentCovers: 1, unitSize: 1, cap: undefined }),
  target: target.optional(),
  may: z.array(z.strictObject({ code, onlyIf: text, modifier: z.string().default('') })).default([]),
  patient: z
    .strictObject({
      sex: z.enum(['female', 'male']).optional(),
      ageFrom: number.optional(),
      ageBelow: number.optional(),
    })
    .default({}),
  incomplete: text.optional(),
  payer: text.optional(),
  dx: z.strictObject({ expects: texts, asks: texts }).default({ expects: [], asks: [] }),
  verify: texts,
  examples: z.strictObject({ yes: z.array(text).min(1), no: texts }),
  replaces: z.array(code).default([]),
  replacedBy: z.array(code).default([]),
  anesthesia: anesthesia.optional(),
  ...shared,
});

export const sectionSchema = z.strictObject({
  families: z.array(familySchema).default([]),
  codes: z.array(codeSchema).min(1),
});

export const vocabularySchema = z.record(
  slug,
  z.record(
    slug,
    z.union([
      z.array(text).transform((cues) => ({ cues, within: undefined })),
      z.strictObject({ cues: texts, within: slug.optional() }),
    ]),
  ),
);

export const lexiconSchema = z.record(z.string(), z.union([text.transform((value) => [value]), z.array(text)]));

export const stepsSchema = z.record(slug, z.strictObject({ title: text, cues: texts }));

export type RawCode = z.output<typeof codeSchema>;
