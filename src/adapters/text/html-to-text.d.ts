/** The part of html-to-text 10 that is used here; the package ships no types. */
declare module 'html-to-text' {
  export interface BlockTextBuilder {
    openBlock(options?: { leadingLineBreaks?: number; reservedLineLength?: number }): void;
    closeBlock(options?: { trailingLineBreaks?: number; blockTransform?: (text: string) => string }): void;
    addInline(text: string): void;
  }
  export interface DomNode {
    readonly children: readonly DomNode[];
  }
  export type FormatCallback = (
    element: DomNode,
    walk: (children: readonly DomNode[], builder: BlockTextBuilder) => void,
    builder: BlockTextBuilder,
    options: Readonly<Record<string, unknown>>,
  ) => void;
  export interface HtmlToTextOptions {
    readonly wordwrap?: false | number;
    readonly preserveNewlines?: boolean;
    readonly limits?: {
      readonly maxInputLength?: number;
      readonly maxDepth?: number;
      readonly ellipsis?: string;
      readonly maxChildNodes?: number;
    };
    readonly formatters?: Readonly<Record<string, FormatCallback>>;
    readonly selectors?: readonly {
      readonly selector: string;
      readonly format?: string;
      readonly options?: Readonly<Record<string, unknown>>;
    }[];
  }
  export function compile(options: HtmlToTextOptions): (html: string) => string;
}
