import type { DrillMail } from './drill-mail.ts';
import { machineMail } from './machine-mails.ts';
import { caseMail, questionMail, refusedMail, reusedIdMails, strangerMail, withoutIdMail } from './person-mails.ts';
import { bombMail, poisonMail } from './poison-mails.ts';
import type { Random } from './random.ts';

type Maker = (id: string, number: number, random: Random) => DrillMail | readonly DrillMail[];

/** How often each sort of mail comes, in parts of the whole. */
const SORTS: readonly (readonly [number, Maker])[] = [
  [50, caseMail],
  [8, questionMail],
  [6, strangerMail],
  [15, machineMail],
  [3, reusedIdMails],
  [3, withoutIdMail],
  [1, refusedMail],
];
const POISON_PART = 0.06;
/** Each costs its readers their whole time. */
const BOMBS = 2;

/**
 * The mails of a run, in the order of their posting, so many that with the planned answers to replies there are
 * `count`. The same seed makes the same mails.
 */
export function planMails(count: number, random: Random): readonly DrillMail[] {
  const mails: DrillMail[] = [];
  let number = 0;
  let planned = 0;
  const add = (make: Maker, turn?: number) => {
    number += 1;
    const made = [make(`d${String(number).padStart(5, '0')}`, turn ?? number, random)].flat();
    mails.push(...made);
    planned += made.length + made.filter(({ answered }) => answered !== undefined).length;
  };
  for (let turn = 0; turn < BOMBS; turn += 1) add(bombMail, turn);
  for (let turn = 0; turn < count * POISON_PART; turn += 1) add(poisonMail, turn);
  const weighted = SORTS.flatMap(([parts, make]) => Array<Maker>(parts).fill(make));
  while (planned < count) add(random.pick(weighted));
  return random.shuffled(mails);
}
