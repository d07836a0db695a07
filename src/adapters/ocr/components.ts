import type { Ink } from './ink.ts';

/** Pieces of ink that hang together (also corner to corner): letters, dots, specks. */
export interface Components {
  /** A number for every run of ink; runs of one piece have the same. */
  readonly runs: readonly Run[];
  readonly pieces: readonly Piece[];
}

export interface Run {
  readonly y: number;
  readonly from: number;
  /** The pixel after its last one. */
  readonly to: number;
  piece: number;
}

export interface Piece {
  pixels: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function componentsOf(ink: Ink): Components {
  const runs = runsOf(ink);
  const parents = new Int32Array(runs.length).map((_, index) => index);
  const rootOf = (index: number) => {
    let root = index;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] ?? root] ?? root;
      root = parents[root] ?? root;
    }
    return root;
  };
  let above = 0;
  runs.forEach((run, index) => {
    while (isBefore(runs[above], run)) above += 1;
    for (let other = above; other < index; other += 1) {
      const candidate = runs[other];
      if (candidate === undefined || candidate.y >= run.y || candidate.from > run.to) break;
      parents[rootOf(other)] = rootOf(index);
    }
  });
  return numbered(runs, rootOf);
}

/** Whether a run lies too far up or left to touch this one or any later one. */
function isBefore(candidate: Run | undefined, run: Run): boolean {
  if (candidate === undefined) return false;
  return candidate.y < run.y - 1 || (candidate.y === run.y - 1 && candidate.to < run.from);
}

function runsOf({ width, height, data }: Ink): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      if (data[row + x] !== 1) continue;
      const from = x;
      while (x < width && data[row + x] === 1) x += 1;
      runs.push({ y, from, to: x, piece: -1 });
    }
  }
  return runs;
}

function numbered(runs: readonly Run[], rootOf: (index: number) => number): Components {
  const pieces: Piece[] = [];
  const numbers = new Map<number, number>();
  runs.forEach((run, index) => {
    const root = rootOf(index);
    const known = numbers.get(root);
    run.piece = known ?? pieces.length;
    const piece = pieces[run.piece];
    if (piece === undefined) {
      numbers.set(root, run.piece);
      pieces.push({ pixels: run.to - run.from, left: run.from, right: run.to, top: run.y, bottom: run.y + 1 });
      return;
    }
    piece.pixels += run.to - run.from;
    piece.left = Math.min(piece.left, run.from);
    piece.right = Math.max(piece.right, run.to);
    piece.bottom = run.y + 1;
  });
  return { runs, pieces };
}

/** The heights in pixels of the pieces that may be letters by their form, from the lowest to the highest. */
export function letterHeights({ pieces }: Components): readonly number[] {
  return pieces
    .map(({ left, right, top, bottom }) => ({ wide: right - left, high: bottom - top }))
    .filter(({ wide, high }) => high >= 4 && wide >= 2 && wide < high * 3 && high < wide * 6)
    .map(({ high }) => high)
    .sort((a, b) => a - b);
}
