import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    noteComment: 'noteComment';
    noteCommentText: 'noteCommentText';
    noteCommentLineEnding: 'noteCommentLineEnding';
  }
}

declare module 'mdast' {
  interface NoteComment extends Node {
    type: 'comment';
  }
  interface RootContentMap {
    comment: NoteComment;
  }
}

/** A note as a tree, with what the tree itself does not tell. */
export interface SyntaxTree {
  readonly root: Root;
  /** By the offset at which something begins: the offset at which the indentation before it begins. */
  readonly indentation: ReadonlyMap<number, number>;
}

/** Parses a note's text without its front matter. `%%` blocks are nodes of type `comment`. */
export function parseSyntax(text: string): SyntaxTree {
  const indentation = new Map<number, number>();
  const root = fromMarkdown(text, {
    extensions: [gfm(), { flow: { [PERCENT]: COMMENT_BLOCK } } satisfies Extension],
    mdastExtensions: [
      gfmFromMarkdown(),
      {
        enter: {
          noteComment(token) {
            this.enter({ type: 'comment' }, token);
          },
          linePrefix(token) {
            indentation.set(token.end.offset, token.start.offset);
          },
        },
        exit: {
          noteComment(token) {
            this.exit(token);
          },
        },
      },
    ],
  });
  return { root, indentation };
}

/** Every node below `node` and itself, in the order of the text. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

const PERCENT = 37;

/**
 * A comment block begins with `%%` at the start of a line, also right below a paragraph, and ends with the next `%%`
 * that ends a line, or with the note:
 *
 *     %% kanban:settings
 *     not read as Markdown
 *     %%
 *
 * A line such as `%% hidden %% shown` is a paragraph.
 */
const COMMENT_BLOCK: Construct = { name: 'noteComment', tokenize: tokenizeComment, concrete: true };

function tokenizeComment(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isLazyLine = (): boolean => this.parser.lazy[this.now().line] ?? false;
  let closing = 0;
  let closed = false;

  const opened = (code: Code): State | undefined => {
    if (code !== PERCENT) return nok(code);
    effects.consume(code);
    return inside;
  };
  const inside = (code: Code): State | undefined => {
    if (code === null || isLineEnding(code)) return lineEnd(code);
    if (code === PERCENT) closing++;
    else if (closed && !isSpace(code)) return nok(code);
    else closing = 0;
    closed ||= closing === 2;
    effects.consume(code);
    return inside;
  };
  const lineEnd = (code: Code): State | undefined => {
    effects.exit('noteCommentText');
    closing = 0;
    if (code === null || closed) return done(code);
    return effects.check({ tokenize: tokenizeNextLine, partial: true }, takeLineEnd, done)(code);
  };
  const takeLineEnd = (code: Code): State => {
    effects.enter('noteCommentLineEnding');
    effects.consume(code);
    effects.exit('noteCommentLineEnding');
    return nextLine;
  };
  const nextLine = (code: Code): State | undefined => {
    if (code === null) return done(code);
    effects.enter('noteCommentText');
    return inside(code);
  };
  const done = (code: Code): State | undefined => {
    effects.exit('noteComment');
    return ok(code);
  };

  /** Lets the comment go on only where the next line still belongs to the quote or item that it stands in. */
  function tokenizeNextLine(this: TokenizeContext, look: Effects, goOn: State, stop: State): State {
    return (code) => {
      look.enter('noteCommentLineEnding');
      look.consume(code);
      look.exit('noteCommentLineEnding');
      return (next) => (isLazyLine() ? stop(next) : goOn(next));
    };
  }

  return (code) => {
    effects.enter('noteComment');
    effects.enter('noteCommentText');
    effects.consume(code);
    return opened;
  };
}

/** micromark's codes for line endings, tabs and the spaces that a tab stands for are negative. */
function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

function isSpace(code: Code): boolean {
  return code === 32 || code === -1 || code === -2;
}
