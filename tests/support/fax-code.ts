/** A page of dots, one byte each, 1 for black. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** ITU-T T.4, tables 2 and 3: the codes of runs of 0 to 63, then of 64, 128 ... 1728. */
const WHITE =
  '00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101 101010 101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000 00000010 00000011 00011010 00011011 00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001 00101010 00101011 00101100 00101101 00000100 00000101 00001010 00001011 01010010 01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010 01011011 01001010 01001011 00110010 00110011 00110100 11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100 011001101 011010010 011010011 011010100 011010101 011010110 011010111 011011000 011011001 011011010 011011011 010011000 010011001 010011010 011000 010011011';
const BLACK =
  '0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111 000011000 0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000 00000010111 00000011000 000011001010 000011001011 000011001100 000011001101 000001101000 000001101001 000001101010 000001101011 000011010010 000011010011 000011010100 000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011 000001010100 000001010101 000001010110 000001010111 000001100100 000001100101 000001010010 000001010011 000000100100 000000110111 000000111000 000000100111 000000101000 000001011000 000001011001 000000101011 000000101100 000001011010 000001100110 000001100111 0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100 0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011 0000001110100 0000001110101 0000001110110 0000001110111 0000001010010 0000001010011 0000001010100 0000001010101 0000001011010 0000001011011 0000001100100 0000001100101';
const RUN_CODES = [WHITE.split(' '), BLACK.split(' ')];
/** Runs of 1792, 1856 and so on, of either colour: enough for the widths used here. */
const LONGEST = 1728;

/** ITU-T T.4, one-dimensional (Group 3, also called Modified Huffman), an end of line before every line. */
export function encodeGroup3({ width, height, data }: Dots): Buffer {
  const lines = Array.from({ length: height }, (_, y) => {
    const line = data.subarray(y * width, (y + 1) * width);
    return `${END_OF_LINE}${runsOf(line)
      .map((run, index) => runCode(run, index % 2))
      .join('')}`;
  });
  return packed(`${lines.join('')}${END_OF_LINE.repeat(6)}`);
}

/** ITU-T T.6 (Group 4, also called MMR): every line told by the one above it. */
export function encodeGroup4({ width, height, data }: Dots): Buffer {
  let above = new Uint8Array(width);
  const lines: string[] = [];
  for (let y = 0; y < height; y += 1) {
    const line = data.slice(y * width, (y + 1) * width);
    lines.push(codeLine(line, above));
    above = line;
  }
  return packed(`${lines.join('')}${END_OF_LINE.repeat(2)}`);
}

const END_OF_LINE = '000000000001';
const PASS = '0001';
const HORIZONTAL = '001';
const VERTICAL: Readonly<Record<number, string>> = {
  '-3': '0000010',
  '-2': '000010',
  '-1': '010',
  0: '1',
  1: '011',
  2: '000011',
  3: '0000011',
};

function codeLine(line: Uint8Array, above: Uint8Array): string {
  const { length } = line;
  let code = '';
  let from = -1;
  let colour = 0;
  while (from < length) {
    const change = nextChange(line, from, colour);
    const [first, second] = referenceChanges(above, from, colour);
    if (second < change) {
      code += PASS;
      from = second;
      continue;
    }
    const vertical = VERTICAL[change - first];
    if (vertical !== undefined) {
      code += vertical;
      from = change;
      colour = 1 - colour;
      continue;
    }
    const after = nextChange(line, change, 1 - colour);
    code += `${HORIZONTAL}${runCode(change - Math.max(0, from), colour)}${runCode(after - change, 1 - colour)}`;
    from = after;
  }
  return code;
}

/** Where the colour ends that holds from this place on. */
function nextChange(line: Uint8Array, from: number, colour: number): number {
  let at = Math.max(0, from);
  while (at < line.length && line[at] === colour) at += 1;
  return at;
}

/** b1 and b2: the first change of the line above, right of here, to the other colour, and the change after it. */
function referenceChanges(above: Uint8Array, from: number, colour: number): readonly [number, number] {
  let at = from + 1;
  while (at < above.length && !(above[at] !== colour && (at === 0 ? 0 : above[at - 1]) === colour)) at += 1;
  return [at, nextChange(above, at, 1 - colour)];
}

function runsOf(line: Uint8Array): readonly number[] {
  const runs: number[] = [];
  for (let at = 0, colour = 0; at < line.length; colour = 1 - colour) {
    const end = nextChange(line, at, colour);
    runs.push(end - at);
    at = end;
  }
  return runs;
}

function runCode(length: number, colour: number): string {
  const codes = RUN_CODES[colour]!;
  const long = codes[63 + LONGEST / 64]!.repeat(Math.floor(length / (LONGEST + 64)));
  const rest = length % (LONGEST + 64);
  return `${long}${rest >= 64 ? codes[63 + Math.floor(rest / 64)] : ''}${codes[rest % 64]}`;
}

function packed(bits: string): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(bits.slice(at * 8, at * 8 + 8).padEnd(8, '0'), 2);
  return bytes;
}
