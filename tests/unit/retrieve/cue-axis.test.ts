import { describe, expect, it } from 'vitest';
import type { Cue, CueAxis } from '../../../src/core/model/code-record.ts';
import type { Context } from '../../../src/core/retrieve/axis-reading.ts';
import { readCueAxis } from '../../../src/core/retrieve/cue-axis.ts';

const cues = (...words: string[]) => words as Cue[];
const WAY: CueAxis = {
  kind: 'cue',
  where: 'any',
  values: [
    { value: 'open-pieces', cues: cues('three fragments'), unless: [] },
    { value: 'open', cues: cues('open', 'plate .. fixed', 'plate that'), unless: [] },
    { value: 'closed', cues: cues('cast'), unless: [] },
  ],
  whenSilent: { do: 'hold' },
  ask: undefined,
};

const contextOf = (title: string, body: string): Context => ({
  own: [{ normal: title, start: 0 }],
  isTitled: true,
  body: [{ normal: body, start: title.length }],
  isBodyShared: false,
  isTitledTwice: false,
  title: [],
  diagnoses: [],
  near: [],
  denied: [],
  planned: [],
  measure: undefined,
});

describe('an axis read from words', () => {
  it.each([
    ['open reduction of the fracture', 'a plate was fixed', 'open'],
    ['open reduction of the fracture with three fragments', 'a plate was fixed', 'open-pieces'],
    ['open reduction of the fracture', 'three fragments were held', 'open-pieces'],
    ['open reduction of the fracture', 'a cast was applied', 'open'],
    ['treatment of the fracture', 'a cast was applied', 'closed'],
    ['treatment of the fracture', 'a plate that was there was not used; a cast was applied', 'open'],
    ['treatment of the fracture', 'a plate lay there and was not fixed, a cast was applied', 'closed'],
    ['treatment of the fracture', 'nothing more is told', undefined],
  ])('%s; %s: %s', (title, body, value) => {
    expect(readCueAxis('way', WAY, contextOf(title, body)).value).toBe(value);
  });

  it('takes what an operation was for from the diagnosis where the axis says so', () => {
    const values = [
      { value: 'detached', cues: cues('vitrectomy && retinal detachment'), unless: cues('history') },
      { value: 'plain', cues: cues('vitrectomy'), unless: [] },
    ];
    const work: CueAxis = { ...WAY, where: 'reason', values };
    const context = contextOf('vitrectomy', 'the vitreous was removed');
    const told = (normal: string) => ({ ...context, diagnoses: [{ normal, start: 90 }] });
    expect(readCueAxis('work', work, told('retinal detachment')).value).toBe('detached');
    expect(readCueAxis('work', work, told('history of retinal detachment')).value).toBe('plain');
    expect(readCueAxis('work', { ...work, where: 'any' }, told('retinal detachment')).value).toBe('plain');
  });

  it('passes over what the operation came upon where the indication decides', () => {
    const values = [{ value: 'detached', cues: cues('retinal detachment'), unless: [] }];
    const retina: CueAxis = { ...WAY, where: 'indication', values };
    const context = contextOf('vitrectomy', 'a retinal detachment was come upon');
    const told = (normal: string) => ({ ...context, diagnoses: [{ normal, start: 90 }] });
    expect(readCueAxis('retina', retina, told('vitreous hemorrhage')).value).toBeUndefined();
    expect(readCueAxis('retina', retina, told('retinal detachment')).value).toBe('detached');
    expect(readCueAxis('retina', retina, context).value).toBe('detached');
  });
});
