/** Replace the characters from `start` up to `end` by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap. Of two at one place, the earlier in the list comes first in the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index);
  return sorted.reduce(
    (edited, { start, end, text: replacement }) => edited.slice(0, start) + replacement + edited.slice(end),
    text,
  );
}

/**
 * Where a place in a text lies after edits, at the beginning of a line. In a stretch that an edit replaces it keeps its
 * distance from the end.
 */
export function placeAfter(place: number, edits: readonly TextEdit[], edited: string): number {
  const moved = edits
    .filter(({ start }) => start < place)
    .reduce((at, { start, end, text }) => at + text.length - (end - start), place);
  const at = Math.max(0, Math.min(moved, edited.length));
  return linesOf(edited).find(({ start }) => start >= at)?.start ?? edited.length;
}

/** A line of a text with its own line end (`\n`, `\r\n`, `\r`, or none at the end of the text). */
export interface TextLine {
  readonly text: string;
  readonly eol: string;
  readonly start: number;
}

/** Splits a text so that joining `text + eol` of all lines gives it back to the byte. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    lines.push({ text: text.slice(start, end.index), eol: end[0], start });
    start = end.index + end[0].length;
  }
  if (start < text.length) lines.push({ text: text.slice(start), eol: '', start });
  return lines;
}

/** The line end that most lines have; `\n` for a text of one line. */
export function lineEndOf(text: string): string {
  const crlf = text.split('\r\n').length - 1;
  const cr = text.split('\r').length - 1 - crlf;
  const lf = text.split('\n').length - 1 - crlf;
  if (crlf > 0 && crlf >= lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/** The one edit that makes `after` of `before`, as small as a common beginning and end allow; null where they are the same. */
export function smallestEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const longest = Math.min(before.length, after.length);
  let start = 0;
  while (start < longest && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < longest - start && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

/** The lines of `after`, counted from 1, between which it differs from `before`. */
export function changedLines(before: string, after: string): { first: number; last: number } {
  const edit = smallestEdit(before, after);
  if (!edit) return { first: 1, last: 1 };
  const lineAt = (offset: number) => linesOf(after.slice(0, offset)).filter(({ eol }) => eol !== '').length + 1;
  const first = lineAt(edit.start);
  return { first, last: Math.max(first, lineAt(edit.start + edit.text.length - (edit.text.endsWith('\n') ? 1 : 0))) };
}
