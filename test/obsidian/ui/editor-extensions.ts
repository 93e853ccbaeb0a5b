import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  ViewPlugin,
  drawSelection,
  highlightActiveLine,
  keymap,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Sizes and weights of headings and marks, by the variables of the theme. */
const STYLE = HighlightStyle.define([
  { tag: tags.heading1, class: 'cm-header cm-header-1' },
  { tag: tags.heading2, class: 'cm-header cm-header-2' },
  { tag: tags.heading3, class: 'cm-header cm-header-3' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], class: 'cm-header cm-header-4' },
  { tag: tags.strong, class: 'cm-strong' },
  { tag: tags.emphasis, class: 'cm-em' },
  { tag: tags.strikethrough, class: 'cm-strikethrough' },
  { tag: tags.monospace, class: 'cm-inline-code' },
  { tag: tags.link, class: 'cm-link' },
  { tag: tags.url, class: 'cm-url' },
  { tag: [tags.processingInstruction, tags.meta, tags.contentSeparator], class: 'cm-formatting' },
  { tag: tags.comment, class: 'cm-comment' },
]);

/** What only the app's Markdown has: links in two brackets, comments, tags. */
const DIALECT = /(\[\[[^[\]\n]+\]\])|(%%[^\n]*?%%|^%%.*$)|((?:^|\s)#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gmu;
const LINK = Decoration.mark({ class: 'cm-hmd-internal-link' });
const COMMENT = Decoration.mark({ class: 'cm-comment' });
const TAG = Decoration.mark({ class: 'cm-hashtag' });
const PROPERTY = Decoration.line({ class: 'cm-frontmatter' });

const dialect = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** What the source of a note is edited with. */
export function editorExtensions(): Extension {
  return [
    markdown({ base: markdownLanguage }),
    syntaxHighlighting(STYLE),
    dialect,
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    EditorState.tabSize.of(4),
    EditorView.contentAttributes.of({ 'aria-label': 'Note', spellcheck: 'false' }),
    keymap.of([...defaultKeymap.filter(({ key }) => key !== 'Mod-/'), ...historyKeymap, indentWithTab]),
  ];
}

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const properties = frontMatterLines(view.state);
  for (const { from, to } of view.visibleRanges) {
    const { doc } = view.state;
    for (let at = from; at <= to;) {
      const line = doc.lineAt(at);
      if (line.number <= properties) builder.add(line.from, line.from, PROPERTY);
      for (const match of line.text.matchAll(DIALECT)) {
        const mark = match[1] !== undefined ? LINK : match[2] !== undefined ? COMMENT : TAG;
        builder.add(line.from + match.index, line.from + match.index + match[0].length, mark);
      }
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** How many lines at the top are front matter, the fences included. */
function frontMatterLines({ doc }: EditorState): number {
  if (doc.line(1).text.trimEnd() !== '---') return 0;
  for (let number = 2; number <= Math.min(doc.lines, 200); number++) {
    if (doc.line(number).text.trimEnd() === '---') return number;
  }
  return 0;
}
