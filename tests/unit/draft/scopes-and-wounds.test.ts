import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/app/library.ts';
import { codeNote, labels } from '../../support/code-a-note.ts';

const engine = await openLibrary();

function lines(text: string): string[] {
  return labels(codeNote(text, engine).draft);
}

const STOMACH = 'The gastroscope was passed to the duodenum. Biopsies were taken of the antrum.';
const COLON = 'The colonoscope was advanced to the cecum. A polyp was taken off with a snare.';

describe('two scopes in one session', () => {
  it('each reads its own stretch of the story', () => {
    const title = 'PROCEDURE: Esophagogastroduodenoscopy with biopsy and colonoscopy with polypectomy.';
    expect(lines(`${title}\n\nDESCRIPTION: ${STOMACH} ${COLON}`)).toEqual(['43239', '45385']);
  });

  it('are both told by their acts where no title names them', () => {
    const story = `Attention was then taken for performing an EGD. ${STOMACH}`;
    const look = 'The colonoscope was inserted into the rectum and advanced to the cecum, all normal.';
    expect(lines(`DESCRIPTION: ${look} ${story}`).toSorted()).toEqual(['43239', '45378']);
  });

  it('take a polyp off by the tool that took it', () => {
    const story = 'The colonoscope was advanced to the cecum. A polyp was removed with a jumbo biopsy forceps.';
    expect(lines(`PROCEDURE: Colonoscopy and polypectomy.\n\nDESCRIPTION: ${story}`)).toEqual(['45380']);
  });

  it('only look where the story says that nothing was treated', () => {
    const story = 'The colonoscope was advanced to the cecum. The fold flattened on pressing. No therapy was required.';
    expect(lines(`PROCEDURE: Colonoscopy with polypectomy.\n\nDESCRIPTION: ${story}`)).toEqual(['45378']);
  });

  it('take a second polyp beside the one that was lifted', () => {
    const lifted =
      'The scope reached the cecum. Saline was injected under the lesion, which was removed in five pieces with a snare.';
    const story = `${lifted} A second polyp of 8 mm in the sigmoid was taken with a cold snare.`;
    expect(lines(`PROCEDURE: Colonoscopy with EMR.\n\nDESCRIPTION: ${story}`)).toEqual(['45390', '45385-59']);
  });
});

describe('a line with three lumens', () => {
  it('has ports, and is no port', () => {
    const story = 'The subclavian vein was cannulated. All ports aspirated and flushed.';
    expect(lines(`PROCEDURE: Insertion of a triple lumen central line.\n\nDESCRIPTION: ${story}`)).toEqual(['36556']);
  });
});

describe('a closure in layers', () => {
  const excision = 'PROCEDURE: Excision of nevus of the left cheek, 0.8 cm.\n\nDESCRIPTION: The nevus was excised.';

  it('brings the lowest band where no length is told', () => {
    expect(lines(`${excision} The wound was closed in two layers with subcutaneous chromic.`)).toEqual([
      '11441',
      '12051',
    ]);
  });

  it('is none where only the skin was stitched', () => {
    expect(lines(`${excision} The skin was closed with 5-0 nylon.`)).toEqual(['11441']);
  });
});

describe('items of one list', () => {
  it('are summed where wounds are', () => {
    const title =
      'PROCEDURE: 1. Complex repair of left ear laceration, 2 cm.\n2. Complex repair of right ear laceration, 2 cm.';
    expect(lines(title)).toEqual(['13152']);
  });

  it('are counted where each further cut is a unit', () => {
    const title = 'PROCEDURE: 1. Lateral escharotomy of the right arm.\n2. Medial escharotomy of the right arm.';
    expect(lines(title)).toEqual(['16035', '16036']);
  });

  it('are one where the second name is what the first was done to', () => {
    expect(lines('PROCEDURE: Shave excision of the mid neck seborrheic keratosis, 1.5 cm.')).toEqual(['11307']);
  });
});
