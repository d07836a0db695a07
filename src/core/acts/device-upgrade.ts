import { type StoryLine, storyLines } from './story-items.ts';
import { type ActReader, act } from './told-act.ts';

const NEW_DEFIBRILLATOR = /\bnew( \w+){0,3} (crt ?d|icd|aicd|defibrillator)\b/;
const PACEMAKER_OUT =
  /\b(ppm|pacemaker|pacer)( (can|generator|box|device))? (was )?(out|removed|explanted|taken out)\b/;
const DEFIBRILLATOR_OUT =
  /\b(icd|aicd|defibrillator)( (can|generator|box|device))? (was )?(out|removed|explanted|taken out)\b/;
const SHOCK_LEAD = /\b(shock|defibrillat\w*|df ?[14]|icd)( [a-z]+){0,4} lead\b.*\b(rv|apex|septum|septal|ventric\w*)\b/;
const LEFT_LEAD =
  /\b(lv|left ventricular|coronary sinus) lead\b.*\b(lateral|branch|br|vein|position\w*|placed|threshold|thr)\b|\bquad\w* (lv )?lead\b/;
const OLD_LEAD = /\b(old|existing|chronic|keep|kept|capped|abandoned)\b/;

/**
 * A pacemaker or defibrillator box changed for a new defibrillator with a new shock lead (33249), the left ventricular
 * lead placed at the same sitting (33225) and the old box taken out (33233, 33241). A box changed on old leads is told
 * by its own names.
 */
export const readDeviceUpgrade: ActReader = (extract) => {
  const lines = storyLines(extract).filter(({ statement }) => statement.state === 'completed');
  const find = (words: RegExp): StoryLine | undefined => lines.find((line) => words.test(line.words));
  const isNew = ({ words }: StoryLine): boolean => !OLD_LEAD.test(words);
  const shock = lines.find((line) => SHOCK_LEAD.test(line.words) && isNew(line));
  if (find(NEW_DEFIBRILLATOR) === undefined || shock === undefined) return undefined;
  const left = lines.find((line) => LEFT_LEAD.test(line.words) && isNew(line));
  const [pacemaker, defibrillator] = [find(PACEMAKER_OUT), find(DEFIBRILLATOR_OUT)];
  const why = 'box and leads are told one by one';
  return {
    acts: [
      act('33249', shock.statement, why),
      ...(left === undefined ? [] : [act('33225', left.statement, why)]),
      ...(pacemaker === undefined ? [] : [act('33233', pacemaker.statement, why)]),
      ...(defibrillator === undefined ? [] : [act('33241', defibrillator.statement, why)]),
    ],
    governs: /^(33249|33225|33233|33241|3326[234]|332[0-1]\d|3322[1789])$/,
  };
};
