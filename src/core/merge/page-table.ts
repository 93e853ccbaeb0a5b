import type { COLLABORATOR_COLUMNS } from '../compose/account-page.ts';
import { plainText } from '../read/inline.ts';
import { isDelimiterRow, splitRow } from '../read/table-row.ts';
import { linesOf, type TextLine } from '../text-edit.ts';
import { lastSegment } from '../vault.ts';
import { fencedLines, linkPaths } from './page-blocks.ts';

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

/** Of a section's tables the first that tells most of persons, else the first; null where there is none. */
export function tableIn(body: string): Table | null {
  const lines = linesOf(body);
  const delimiters = delimitersOf(lines);
  const told = (delimiter: number) => {
    const columns = columnsOf(lines[delimiter - 1]?.text ?? '');
    return columns.includes('Person') ? columns.filter((column) => column !== null).length : 0;
  };
  const most = Math.max(...delimiters.map((delimiter) => told(delimiter)));
  const delimiter = delimiters.find((one) => told(one) === most);
  return delimiter === undefined ? null : tableAt(lines, delimiter);
}

/** The positions of the lines below tables' heads, as many as anybody has in a section. */
function delimitersOf(lines: readonly TextLine[]): number[] {
  const fenced = fencedLines(lines.map(({ text }) => text));
  const found: number[] = [];
  for (let index = 1; index < lines.length && found.length < MOST_TABLES; index++) {
    const { text = '' } = lines[index] ?? {};
    const isDelimiter = !fenced.has(index) && text.includes('-') && isDelimiterRow(text);
    if (isDelimiter && (lines[index - 1]?.text ?? '').includes('|')) found.push(index);
  }
  return found;
}

const MOST_TABLES = 200;

/** What each column of a head is about. A second one of a name is the person's, as one for addresses beside the names. */
function columnsOf(head: string): Table['columns'] {
  const known = splitRow(head).map((name) => COLUMN_NAMES[plainText(name).toLowerCase()] ?? null);
  return known.map((column, index) => (known.indexOf(column) === index ? column : null));
}

function tableAt(lines: readonly TextLine[], delimiter: number): Table {
  let end = delimiter + 1;
  while (end < lines.length && (lines[end]?.text ?? '').trim() !== '' && (lines[end]?.text ?? '').includes('|')) end++;
  const join = (from: number, to: number) =>
    lines
      .slice(from, to)
      .map(({ text, eol }) => text + eol)
      .join('');
  const columns = columnsOf(lines[delimiter - 1]?.text ?? '');
  const rows = lines.slice(delimiter + 1, end).map(({ text, eol }): PageRow => {
    const cells = splitRow(text);
    return { source: text + eol, cells, person: personIn(cells[columns.indexOf('Person')] ?? '') };
  });
  return {
    before: join(0, delimiter - 1),
    head: join(delimiter - 1, delimiter + 1),
    widths: widthsOf(lines.slice(delimiter - 1, end).map(({ text }) => text)),
    columns,
    rows,
    after: join(end, lines.length),
  };
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
