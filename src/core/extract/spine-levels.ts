/** A comma leaves two spaces behind, a hyphen one: `L3, L4` are two vertebrae and `L3-L4` is a space. */
function listed(normal: string): string {
  return normal
    .replace(/(?<! ) {2}(?! )/g, ' , ')
    .replace(/ +/g, ' ')
    .trim();
}

const REGION_LENGTH: Readonly<Record<string, number>> = { c: 7, t: 12, l: 5, s: 5 };
const REGION_AFTER: Readonly<Record<string, string>> = { c: 't', t: 'l', l: 's' };

/** `c3 c6` and `c3 c4 c4 c5 c5 c6` become the same vertebrae and interspaces. */
export function spineOf(normal: string): { vertebrae: string[]; spaces: string[] } {
  const words = listed(normal);
  const vertebrae = new Set<string>();
  const spaces = new Set<string>();
  const pattern =
    /\b([ctls])(\d{1,2})(?: ?(?:to|through|thru|and)? ?\b([ctls])?(\d{1,2})(?![\d.]|(?: ?(?:cm|mm|ml|cc|x|french|gauge|mg)\b)))?/g;
  for (const hit of words.matchAll(pattern)) {
    const from = vertebra(hit[1] ?? '', Number(hit[2]));
    const to = hit[4] === undefined ? undefined : vertebra(hit[3] ?? hit[1] ?? '', Number(hit[4]));
    if (from === undefined) continue;
    const run = to === undefined || / and /.test(hit[0]) ? [from.name] : runOf(from, to);
    for (const name of run) vertebrae.add(name);
    if (run.length < 2 && to !== undefined) vertebrae.add(to.name);
    for (let at = 1; at < run.length; at += 1) spaces.add(`${run[at - 1]}-${run[at]}`);
  }
  return { vertebrae: [...vertebrae], spaces: [...spaces] };
}

interface Vertebra {
  readonly region: string;
  readonly level: number;
  readonly name: string;
}

function vertebra(region: string, level: number): Vertebra | undefined {
  const length = REGION_LENGTH[region];
  if (length === undefined || level < 1 || level > length) return undefined;
  return { region, level, name: `${region.toUpperCase()}${level}` };
}

function runOf(from: Vertebra, to: Vertebra): string[] {
  const names = [from.name];
  let { region, level } = from;
  for (let steps = 0; steps < 24 && !(region === to.region && level === to.level); steps += 1) {
    level += 1;
    if (level > (REGION_LENGTH[region] ?? 0)) {
      region = REGION_AFTER[region] ?? '';
      level = 1;
      if (region === '') return [from.name];
    }
    names.push(`${region.toUpperCase()}${level}`);
  }
  return names.length > 20 ? [from.name] : names;
}

/** The spaces between vertebrae that are listed one after the other and follow each other. */
export function between(vertebrae: readonly string[]): string[] {
  return vertebrae.flatMap((name, at) => {
    const [from, to] = [vertebrae[at - 1], name].map((each) =>
      vertebra(each?.[0]?.toLowerCase() ?? '', Number(each?.slice(1))),
    );
    return from !== undefined && to !== undefined && runOf(from, to).length === 2 ? [`${from.name}-${to.name}`] : [];
  });
}
