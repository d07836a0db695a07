import { createTextLayout, type TextLayout } from '../text-layout.ts';
import { codePageOfFont, decodeCodePage } from './rtf-charsets.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import { CHARACTERS, FLOWS, type RtfFlow, SEEN_STARRED, SKIPPED, SYMBOLS } from './rtf-words.ts';

/** What a group inherits and gives back at its end. */
interface State {
  /** Nothing of this group is text. */
  readonly isSkipped: boolean;
  readonly isHidden: boolean;
  readonly isFontTable: boolean;
  readonly codePage: number | undefined;
  /** Characters that follow a \uN for readers without Unicode. */
  readonly fallbackUnits: number;
  readonly flow: RtfFlow;
}

const START: State = {
  isSkipped: false,
  isHidden: false,
  isFontTable: false,
  codePage: undefined,
  fallbackUnits: 1,
  flow: 'body',
};

/** Writers put the number or bullet of a list between tabs. */
const LIST_MARK = /^[ \t]{0,8}(\S{1,6}[.)]|[•·o-])\t/gm;
const MAX_DEPTH = 2_000;

/** RTF nested deeper than any writer does. */
export class RtfTooDeep extends Error {}

/**
 * The text of an RTF file (Rich Text Format Specification 1.9.1) as its reader sees it: page headers, body with table
 * rows on their lines, page footers. Stops at `maxChars` of text. Damage is read over; only depth throws (RtfTooDeep).
 */
export function rtfToText(source: string, maxChars: number): string {
  return new RtfReader(maxChars).read(source);
}

class RtfReader {
  readonly #maxChars: number;
  readonly #flows: Record<RtfFlow, TextLayout> = {
    header: createTextLayout(),
    body: createTextLayout(),
    footer: createTextLayout(),
  };
  readonly #outer: State[] = [];
  readonly #fonts = new Map<number, number>();
  #state = START;
  #codePage = 1252;
  #font = 0;
  /** Bytes not yet decoded: a character may take two. */
  #pending = '';
  /** Units of fallback still to be left out after a \uN. */
  #unitsToSkip = 0;
  /** What the last \* or { leaves open: the next control word names a destination. */
  #isStarred = false;
  #isRowOpen = false;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  read(source: string): string {
    for (const token of rtfTokens(source)) {
      if (this.#flows.body.length > this.#maxChars) break;
      this.#take(token);
    }
    this.#flush();
    const { header, body, footer } = this.#flows;
    return [header, body, footer]
      .map((flow) => flow.toString().replace(LIST_MARK, '$1 ').trim())
      .filter((text) => text !== '')
      .join('\n\n');
  }

  #take(token: RtfToken): void {
    if (token.kind === 'bytes') this.#bytes(token.bytes, token.units);
    else if (token.kind === 'symbol') this.#symbol(token.symbol);
    else {
      this.#flush();
      if (token.kind === 'word') this.#word(token.name, token.value);
      else this.#group(token.kind);
    }
  }

  #group(edge: 'open' | 'close'): void {
    this.#isStarred = false;
    this.#unitsToSkip = 0;
    if (edge === 'close') this.#state = this.#outer.pop() ?? START;
    else if (this.#outer.length < MAX_DEPTH) this.#outer.push(this.#state);
    else throw new RtfTooDeep('groups too deep');
  }

  #bytes(bytes: string, units: number): void {
    this.#isStarred = false;
    const skipped = Math.min(this.#unitsToSkip, units);
    this.#unitsToSkip -= skipped;
    this.#pending += bytes.slice(skipped);
  }

  #symbol(symbol: string): void {
    if (symbol === '*') {
      this.#isStarred = true;
      return;
    }
    this.#flush();
    if (this.#unitsToSkip > 0) this.#unitsToSkip -= 1;
    else if (symbol === '\r' || symbol === '\n') this.#newLine();
    else this.#write(SYMBOLS[symbol] ?? '');
  }

  #word(name: string, value: number | undefined): void {
    const isStarred = this.#isStarred;
    this.#isStarred = false;
    if (SKIPPED.has(name) || (isStarred && !SEEN_STARRED.has(name))) {
      this.#state = { ...this.#state, isSkipped: true };
      return;
    }
    if (name === 'fonttbl') this.#state = { ...this.#state, isFontTable: true };
    const flow = FLOWS[name];
    if (flow !== undefined) this.#state = { ...this.#state, flow };
    const character = CHARACTERS[name];
    if (character !== undefined) this.#write(character);
    else if (!this.#layOut(name)) this.#setting(name, value);
  }

  /** Words that end a line or a cell; false for all others. */
  #layOut(name: string): boolean {
    const { isSkipped, flow } = this.#state;
    if (isSkipped) return false;
    const layout = this.#flows[flow];
    switch (name) {
      case 'par':
      case 'page':
      case 'sect':
      case 'column':
        this.#newLine();
        return true;
      case 'cell':
      case 'nestcell':
        layout.closeCell();
        layout.openCell();
        return true;
      case 'trowd':
      case 'intbl':
        if (this.#isRowOpen) return true;
        this.#isRowOpen = true;
        layout.openRow();
        layout.openCell();
        return true;
      case 'row':
        this.#isRowOpen = false;
        layout.closeRow();
        return true;
      case 'shptxt':
        layout.newLine();
        return true;
      default:
        return false;
    }
  }

  #setting(name: string, value: number | undefined): void {
    switch (name) {
      case 'ansicpg':
        this.#codePage = value ?? 1252;
        break;
      case 'mac':
        this.#codePage = 10000;
        break;
      case 'uc':
        this.#state = { ...this.#state, fallbackUnits: Math.min(16, Math.max(0, value ?? 1)) };
        break;
      case 'u':
        this.#unitsToSkip = 0;
        this.#write(String.fromCharCode((value ?? 63) & 0xffff));
        this.#unitsToSkip = this.#state.fallbackUnits;
        break;
      case 'v':
      case 'deleted':
        this.#state = { ...this.#state, isHidden: value !== 0 };
        break;
      case 'plain':
        this.#state = { ...this.#state, isHidden: false, codePage: undefined };
        break;
      case 'f':
        this.#font = value ?? 0;
        if (!this.#state.isFontTable) this.#state = { ...this.#state, codePage: this.#fonts.get(this.#font) };
        break;
      case 'fcharset':
        if (this.#state.isFontTable) this.#addFont(value ?? 0);
        break;
    }
  }

  #addFont(charset: number): void {
    const codePage = codePageOfFont(charset);
    // Charset 0 says "ANSI", which is the document's own code page.
    if (codePage !== undefined && charset !== 0 && this.#fonts.size < 5_000) this.#fonts.set(this.#font, codePage);
  }

  #newLine(): void {
    const { isSkipped, isHidden, flow } = this.#state;
    if (!isSkipped && !isHidden) this.#flows[flow].text('\n');
  }

  #flush(): void {
    if (this.#pending === '') return;
    const bytes = this.#pending;
    this.#pending = '';
    this.#write(decodeCodePage(bytes, this.#state.codePage ?? this.#codePage));
  }

  #write(text: string): void {
    const { isSkipped, isHidden, isFontTable, flow } = this.#state;
    if (!isSkipped && !isHidden && !isFontTable) this.#flows[flow].text(text);
  }
}
