import type { EditorChange, EditorPosition } from 'obsidian/obsidian.d.ts';

/** A text by lines, as both editors count it: lines from 0, a line's end is one place. */
export class EditorText {
  private readonly lineStarts: readonly number[];

  constructor(readonly value: string) {
    this.lineStarts = [0, ...[...value.matchAll(/\n/g)].map((end) => end.index + 1)];
  }

  lineCount(): number {
    return this.lineStarts.length;
  }

  /** The line without its end; '' for one that is not there. */
  line(line: number): string {
    return line < 0 || line >= this.lineCount() ? '' : this.value.slice(this.startOf(line), this.endOf(line));
  }

  /** Places before the text, behind it or behind a line's end count as the nearest that is in it. */
  posToOffset({ line, ch }: EditorPosition): number {
    if (line < 0) return 0;
    if (line >= this.lineCount()) return this.value.length;
    return Math.min(this.startOf(line) + Math.max(ch, 0), this.endOf(line));
  }

  offsetToPos(offset: number): EditorPosition {
    const within = Math.min(Math.max(offset, 0), this.value.length);
    const after = this.lineStarts.findIndex((start) => start > within);
    const line = (after < 0 ? this.lineCount() : after) - 1;
    return { line, ch: within - this.startOf(line) };
  }

  range(from: EditorPosition, to: EditorPosition): string {
    return this.value.slice(this.posToOffset(from), this.posToOffset(to));
  }

  private startOf(line: number): number {
    return this.lineStarts[line] ?? this.value.length;
  }

  private endOf(line: number): number {
    const next = this.lineStarts[line + 1];
    return next === undefined ? this.value.length : next - 1;
  }
}

/** A change in offsets of the text before any of its transaction's changes. */
export interface OffsetChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The changes in the order of the text. Throws where two of them overlap, which no editor can apply. */
export function offsetChanges(text: EditorText, changes: readonly EditorChange[]): OffsetChange[] {
  const sorted = changes
    .map(({ from, to, text: inserted }) => {
      const start = text.posToOffset(from);
      return { from: start, to: to ? text.posToOffset(to) : start, text: inserted };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, change] of sorted.entries()) {
    const before = sorted[index - 1];
    if (change.to < change.from) throw new RangeError('A change ends before it begins.');
    if (before && change.from < before.to) throw new RangeError('Two changes of one transaction overlap.');
  }
  return sorted;
}

export function applyChanges(value: string, changes: readonly OffsetChange[]): string {
  let end = 0;
  let result = '';
  for (const change of changes) {
    result += value.slice(end, change.from) + change.text;
    end = change.to;
  }
  return result + value.slice(end);
}

/** Where a place is after the changes: inside replaced text it moves behind what took its place. */
export function mapOffset(offset: number, changes: readonly OffsetChange[]): number {
  let shift = 0;
  for (const { from, to, text } of changes) {
    if (offset < from || (offset === from && to > from)) break;
    if (offset < to) return from + shift + text.length;
    shift += text.length - (to - from);
  }
  return offset + shift;
}
