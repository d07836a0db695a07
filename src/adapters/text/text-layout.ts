/**
 * Builds plain text out of the paragraphs, tables and boxes of a document format. A row of a table stays on one line
 * where it reads well; a table that only arranges the page falls apart into its cells.
 */
export interface TextLayout {
  text(piece: string): void;
  /** Ends the line if it holds anything; at most one blank line stands between two paragraphs. */
  newLine(): void;
  blankLine(): void;
  openRow(): void;
  openCell(): void;
  closeCell(): void;
  /** A row that was deleted leaves nothing. */
  closeRow(isKept?: boolean): void;
  /** A text box or footnote inside a paragraph: told after the line it hangs on. */
  openBox(): void;
  closeBox(): void;
  readonly length: number;
  toString(): string;
}

interface Flow {
  readonly kind: 'page' | 'row' | 'cell' | 'box';
  /** Joined at the end only: to look at the end of one growing string costs a copy of it each time. */
  readonly pieces: string[];
  /** The last two characters; empty as long as there is no text. */
  tail: string;
  /** Texts of finished boxes, waiting for the end of the line. */
  boxes: string[];
  readonly cells: string[];
}

export function createTextLayout(): TextLayout {
  const flows: Flow[] = [newFlow('page')];
  let length = 0;
  const top = (): Flow => flows.at(-1) ?? newFlow('page');

  function newLine(): void {
    const flow = top();
    if (flow.tail !== '' && !flow.tail.endsWith('\n')) add(flow, '\n');
    const { boxes } = flow;
    flow.boxes = [];
    for (const box of boxes) add(flow, `${box}\n`);
  }

  /** Closes whatever was left open inside the innermost flow of this kind; false when there is none. */
  function close(kind: Flow['kind']): Flow | undefined {
    const at = flows.findLastIndex((flow) => flow.kind === kind);
    if (at < 1) return undefined;
    while (flows.length > at + 1) closeInnermost();
    newLine();
    return flows.pop();
  }

  function closeInnermost(): void {
    const { kind } = top();
    if (kind === 'cell') layout.closeCell();
    else if (kind === 'row') layout.closeRow();
    else layout.closeBox();
  }

  const layout: TextLayout = {
    text(piece) {
      add(top(), piece);
      length += piece.length;
    },
    newLine,
    blankLine() {
      newLine();
      const flow = top();
      if (flow.tail !== '' && !flow.tail.endsWith('\n\n')) add(flow, '\n');
    },
    openRow() {
      newLine();
      flows.push(newFlow('row'));
    },
    openCell() {
      flows.push(newFlow('cell'));
    },
    closeCell() {
      const cell = close('cell');
      if (cell === undefined) return;
      if (top().kind === 'row') top().cells.push(textOf(cell).trim());
      else add(top(), textOf(cell));
    },
    closeRow(isKept = true) {
      const row = close('row');
      if (row === undefined || !isKept) return;
      add(top(), textOf(row));
      const line = rowText(row.cells);
      if (line !== '') add(top(), `${line}\n`);
    },
    openBox() {
      flows.push(newFlow('box'));
    },
    closeBox() {
      const box = close('box');
      const text = box === undefined ? '' : textOf(box).trim();
      if (text !== '') top().boxes.push(text);
    },
    get length() {
      return length;
    },
    toString() {
      while (flows.length > 1) closeInnermost();
      newLine();
      return textOf(top());
    },
  };
  return layout;
}

function newFlow(kind: Flow['kind']): Flow {
  return { kind, pieces: [], tail: '', boxes: [], cells: [] };
}

function add(flow: Flow, piece: string): void {
  if (piece === '') return;
  flow.pieces.push(piece);
  flow.tail = (flow.tail + piece.slice(-2)).slice(-2);
}

function textOf(flow: Flow): string {
  return flow.pieces.join('');
}

/** Words that begin the label of a field in a note or a chart. */
const LABEL =
  /^(?:(?:pre|post|intra)[- ]?(?:op|proc)|procedure|operation|surg|diagnos|indication|finding|technique|anesth|complication|estimated blood|ebl\b|specimens?$|drains?$|implants$|assistant|attending|provider|patient|name|mrn|dob|date|dos\b|sex|gender|age|account|facility|location|description|disposition|payer|insurance|consent|history|chief|assessment|plan|allerg|medication)/i;
const MAX_LABEL_CHARS = 60;
/** A cell with more lines than this is a part of the page, not of a table. */
const MOST_CELL_LINES = 3;
/** A list under its label stays together; paragraphs of a story keep their distance. */
const MAX_LISTED_CHARS = 160;
const MOST_ROW_CHARS = 400;

/**
 * The cells of one row as text. `Procedure` beside `Hernia repair` becomes `Procedure: Hernia repair`, a heading and
 * its content; other cells stand one after the other, three and more with a bar between them.
 */
export function rowText(cells: readonly string[]): string {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = '', second = ''] = filled;
  if (filled.length < 2) return first;
  const isPage =
    filled.some((cell) => cell.split(/\n\s*/).length > MOST_CELL_LINES) || filled.join('').length > MOST_ROW_CHARS;
  if (filled.length === 2 && isLabel(first)) return labelled(first, second);
  if (isPage) return filled.join('\n');
  const lines = filled.map((cell) => cell.replace(/\s*\n\s*/g, ' '));
  return filled.length === 2 ? lines.join(' ') : fieldsOf(lines).join(' | ');
}

/** `Patient: | A | DOB: | B`: two fields in four cells. */
function fieldsOf(cells: readonly string[]): readonly string[] {
  const isPaired =
    cells.length % 2 === 0 && cells.every((cell, at) => at % 2 === 1 || (isLabel(cell) && cell.endsWith(':')));
  if (!isPaired) return cells;
  return cells.flatMap((cell, at) => (at % 2 === 0 ? [`${cell} ${cells[at + 1]}`] : []));
}

function isLabel(cell: string): boolean {
  return cell.length <= MAX_LABEL_CHARS && !cell.includes('\n') && (cell.endsWith(':') || LABEL.test(cell));
}

function labelled(label: string, value: string): string {
  const heading = label.endsWith(':') ? label : `${label}:`;
  const isList = value.split('\n').every((line) => line.length <= MAX_LISTED_CHARS);
  const content = isList ? value.replace(/\n\s*\n/g, '\n') : value;
  return `${heading}${content.includes('\n') ? '\n' : ' '}${content}`;
}
