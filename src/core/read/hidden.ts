import { HTML_BLOCK, RAW_HTML } from './line-marks.ts';

/** What hides the lines up to `end`: a comment opened on `line`, or an HTML block (null: it needs no closing). */
export interface Hidden {
  readonly line: number | null;
  readonly end: RegExp;
}

/**
 * Comments, HTML and formulas, which are no text of the note's: null for a line that shows something, else what goes on
 * hiding the lines below it (null: it ends on its own line).
 */
export function readHidden(text: string, line: number): { readonly below: Hidden | null } | null {
  if (text.startsWith('<!--')) return { below: text.includes('-->') ? null : { line, end: /-->/ } };
  if (text.startsWith('%%')) {
    const marks = text.split('%%').length - 1;
    if (marks % 2 === 1) return { below: { line, end: /%%/ } };
    return text.replace(/%%.*?%%/g, '').trim() === '' ? { below: null } : null;
  }
  const raw = RAW_HTML.exec(text);
  if (raw) {
    const end = new RegExp(`</${raw[1] ?? ''}>`, 'i');
    return { below: end.test(text) ? null : { line, end } };
  }
  if (HTML_BLOCK.test(text)) return { below: { line: null, end: /^\s*$/ } };
  return text === '$$' ? { below: { line, end: /\$\$/ } } : null;
}
