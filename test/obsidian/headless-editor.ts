import type {
  EditorPosition,
  EditorSelection,
  EditorSelectionOrCaret,
  EditorTransaction,
} from 'obsidian/obsidian.d.ts';
import { applyChanges, EditorText, mapOffset, offsetChanges, type OffsetChange } from './editor-text.ts';
import { Editor } from './editor.ts';

interface Selected {
  readonly anchor: number;
  readonly head: number;
}

interface EditorState {
  readonly text: EditorText;
  readonly selection: Selected;
}

/** An editor in memory with one selection. Each transaction is one step to undo. */
export class HeadlessEditor extends Editor {
  private state: EditorState = { text: new EditorText(''), selection: { anchor: 0, head: 0 } };
  private readonly undone: EditorState[] = [];
  private readonly done: EditorState[] = [];
  private focused = false;

  /** `changed` hears of every change of the text, a person's, a plugin's or an undo's. */
  constructor(private readonly changed: () => void) {
    super();
  }

  getValue(): string {
    return this.state.text.value;
  }

  setValue(content: string): void {
    this.transaction({ changes: [{ text: content, from: this.offsetToPos(0), to: this.offsetToPos(Infinity) }] });
  }

  /** Shows another text, a file's as a rule, which is no change and cannot be undone. The cursor stays if it can. */
  load(content: string, clear: boolean): void {
    const text = new EditorText(content);
    const at = (offset: number): number => (clear ? 0 : Math.min(offset, content.length));
    const { anchor, head } = this.state.selection;
    this.state = { text, selection: { anchor: at(anchor), head: at(head) } };
    this.done.length = 0;
    this.undone.length = 0;
  }

  getLine(line: number): string {
    return this.state.text.line(line);
  }

  lineCount(): number {
    return this.state.text.lineCount();
  }

  getRange(from: EditorPosition, to: EditorPosition): string {
    return this.state.text.range(from, to);
  }

  getCursor(side: 'from' | 'to' | 'head' | 'anchor' = 'head'): EditorPosition {
    const { anchor, head } = this.state.selection;
    const offsets = { anchor, head, from: Math.min(anchor, head), to: Math.max(anchor, head) };
    return this.offsetToPos(offsets[side]);
  }

  listSelections(): EditorSelection[] {
    return [{ anchor: this.getCursor('anchor'), head: this.getCursor('head') }];
  }

  setSelections(ranges: EditorSelectionOrCaret[], main = 0): void {
    const range = ranges[main];
    if (!range) throw new RangeError('There is no such selection.');
    this.state = { text: this.state.text, selection: this.select(range, this.state.text) };
  }

  focus(): void {
    this.focused = true;
  }

  blur(): void {
    this.focused = false;
  }

  hasFocus(): boolean {
    return this.focused;
  }

  undo(): void {
    this.step(this.done, this.undone);
  }

  redo(): void {
    this.step(this.undone, this.done);
  }

  /** All changes are meant for the text as it was before the first of them. */
  transaction({ changes = [], replaceSelection, selection, selections }: EditorTransaction): void {
    const { text, selection: selected } = this.state;
    const own: OffsetChange[] =
      replaceSelection === undefined
        ? offsetChanges(text, changes)
        : offsetChanges(text, [
            ...changes,
            { text: replaceSelection, from: this.getCursor('from'), to: this.getCursor('to') },
          ]);
    const after = new EditorText(applyChanges(text.value, own));
    const wanted = selections?.[0] ?? selection;
    const moved = { anchor: mapOffset(selected.anchor, own), head: mapOffset(selected.head, own) };
    const state = { text: after, selection: wanted ? this.range(wanted.from, wanted.to, after) : moved };
    if (own.length > 0) {
      this.done.push(this.state);
      this.undone.length = 0;
    }
    this.state = state;
    if (own.length > 0) this.changed();
  }

  posToOffset(pos: EditorPosition): number {
    return this.state.text.posToOffset(pos);
  }

  offsetToPos(offset: number): EditorPosition {
    return this.state.text.offsetToPos(offset);
  }

  scrollIntoView(): void {
    // Nothing is on show.
  }

  private select({ anchor, head = anchor }: EditorSelectionOrCaret, text: EditorText): Selected {
    return this.range(anchor, head, text);
  }

  private range(anchor: EditorPosition, head: EditorPosition = anchor, text: EditorText): Selected {
    return { anchor: text.posToOffset(anchor), head: text.posToOffset(head) };
  }

  private step(from: EditorState[], to: EditorState[]): void {
    const state = from.pop();
    if (!state) return;
    to.push(this.state);
    this.state = state;
    this.changed();
  }
}
