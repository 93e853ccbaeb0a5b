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
