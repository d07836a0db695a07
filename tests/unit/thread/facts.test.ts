import { describe, expect, it } from 'vitest';
import { runThread, type ThreadMail } from '../../support/thread.ts';
import { APPENDIX, CHOLANGIOGRAM, COLON, GALLBLADDER, HERNIA, KNEE } from './notes.ts';

interface Scenario {
  readonly name: string;
  readonly mails: readonly (string | ThreadMail)[];
  /** The codes after each mail; empty where nothing was coded. */
  readonly codes: readonly string[];
}

const NEXT_ONE = `Next one please:\n\n${APPENDIX}`;

const SCENARIOS: readonly Scenario[] = [
  { name: 'a fact changes the code', mails: [GALLBLADDER, CHOLANGIOGRAM], codes: ['47562', '47563'] },
  { name: 'an operation is added', mails: [GALLBLADDER, HERNIA], codes: ['47562', '47562 49591'] },
  {
    name: 'facts of several mails add up',
    mails: [GALLBLADDER, CHOLANGIOGRAM, HERNIA, 'payer: commercial', 'he also took out the appendix'],
    codes: ['47562', '47563', '47563 49591', '47563 49591', '47563 49591 44970'],
  },
  {
    name: 'two facts in one mail',
    mails: [GALLBLADDER, `${CHOLANGIOGRAM}. ${HERNIA}`],
    codes: ['47562', '47563 49591'],
  },
  {
    name: 'two replies to the first answer add up too',
    mails: [GALLBLADDER, CHOLANGIOGRAM, { text: HERNIA, answers: 0 }],
    codes: ['47562', '47563', '47563 49591'],
  },
  {
    name: 'a setting after a fact keeps the fact',
    mails: [GALLBLADDER, CHOLANGIOGRAM, 'role: assistant'],
    codes: ['47562', '47563', '47563-80'],
  },
  {
    name: 'a question between the facts changes nothing',
    mails: [GALLBLADDER, 'What is 47563?', { text: CHOLANGIOGRAM, answers: 0 }, 'Is a cholangiogram included?', HERNIA],
    codes: ['47562', '', '47563', '', '47563 49591'],
  },
  {
    name: 'a reply to the answer to a question goes on with the note',
    mails: [GALLBLADDER, 'What is 47563?', CHOLANGIOGRAM],
    codes: ['47562', '', '47563'],
  },
  {
    name: 'thanks change nothing',
    mails: [GALLBLADDER, 'Thanks!', { text: HERNIA, answers: 0 }],
    codes: ['47562', '', '47562 49591'],
  },
  {
    name: 'a fact of the knee',
    mails: [KNEE, 'He also did a partial lateral meniscectomy.'],
    codes: ['29881-RT', '29880-RT'],
  },
  {
    name: 'the same fact told again is one fact',
    mails: [KNEE, 'He also did a partial lateral meniscectomy.', 'He also trimmed the lateral meniscus.'],
    codes: ['29881-RT', '29880-RT', '29880-RT'],
  },
  {
    name: 'another way of removal beside the first',
    mails: [COLON, 'He also took cold biopsies of a 3 mm polyp in the ascending colon.'],
    codes: ['45385', '45385 45380-59'],
  },
  // Taken back.
  ...[
    'no cholangiogram was done after all',
    'Sorry, the cholangiogram was not done.',
    'My mistake, he did not do a cholangiogram.',
    'Please disregard the cholangiogram, that was another patient.',
    'Please ignore my last message.',
  ].map((text) => ({
    name: `a fact is taken back: ${text}`,
    mails: [GALLBLADDER, CHOLANGIOGRAM, text],
    codes: ['47562', '47563', '47562'],
  })),
  {
    name: 'one of two facts is taken back',
    mails: [GALLBLADDER, `${CHOLANGIOGRAM}. ${HERNIA}`, 'The hernia was not repaired after all.'],
    codes: ['47562', '47563 49591', '47563'],
  },
  {
    name: 'taken back and told again',
    mails: [
      GALLBLADDER,
      CHOLANGIOGRAM,
      'no cholangiogram was done after all',
      'Sorry, once more: a cholangiogram was done.',
    ],
    codes: ['47562', '47563', '47562', '47563'],
  },
  {
    name: 'a denial of something that nobody told',
    mails: [GALLBLADDER, HERNIA, 'No drain was placed.'],
    codes: ['47562', '47562 49591', '47562 49591'],
  },
  {
    name: 'what the signed note tells is not taken back by mail',
    mails: [GALLBLADDER, 'The gallbladder was not removed after all.'],
    codes: ['47562', '47562'],
  },
  // A new topic sent as a reply.
  {
    name: 'another note is a case of its own facts',
    mails: [GALLBLADDER, CHOLANGIOGRAM, NEXT_ONE],
    codes: ['47562', '47563', '44970'],
  },
  {
    name: 'a fact goes to the note whose answer it replies to',
    mails: [
      GALLBLADDER,
      NEXT_ONE,
      { text: HERNIA, answers: 0 },
      { text: 'he also did an upper endoscopy with biopsy', answers: 1 },
    ],
    codes: ['47562', '44970', '47562 49591', '44970 43239'],
  },
  {
    name: 'the other note keeps what was told of it',
    mails: [
      GALLBLADDER,
      CHOLANGIOGRAM,
      NEXT_ONE,
      { text: HERNIA, answers: 1 },
      { text: 'payer: commercial', answers: 2 },
    ],
    codes: ['47562', '47563', '44970', '47563 49591', '44970'],
  },
  // Quotes.
  {
    name: 'the quoted answer below is not read again',
    mails: [GALLBLADDER, { text: CHOLANGIOGRAM, quotes: `CLAIM\n1 47562 Gallbladder out\n${HERNIA}` }],
    codes: ['47562', '47563'],
  },
  {
    name: 'a quoted fact that was taken back does not come again',
    mails: [
      GALLBLADDER,
      CHOLANGIOGRAM,
      { text: 'no cholangiogram was done after all', quotes: CHOLANGIOGRAM },
      { text: 'payer: commercial', quotes: CHOLANGIOGRAM },
    ],
    codes: ['47562', '47563', '47562', '47562'],
  },
  {
    name: 'the quoted note below is no new note',
    mails: [
      GALLBLADDER,
      { text: CHOLANGIOGRAM, quotes: GALLBLADDER },
      { text: HERNIA, quotes: `${CHOLANGIOGRAM}\n\n${GALLBLADDER}` },
    ],
    codes: ['47562', '47563', '47563 49591'],
  },
  {
    name: 'thanks above a quoted fact tell nothing',
    mails: [GALLBLADDER, { text: 'Thank you!', quotes: HERNIA }],
    codes: ['47562', ''],
  },
];

describe('the facts of a thread', () => {
  it.each(SCENARIOS)('$name', async ({ mails, codes }) => {
    const steps = await runThread(mails);
    expect(steps.map((step) => step.codes)).toEqual(codes);
  });

  it('that another note began stay out of it', async () => {
    const [, , other] = await runThread([GALLBLADDER, CHOLANGIOGRAM, NEXT_ONE]);
    expect(other?.input?.note.text).toBe(APPENDIX);
    expect(other?.answer).not.toHaveProperty('changed');
  });

  it('say whose word they are, as long as one of them stands', async () => {
    const [, told, taken] = await runThread([GALLBLADDER, CHOLANGIOGRAM, 'no cholangiogram was done after all']);
    expect(told?.text).toContain('the signed note has to say it');
    expect(taken?.text).not.toContain('the signed note has to say it');
    expect(taken?.input?.note.text).toBe(GALLBLADDER);
  });

  it('against the signed note are answered with what to do', async () => {
    const [, denied] = await runThread([GALLBLADDER, 'The gallbladder was not removed after all.']);
    expect(denied?.text).toContain('The signed note counts until its surgeon amends it');
  });
});
