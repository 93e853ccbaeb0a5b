/** How a line of a block begins, quote marks and indentation taken off: the signs of CommonMark's blocks. */

import { isBlankAt } from './heading-line.ts';

export const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
export const MARKER = /^([-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
export const CHECKBOX = /^\[([^\]])\](?:[ \t]+|$)/u;
export const SETEXT = /^(=+|-+)[ \t]*$/;
/** CommonMark's HTML blocks 6 and 7, which last until a blank line; an inline tag at a line's start is no block. */
export const HTML_BLOCK =
  /^<\/?(?:address|article|aside|blockquote|body|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?:[ \t>/]|$)/i;
export const RAW_HTML = /^<(script|pre|style|textarea)(?:[ \t>]|$)/i;

/** False for a line that can be nothing but a paragraph's text, which most lines are. */
export function mayOpenBlock(text: string): boolean {
  return /^[-+*_=#`~<|:%$\d]/.test(text);
}

/** `---`, `* * *`: three or more of one mark, with nothing but spaces between (CommonMark 4.1). In linear time. */
export function isRule(text: string): boolean {
  const mark = text.charAt(0);
  if (mark !== '-' && mark !== '*' && mark !== '_') return false;
  let marks = 0;
  // From the end, where a long line of list marks mostly shows that it is none.
  for (let at = text.length - 1; at >= 0; at--) {
    if (text.charAt(at) === mark) marks++;
    else if (!isBlankAt(text, at)) return false;
  }
  return marks >= 3;
}

/** Columns of leading white space; a tab reaches to the next multiple of four (CommonMark 2.2). */
export function indentOf(line: string): number {
  let column = 0;
  for (let i = 0; i < line.length; i++) {
    const char = line.charCodeAt(i);
    if (char === 32) column++;
    else if (char === 9) column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** The line without its `>`. Character by character, because a pattern runs out of memory on millions of them. */
export function afterQuoteMarks(raw: string): string {
  for (let start = 0; ;) {
    let mark = start;
    while (mark < start + 3 && raw.charAt(mark) === ' ') mark++;
    if (raw.charAt(mark) !== '>') return raw.slice(start);
    start = isBlankAt(raw, mark + 1) ? mark + 2 : mark + 1;
  }
}
