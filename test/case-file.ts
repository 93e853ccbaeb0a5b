/**
 * A case is a Markdown file that a user could write: notes and pages as they are, and what they come to.
 *
 *     # What it is about
 *     ## Note `Meetings/2025-11-14 - Sync.md`     → fenced text
 *     ## Page `Accounts/Norvane/README.md`        → fenced text, the page before
 *     ## Settings                                 → fenced JSON
 *     ## Result: page `Accounts/Norvane/README.md` → fenced text, the page after, without its ledger
 *     ## Result: actions | accounts | problems | links | people → fenced lines
 */
export interface CaseBlock {
  readonly kind: 'note' | 'page' | 'settings' | 'result';
  /** A path, or what of the result is meant. */
  readonly name: string;
  readonly text: string;
  /** Where the fenced text stands in the file, in characters. */
  readonly start: number;
  readonly end: number;
}

const BLOCK =
  /^## (Note|Page|Settings|Result:)[ \t]*([^\n]*)\n(?:(?!^## |^(?:`{3,}|~{3,}))[^\n]*\n)*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^\3[ \t]*$/gm;

export function readCase(file: string): CaseBlock[] {
  return [...file.matchAll(BLOCK)].map((match) => {
    const [whole, kind = '', name = '', , text = ''] = match;
    const start = match.index + whole.length - (match[3] ?? '').length - text.length;
    return {
      kind: kind.replace(':', '').toLowerCase() as CaseBlock['kind'],
      name: name.replace(/`/g, '').trim(),
      text,
      start,
      end: start + text.length,
    };
  });
}

/** `\r` and `\uFEFF` written out, for what an editor would not show or keep. */
export function unescapeText(text: string): string {
  return text
    .replace(/␍␊\n/g, '\r\n')
    .replace(/␍\n?/g, '\r')
    .replace(/␀EOF\n$/, '')
    .replace(/␀BOM/g, '\uFEFF');
}

export function escapeText(text: string): string {
  const shown = text
    .replace(/\uFEFF/g, '␀BOM')
    .replace(/\r\n/g, '␍␊\n')
    .replace(/\r/g, '␍\n');
  return shown.endsWith('\n') ? shown : `${shown}␀EOF\n`;
}
