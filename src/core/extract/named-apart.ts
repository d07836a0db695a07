import type { EngineLibrary } from '../retrieve/engine-library.ts';
import type { Found } from '../retrieve/name-index.ts';

/**
 * Whether a name is of the act that another name of its family tells. `Mumford, biceps tenodesis`: two codes of a family
 * whose members are told by their names, each named in an item of its own, are two acts.
 */
export function isSameAct(
  mention: Found,
  leader: Found,
  fresh: number,
  text: string,
  { families }: EngineLibrary,
): boolean {
  if (leader.family !== mention.family) return false;
  const isOther = mention.code !== undefined && leader.code !== undefined && mention.code !== leader.code;
  if (!isOther || fresh < mention.positions.length) return true;
  const axes = Object.values(families.get(mention.family)?.axes ?? {});
  if (!axes.some((axis) => axis.kind === 'cue' && axis.where === 'named')) return true;
  const [first, second] = mention.start < leader.start ? [mention, leader] : [leader, mention];
  return !/[,;+&/]|\band\b/.test(text.slice(first.end, second.start));
}

/** `Laparoscopic` before a name tells its approach, `ultrasound-guided` its guidance; they are no laparoscopy, no study. */
export function isAdjective({ start, end }: Found, text: string): boolean {
  return (
    /^\s*\w+scopic(ally)?\s*$/i.test(text.slice(start, end)) || /^[- ]guid(ed|ance)\b/i.test(text.slice(end, end + 9))
  );
}

/** `d/c home`: discharged, not dilated and scraped. */
export function isDischarge({ start, end }: Found, text: string): boolean {
  return (
    /^d\/c$/i.test(text.slice(start, end)) &&
    /^('?e?d)?\s+(home|to|from|today|tomorrow|instructions|summary|foley|drain|meds|in|w\/|with|when|after|pod)\b/i.test(
      text.slice(end, end + 20),
    )
  );
}
