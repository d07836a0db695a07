import { storyLines, telling } from './story-items.ts';
import type { ActReader } from './told-act.ts';

const BYPASS = /\b(bypass|bpg|jump graft)\b/;
const PLAQUE = /\b(plaque|endarterectom\w*)\b/;
const FOR_THE_GRAFT =
  /\b(arteriotomy|opening)( \w+){0,3} for the graft\b|\bno patch\b|\bgraft hood\b|\bso (that )?the graft (would|could|lies?|lay|sat)\b/;

/**
 * Plaque taken out where a bypass graft is sewn on, through the opening made for it and without a patch of its own, is
 * part of the bypass (NCCI Policy Manual, ch. 5): no code of its own for the endarterectomy.
 */
export const readGraftInflow: ActReader = (extract) => {
  if (!BYPASS.test(extract.normal)) return undefined;
  const lines = storyLines(extract);
  const isForGraft = lines.some(({ words }) => FOR_THE_GRAFT.test(words));
  if (!isForGraft || telling(lines, PLAQUE) === undefined) return undefined;
  return { acts: [], governs: /^353(02|03|04|05|06|55|71|72)$/ };
};
