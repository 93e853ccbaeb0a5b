import type {
  EditorChange,
  EditorPosition,
  EditorRange,
  EditorSelection,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian/obsidian.d.ts';

/** What both editors have; all of it that can be said in terms of the rest is said here. */
export abstract class Editor {
  abstract getValue(): string;
  abstract setValue(content: string): void;
  abstract getLine(line: number): string;
  abstract lineCount(): number;
  abstract getRange(from: EditorPosition, to: EditorPosition): string;
  abstract getCursor(side?: 'from' | 'to' | 'head' | 'anchor'): EditorPosition;
  abstract listSelections(): EditorSelection[];
  abstract setSelections(ranges: EditorSelectionOrCaret[], main?: number): void;
  abstract focus(): void;
  abstract blur(): void;
  abstract hasFocus(): boolean;
  abstract undo(): void;
  abstract redo(): void;
  abstract transaction(transaction: EditorTransaction, origin?: string): void;
  abstract posToOffset(pos: EditorPosition): number;
  abstract offsetToPos(offset: number): EditorPosition;
  abstract scrollIntoView(range: EditorRange, center?: boolean): void;

  getDoc(): this {
    return this;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  getSelection(): string {
    return this.getRange(this.getCursor('from'), this.getCursor('to'));
  }

  somethingSelected(): boolean {
    return this.getSelection() !== '';
  }

  replaceSelection(replacement: string, origin?: string): void {
    this.transaction({ replaceSelection: replacement }, origin);
  }

  replaceRange(replacement: string, from: EditorPosition, to: EditorPosition = from, origin?: string): void {
    const change: EditorChange = { text: replacement, from, to };
    this.transaction({ changes: [change] }, origin);
  }

  setCursor(pos: EditorPosition | number, ch = 0): void {
    const caret = typeof pos === 'number' ? { line: pos, ch } : pos;
    this.setSelection(caret);
  }

  setSelection(anchor: EditorPosition, head: EditorPosition = anchor): void {
    this.setSelections([{ anchor, head }]);
  }
}
