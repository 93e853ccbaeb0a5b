import type { Loc, Pos } from 'obsidian/obsidian.d.ts';

/** Turns offsets of one text into the lines and columns of `CachedMetadata`, both counted from 0. */
export class Positions {
  private readonly lineStarts: readonly number[];

  constructor(text: string) {
    this.lineStarts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  }

  at(offset: number): Loc {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - (this.lineStarts[low] ?? 0), offset };
  }

  span(start: number, end: number): Pos {
    return { start: this.at(start), end: this.at(end) };
  }

  lineOf(offset: number): number {
    return this.at(offset).line;
  }
}
