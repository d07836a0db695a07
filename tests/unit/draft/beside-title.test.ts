import { describe, expect, it } from 'vitest';
import { codeNote, labels, operativeNote } from '../../support/code-a-note.ts';
import { REAL_LIBRARY } from '../../support/real-library.ts';

const lines = (...told: Parameters<typeof operativeNote>): string[] =>
  labels(codeNote(operativeNote(...told), REAL_LIBRARY).draft).toSorted();

describe('an act that the story tells beside the title', () => {
  it('is coded by its own sentences, with the digit told before it', () => {
    const story =
      'The bump was resected and a chevron osteotomy fixed with a screw. The second toe was still contracted. The head of the proximal phalanx was removed and a wire driven across.';
    expect(lines('Bunion and hammertoe, right', 'Bunionectomy with distal metatarsal osteotomy', story)).toEqual([
      '28285-T6',
      '28296-RT',
    ]);
  });

  it('may have its organ in the diagnosis', () => {
    const story =
      'The posterosuperior prominence was taken with a saw. The tendon was reattached to the footprint with four anchors.';
    const diagnosis = 'Insertional Achilles tendinitis with Haglund deformity, left';
    expect(lines(diagnosis, 'Haglund resection left heel', story)).toContain('27654-LT');
  });

  it('is none where the title names it', () => {
    const story = 'The transverse carpal ligament was divided. The nerve was flat.';
    expect(lines('Carpal tunnel syndrome', 'Right carpal tunnel release', story)).toEqual(['64721-RT']);
  });

  it('is told once where the title has a bare word of it', () => {
    const story =
      'Necrotic muscle was excised and loose cortical chips were removed. The canal was reamed and a nail driven across the fracture.';
    expect(lines('Open right tibial shaft fracture', 'I&D and IM nailing right tibia', story)).toEqual([
      '11012-RT',
      '27759-RT',
    ]);
  });
});
