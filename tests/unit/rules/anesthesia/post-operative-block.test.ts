import { postOperativeBlock } from '../../../../src/core/rules/anesthesia/post-operative-block.ts';
import { billed } from '../../../support/a-visit.ts';
import { record } from '../../../support/role-cases.ts';
import { ruleCases } from '../../../support/rule-cases.ts';

const TITLE = 'Procedure: Shoulder arthroscopy.';
const ORDERED = record(
  TITLE,
  'General anesthesia.',
  'Interscalene block placed at the request of the surgeon for postoperative pain.',
);
const SOLE = record(TITLE, 'Interscalene block was the sole anesthetic.');
const VAGUE = record(TITLE, 'General anesthesia.', 'Interscalene block was placed.');

ruleCases(postOperativeBlock, /NCCI Policy Manual, chapter 2/, [
  {
    name: 'ordered for the pain afterwards, beside a general anesthetic: 59',
    claim: billed('01630-AA x90', '64415'),
    ...ORDERED,
    finds: [],
    lines: ['01630-AA x90', '64415-59'],
  },
  { name: 'the 59 it has already stands', claim: billed('01630-AA x90', '64415-59'), ...ORDERED, finds: [], asks: [] },
  {
    name: 'the block that is the anesthetic falls',
    claim: billed('01630-AA x90', '64415'),
    ...SOLE,
    finds: ['F post-operative-block'],
    lines: ['01630-AA x90'],
  },
  {
    name: 'with 59 too',
    claim: billed('01630-AA x90', '64415-59'),
    ...SOLE,
    finds: ['F post-operative-block', 'F post-operative-block'],
    lines: ['01630-AA x90'],
  },
  {
    name: 'without order and purpose it waits',
    claim: billed('01630-AA x90', '64415-59'),
    ...VAGUE,
    finds: ['Q post-operative-block'],
    lines: ['01630-AA x90', '64415 (held)'],
    asks: ['anesthesia.block'],
  },
  {
    name: 'the purpose without the order waits',
    claim: billed('01402-AA x90', '64447'),
    ...record(
      'Procedure: Knee replacement.',
      'Spinal anesthetic.',
      'Adductor canal block for post-operative analgesia.',
    ),
    finds: ['Q post-operative-block'],
    lines: ['01402-AA x90', '64447 (held)'],
  },
  { name: 'a block without an anesthetic is not judged here', claim: billed('64415'), ...VAGUE, finds: [], asks: [] },
  { name: 'an arterial line is no block', claim: billed('00790-AA x90', '36620'), ...VAGUE, finds: [], asks: [] },
  {
    name: 'an epidural catheter ordered for the days after',
    claim: billed('00540-AA x180', '62324'),
    ...record(
      'Procedure: Thoracotomy.',
      'General anesthesia.',
      'Thoracic epidural placed for postoperative pain, ordered by the surgeon.',
    ),
    finds: [],
    lines: ['00540-AA x180', '62324-59'],
  },
]);
