import { findCue } from '../extract/cue.ts';
import type { Cue, CueAxis } from '../model/code-record.ts';
import type { AxisReading, Context, TextSpan } from './axis-reading.ts';

/** Reads an axis that words of the note decide: values in order of precedence, the first that is told wins. */
export function readCueAxis(axis: string, definition: CueAxis, context: Context): AxisReading {
  const near = firstTold(definition, context.near);
  if (near !== undefined) return { axis, ...near, how: 'told' };
  const spans = spansFor(definition, context);
  const told = firstTold(definition, spans);
  if (told !== undefined) return { axis, ...told, how: 'told' };
  const silent = definition.whenSilent;
  return { axis, value: silent.do === 'hold' ? undefined : silent.value, how: silent.do, at: undefined };
}

function spansFor(definition: CueAxis, context: Context): readonly TextSpan[] {
  if (definition.where === 'title') return context.own;
  if (definition.where === 'body') return context.body.length > 0 ? context.body : context.own;
  return [...context.own, ...context.body];
}

function firstTold(definition: CueAxis, spans: readonly TextSpan[]): Pick<AxisReading, 'value' | 'at'> | undefined {
  for (const { value, cues, unless } of definition.values) {
    for (const span of spans) {
      const at = tellingPlace(cues, unless, span);
      if (at !== undefined) return { value, at };
    }
  }
  return undefined;
}

/** Where one of the cues stands in the statement without being denied. */
export function tellingPlace(
  cues: readonly Cue[],
  unless: readonly Cue[],
  span: TextSpan,
): { readonly start: number; readonly end: number } | undefined {
  for (const cue of cues) {
    const place = findCue(cue, span.normal);
    if (place === undefined || isDenied(span.normal, place.start, cue)) continue;
    if (unless.some((other) => findCue(other, span.normal) !== undefined)) return undefined;
    return { start: span.start + place.start, end: span.start + place.end };
  }
  return undefined;
}

const DENIAL = /\b(no|not|without|denies|never|avoid\w*|negative for|rule out|ruled out|no evidence of)( \w+){0,2} +$/;

function isDenied(normal: string, at: number, cue: Cue): boolean {
  return (
    !/^(no|not|without|neither)\b/.test(cue) && DENIAL.test(normal.slice(Math.max(0, at - 40), at).replace(/ +/g, ' '))
  );
}
