import { type StoryLine, storyLines, tells } from './story-items.ts';
import { type ActReader, act } from './told-act.ts';

const BOX = '(?:generator|device|can|box|battery|icd|aicd|pacemaker|pacer|defibrillator|unit)';
const OUT = new RegExp(
  `\\b(?:(?:old|existing|previous|prior)(?: \\w+){0,3} )?${BOX}\\b(?: \\w+){0,6} (?:explant\\w*|removed|delivered|disconnected|freed|taken out|exteriorized)\\b|\\b(?:explant\\w*|remov\\w*|deliver\\w*|disconnect\\w*|freed)(?: \\w+){0,6} ${BOX}\\b`,
);
const JOINED = new RegExp(
  `\\bnew(?: \\w+){0,4} ${BOX}\\b(?: \\w+){0,4} (?:attached|connected|hooked|joined|secured|affixed)\\b|\\b(?:attached|connected|hooked|joined|secured|affixed|switched|moved|plugged)(?: \\w+){0,4} new(?: \\w+){0,4} ${BOX}\\b`,
);
const NEW_LEAD =
  /\bnew( \w+){0,4} leads?\b|\bleads?( \w+){0,6} (was|were) (advanced|positioned|inserted|introduced|fixated|screwed|extracted|implanted)\b|\b(venous access|subclavian (vein )?stick|axillary vein (was )?(accessed|punctured))\b/;
const SHOCKS = /\b(icd|aicd|defibrillator|crt d)\b/;
const THREE = /\b(biventricular|bi v|biv|crt|three leads|(lv|left ventricular|coronary sinus) lead)\b/;
/** The box of a nerve: of spinal cord, brain, vagus, sacrum. */
const OF_NERVES =
  /\b(neuro ?stimulat\w*|stimulators?|spinal cord|dorsal column|scs|dbs|deep brain|vagus|vagal|vns|sacral|interstim|axonics|hypoglossal|barostim)\b/;
const TWO = /\b(dual|ddd\w*|two leads|both leads|(right )?atrial lead|ra lead)\b/;

/**
 * A box changed on the leads already in (33227-33229, 33262-33264) by the number of leads, where the story tells the old
 * box out, the new one joined and no lead placed: `new ICD` in a title is then no new system.
 */
export const readBoxChange: ActReader = (extract) => {
  const lines = storyLines(extract).filter(({ statement }) => statement.state === 'completed');
  const find = (words: RegExp): StoryLine | undefined => lines.find((line) => tells(line, words));
  const joined = find(JOINED);
  const isOfNerves = [...extract.titles, ...extract.diagnoses, ...extract.performed].some(({ normal }) =>
    OF_NERVES.test(normal),
  );
  if (isOfNerves || joined === undefined || find(OUT) === undefined || find(NEW_LEAD) !== undefined) return undefined;
  const said = [...extract.titles.map(({ normal }) => normal), ...lines.map(({ words }) => words)].map((words) =>
    words.replace(/ +/g, ' '),
  );
  const has = (words: RegExp): boolean => said.some((each) => words.test(each));
  const leads = has(THREE) ? 2 : has(TWO) ? 1 : 0;
  const code = `${(has(SHOCKS) ? 33262 : 33227) + leads}`;
  return {
    acts: [act(code, joined.statement, 'the old box out, the new one on the leads already in')],
    governs: /^(3320[678]|3321[23]|33221|3322[789]|33230|33231|33233|33240|33241|33249|3326[234])$/,
  };
};
