import { describe, expect, it } from 'vitest';
import { contradicts, polarityOf } from '../../../src/core/draft/polarity.ts';
import type { DiagnosisCode, DiagnosisRecord } from '../../../src/core/model/code.ts';

const titled = (title: string): DiagnosisRecord => ({ code: 'X' as DiagnosisCode, title, terms: [], billable: true });

describe('what a title asserts and what the words deny', () => {
  it.each([
    ['Acute appendicitis without perforation or abscess', 'Acute appendicitis with perforation and abscess'],
    ['Acute appendicitis with abscess', 'Acute appendicitis without perforation, abscess, or gangrene'],
    ['Laceration of the left forearm without foreign body', 'Laceration with foreign body of left forearm'],
    ['Laceration of the scalp w/o foreign body', 'Laceration with foreign body of scalp'],
    ['Gallstones, no evidence of obstruction', 'Calculus of gallbladder with obstruction'],
  ])('"%s" is not "%s"', (words, title) => {
    expect(contradicts(titled(title), polarityOf(words))).toBe(true);
  });

  it.each([
    [
      'Acute appendicitis without perforation',
      'Unspecified acute appendicitis without perforation, abscess, or gangrene',
    ],
    ['Lumbar facet arthropathy', 'Spondylosis without myelopathy or radiculopathy, lumbar region'],
    ['Laceration of the left forearm', 'Laceration without foreign body of left forearm, initial encounter'],
    ['Ectopic pregnancy', 'Unspecified ectopic pregnancy without intrauterine pregnancy'],
    ['Ventral hernia', 'Ventral hernia without obstruction or gangrene'],
  ])('"%s" may be "%s"', (words, title) => {
    expect(contradicts(titled(title), polarityOf(words))).toBe(false);
  });
});
