import { history, redo, undo } from '@codemirror/commands';
import { EditorSelection, type ChangeSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type {
  EditorChange,
  EditorPosition,
  EditorRange,
  EditorRangeOrCaret,
  EditorSelection as Selection,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian';
import { Editor } from '../editor.ts';
import { editorExtensions } from './editor-extensions.ts';

/** The app's `Editor`, on CodeMirror 6. Lines and characters count from 0. */
export class CodeEditor extends Editor {
  readonly cm: EditorView;

  /** @param changed called after every change of the text that a person or a plugin made */
  constructor(parent: HTMLElement, changed: () => void) {
    super();
    const onUpdate = EditorView.updateListener.of((update) => {
      const own = update.transactions.some((transaction) => transaction.isUserEvent('load'));
      if (update.docChanged && !own) changed();
    });
    this.cm = new EditorView({ parent, extensions: [history(), editorExtensions(), onUpdate] });
  }

  /** Puts a file's text in place: neither a change to save nor one to undo. Keeps the cursor where it fits. */
  load(text: string): void {
    const { from, to, insert } = smallestChange(this.getValue(), text.replace(/\r\n?/g, '\n'));
    if (from === to && insert === '') return;
    this.cm.dispatch({ changes: { from, to, insert }, userEvent: 'load' });
  }

  destroy(): void {
    this.cm.destroy();
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.cm.state.doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.cm.state.doc.length, insert: content } });
  }

  getLine(line: number): string {
    return this.cm.state.doc.line(line + 1).text;
  }

  lineCount(): number {
    return this.cm.state.doc.lines;
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.cm.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    return this.offsetToPos(this.cm.state.selection.main[side]);
  }

  listSelections(): Selection[] {
    return this.cm.state.selection.ranges.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const selected = ranges.map(({ anchor, head = anchor }) =>
      EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head)),
    );
    this.cm.dispatch({ selection: EditorSelection.create(selected, main) });
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.cm.scrollDOM.scrollTop, left: this.cm.scrollDOM.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    if (x !== undefined && x !== null) this.cm.scrollDOM.scrollLeft = x;
    if (y !== undefined && y !== null) this.cm.scrollDOM.scrollTop = y;
  }

  scrollIntoView({ from, to }: EditorRange, center = false): void {
    const range = EditorSelection.range(this.posToOffset(from), this.posToOffset(to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y: center ? 'center' : 'nearest' }) });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  /** All changes are of the text as it was before, and undone in one step. */
  transaction({ changes = [], replaceSelection, selection, selections }: EditorTransaction): void {
    const specs: ChangeSpec[] = changes.map((change) => this.spec(change));
    if (replaceSelection !== undefined) {
      const { from, to } = this.cm.state.selection.main;
      specs.push({ from, to, insert: replaceSelection });
    }
    this.cm.dispatch({ changes: specs, userEvent: 'input.transaction' });
    const chosen = selections ?? (selection ? [selection] : []);
    if (chosen.length > 0) this.setSelections(chosen.map(toSelection));
  }

  wordAt(position: EditorPosition): EditorRange | null {
    const word = this.cm.state.wordAt(this.posToOffset(position));
    return word ? { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) } : null;
  }

  /** A position beyond the text is taken for its nearest end. */
  posToOffset({ line, ch }: EditorPosition): number {
    const { doc } = this.cm.state;
    if (line < 0) return 0;
    if (line >= doc.lines) return doc.length;
    const { from, to } = doc.line(line + 1);
    return Math.max(from, Math.min(from + ch, to));
  }

  offsetToPos(offset: number): EditorPosition {
    const { doc } = this.cm.state;
    const within = Math.max(0, Math.min(offset, doc.length));
    const line = doc.lineAt(within);
    return { line: line.number - 1, ch: within - line.from };
  }

  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => EditorChange | void,
    ignoreEmpty = true,
  ): void {
    const changes: EditorChange[] = [];
    for (let line = 0; line < this.lineCount(); line++) {
      const text = this.getLine(line);
      if (ignoreEmpty && text.trim() === '') continue;
      const change = write(line, text, read(line, text));
      if (change) changes.push(change);
    }
    this.transaction({ changes });
  }

  private spec({ text, from, to = from }: EditorChange): { from: number; to: number; insert: string } {
    return { from: this.posToOffset(from), to: this.posToOffset(to), insert: text };
  }
}

function toSelection({ from, to }: EditorRangeOrCaret): EditorSelectionOrCaret {
  return { anchor: from, head: to ?? from };
}

/** The one range that differs between two texts. */
function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
