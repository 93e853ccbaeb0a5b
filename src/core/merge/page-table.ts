import type { COLLABORATOR_COLUMNS } from '../compose/account-page.ts';
import { plainText } from '../read/inline.ts';
import { isDelimiterRow, splitRow } from '../read/table-row.ts';
import { linesOf, type TextLine } from '../text-edit.ts';
import { lastSegment } from '../vault.ts';

import { hiddenLines, linkPaths } from './page-blocks.ts';
import { keyOf } from './short-hash.ts';

/** The managed columns by the headings under which pages have them; every other column is the person's. */
const COLUMN_NAMES: Readonly<Record<string, (typeof COLLABORATOR_COLUMNS)[number]>> = {
  person: 'Person',
  name: 'Person',
  contact: 'Person',
  who: 'Person',
  role: 'Role',
  title: 'Role',
  position: 'Role',
  'job title': 'Role',
  company: 'Company',
  organization: 'Company',
  organisation: 'Company',
  meetings: 'Meetings',
  'last met': 'Last met',
};

/** A table as it stands on the page, with what surrounds it in its section. */
export interface Table {
  readonly before: string;
  readonly head: string;
  /** Of the columns in characters, where a formatter aligned the table; else null. */
  readonly widths: readonly number[] | null;
  readonly columns: readonly (string | null)[];
  readonly rows: readonly PageRow[];
  readonly after: string;
}

export interface PageRow {
  readonly source: string;
  readonly cells: readonly string[];
  /** As shown in the Person cell. */
  readonly person: string;
}

/**
 * Of a section's tables that with the most rows of known persons, else that which tells most of persons, else the first;
 * null where there is none.
 *
 * @param known Keys of persons whose rows were written.
 */
export function tableIn(body: string, known: ReadonlySet<string>): Table | null {
  const lines = linesOf(body);
  const ranked = spansOf(lines).map((span) => {
    const columns = columnsOf(lines[span.delimiter - 1]?.text ?? '');
    const rows = rowsOf(lines, span, columns);
    const ofKnown = rows.filter(({ person }) => known.has(keyOf(person))).length;
    const managed = columns.includes('Person') ? columns.filter((column) => column !== null).length : 0;
    return { span, columns, rows, ofKnown, managed };
  });
  ranked.sort((a, b) => b.ofKnown - a.ofKnown || b.managed - a.managed);
  const [best] = ranked;
  if (!best) return null;
  const { delimiter, end } = best.span;
  const join = (from: number, to: number) =>
    lines
      .slice(from, to)
      .map(({ text, eol }) => text + eol)
      .join('');
  return {
    before: join(0, delimiter - 1),
    head: join(delimiter - 1, delimiter + 1),
    widths: widthsOf(lines.slice(delimiter - 1, end).map(({ text }) => text)),
    columns: best.columns,
    rows: best.rows,
    after: join(end, lines.length),
  };
}

/** The position of the line below a table's head, and that behind its last row. */
interface Span {
  readonly delimiter: number;
  readonly end: number;
}

function spansOf(lines: readonly TextLine[]): Span[] {
  const hidden = hiddenLines(lines.map(({ text }) => text));
  const spans: Span[] = [];
  for (let at = 1; at < lines.length; at++) {
    const { text = '' } = lines[at] ?? {};
    const isDelimiter = !hidden.has(at) && text.includes('-') && isDelimiterRow(text);
    if (!isDelimiter || !(lines[at - 1]?.text ?? '').includes('|')) continue;
    let end = at + 1;
    while (end < lines.length && (lines[end]?.text ?? '').trim() !== '' && (lines[end]?.text ?? '').includes('|'))
      end++;
    spans.push({ delimiter: at, end });
    at = end;
  }
  return spans;
}

/** What each column of a head is about. A second one of a name is the person's, as one for addresses beside the names. */
function columnsOf(head: string): Table['columns'] {
  const known = splitRow(head).map((name) => COLUMN_NAMES[plainText(name).toLowerCase()] ?? null);
  return known.map((column, index) => (known.indexOf(column) === index ? column : null));
}

function rowsOf(lines: readonly TextLine[], { delimiter, end }: Span, columns: Table['columns']): PageRow[] {
  return lines.slice(delimiter + 1, end).map(({ text, eol }) => {
    const cells = splitRow(text);
    return { source: text + eol, cells, person: personIn(cells[columns.indexOf('Person')] ?? '') };
  });
}

function widthsOf(lines: readonly string[]): number[] | null {
  // Rows that are as long as each other by chance are not aligned: some cell must be filled up with blanks.
  if (!lines.slice(2).some((line) => /[^\s|] {2,}\|/.test(line))) return null;
  const pipes = lines.map((line) => pipesOf(line).join());
  if (pipes.some((one) => one !== pipes[0])) return null;
  const at = pipesOf(lines[0] ?? '');
  return at.slice(1).map((end, index) => end - (at[index] ?? 0) - 1);
}

/** Where a row's cells begin and end: its pipes that are not escaped, and the places of those that may be left out. */
function pipesOf(source: string): number[] {
  const start = /^\s*\|/.exec(source)?.[0].length ?? 0;
  const pipes: number[] = [start - 1];
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '|') pipes.push(at);
  }
  const lineEnd = source.search(/[ \t]*(?:\r\n|\r|\n|$)/);
  if (pipes[pipes.length - 1] !== lineEnd - 1) pipes.push(lineEnd);
  return pipes;
}

/** `[[People/Ana Ruiz/README|Ana]]` → `Ana Ruiz`. */
export function personIn(cell: string): string {
  const [target] = linkPaths(cell);
  if (target === undefined) return plainText(cell);
  const last = lastSegment(target);
  return /^(?:readme|index)$/i.test(last) ? lastSegment(target.slice(0, -last.length - 1)) : last;
}

/** In a table a pipe belongs to the table unless it is escaped. */
export function inTable(markdown: string): string {
  return markdown.replace(/\|/g, '\\|');
}

/** Replaces one cell of a row as it stands, keeping the others with their spacing. */
export function withCell(source: string, index: number, cell: string, width: number): string {
  const pipes = pipesOf(source);
  const [from, to] = [pipes[index], pipes[index + 1]];
  if (from === undefined || to === undefined) return source;
  return source.slice(0, from + 1) + ` ${inTable(cell)} `.padEnd(width) + source.slice(to);
}
