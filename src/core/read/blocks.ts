/** What a note's lines make up: the blocks that its outline lists. */

/** The quote or callout that a block stands in: `> [!summary]- Title`. A plain quote has kind `''`. */
export interface Quote {
  readonly kind: string;
  readonly title: string;
  readonly line: number;
}

interface InNote {
  /** Counted from 1, in the whole note. */
  readonly line: number;
  readonly quote: Quote | null;
}

export interface HeadingBlock extends InNote {
  readonly type: 'heading';
  readonly level: number;
  readonly text: string;
}

export interface ItemBlock extends InNote {
  readonly type: 'item';
  /** 0 for a top-level item, 1 for one nested in it, and so on. */
  readonly depth: number;
  /** The character in `- [x]`; null where the item has no checkbox. */
  readonly status: string | null;
  /** The item's own first paragraph, without marker and checkbox; its lines as in the note, without indentation. */
  readonly text: string;
}

export interface ParagraphBlock extends InNote {
  readonly type: 'paragraph';
  readonly text: string;
}

export interface RowBlock extends InNote {
  readonly type: 'row';
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** `---`, `***` or `___`: what follows, up to the next heading, is a footer. */
export interface RuleBlock extends InNote {
  readonly type: 'rule';
}

export type Block = HeadingBlock | ItemBlock | ParagraphBlock | RowBlock | RuleBlock;
