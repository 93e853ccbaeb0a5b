import { COLLABORATOR_COLUMNS, type ComposedRow } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import { splitRow } from '../read/table-row.ts';
import { slug } from '../words.ts';
import { asRemoved, once, type LedgerEntry, type SectionLedger } from './ledger.ts';
import type { MergedSection } from './merge-list.ts';
import { linkPaths, type ResolveLink } from './page-blocks.ts';
import { inTable, tableIn, withCell, type PageRow, type Table } from './page-table.ts';
import { fourCharacters, keyOf, linkHashes } from './short-hash.ts';
import {
  cellOf,
  holdsOnlyWritten,
  isWritten,
  keysIn,
  lastWritten,
  PERSONS_CELL,
  removedRows,
  rowKey,
  shown,
  withStanding,
  type TableMemory,
} from './table-memory.ts';

export interface TableMerge {
  readonly body: string;
  readonly ledger: SectionLedger | null;
  /** Whether the ledger was mixed from two: a row that is missing may then never have arrived. */
  readonly inDoubt: boolean;
  readonly rows: readonly ComposedRow[];
  readonly generatedPage: boolean;
  readonly eol: string;
  readonly isNobody: (name: string) => boolean;
  readonly resolve: ResolveLink;
}

/** Merges the Collaborators table cell by cell: what a person filled in stays, in the plugin's columns too. */
export function mergeTable(merge: TableMerge): MergedSection | null {
  const table = tableIn(merge.body, keysIn(merge.ledger?.written ?? []));
  if (!table) return isPersonsForm(merge) ? null : newTable(merge);
  if (!table.columns.includes('Person')) return null;
  const pairs = pairUp(table, merge);
  const written = lastWritten(table, pairs, merge);
  const removed = removedRows(table, pairs, written, merge);
  const paired = new Set(pairs.values());
  const rows = merge.rows.filter((row) => paired.has(row) || !removed.some(({ key }) => key === rowKey(row)));
  const own = new Set<PageRow>();
  const lines = new Map<ComposedRow, { source: string; entry: LedgerEntry; of?: PageRow }>();
  let kept = 0;
  let gone = 0;
  for (const [row, pageRow] of firstRows(table, pairs, written)) {
    const updated = updatedRow(table, pageRow, row, written, merge);
    if (updated.source === pageRow.source) kept++;
    lines.set(row, { ...updated, of: pageRow });
  }
  for (const pageRow of table.rows) {
    const row = pairs.get(pageRow);
    const first = row && lines.get(row);
    if (first?.of === pageRow) continue;
    const goes = first
      ? isSpare(table, pageRow, splitRow(first.source), written, merge)
      : isOurs(table, pageRow, written, merge);
    if (goes) gone++;
    else own.add(pageRow);
  }
  for (const row of rows) if (!lines.has(row)) lines.set(row, newRow(table.columns, row, merge.eol, table.widths));
  const body = inOrder(table, rows, pairs, lines, own, merge.ledger);
  return {
    body:
      table.before +
      table.head +
      withLineEnds(body, merge.eol, table.after !== '' || /[\r\n]$/.test(merge.body)) +
      table.after,
    ledger: {
      written: withStanding(
        rows.flatMap((row) => lines.get(row)?.entry ?? []),
        own,
        written,
      ),
      removed,
    },
    kept,
    added: rows.length - kept,
    removed: gone,
    stayedAway: merge.rows.filter((row) => !rows.includes(row)).map((line) => ({ line, because: 'removed' as const })),
  };
}

/** The entries whose rows stand in a section's body; all of them where a person made something else of the table. */
export function entriesOfRows(body: string, { written }: SectionLedger): readonly LedgerEntry[] {
  const table = tableIn(body, keysIn(written));
  if (!table && body.trim() !== '') return written;
  const onPage = new Set(table?.rows.map(({ person }) => keyOf(person)));
  return written.filter(({ key }) => onPage.has(key));
}

/** A table that cannot be read, or that a person made a list of, is theirs to keep. */
function isPersonsForm({ body, ledger }: TableMerge): boolean {
  return /^\s*\|/m.test(body) || (body.trim() !== '' && (ledger?.written.length ?? 0) > 0);
}

function newTable({ body, rows, eol, ledger, inDoubt }: TableMerge): MergedSection {
  const gone = ledger ? [...ledger.removed, ...(inDoubt ? [] : ledger.written)] : [];
  const removed = once(gone).map((entry) => asRemoved(entry));
  const shown = rows.filter((row) => !removed.some(({ key }) => key === rowKey(row)));
  const lines = shown.map((row) => newRow(COLLABORATOR_COLUMNS, row, eol));
  const head = `| ${COLLABORATOR_COLUMNS.join(' | ')} |${eol}|${COLLABORATOR_COLUMNS.map((name) => '-'.repeat(name.length + 2)).join('|')}|${eol}`;
  const table = lines.length === 0 ? '' : head + lines.map(({ source }) => source).join('');
  const isEmpty = body.trim() === '';
  const own = isEmpty ? '' : `${body.replace(/[\r\n\s]+$/, '')}${eol}`;
  const padding = isEmpty ? body : body.slice(body.replace(/[\r\n\s]+$/, '').length).replace(/^(?:\r\n|\r|\n)/, '');
  return {
    body: table === '' ? body : `${own}${eol}${table}${padding}`,
    ledger: { written: lines.map(({ entry }) => entry), removed },
    kept: 0,
    added: lines.length,
    removed: 0,
    stayedAway: rows.filter((row) => !shown.includes(row)).map((line) => ({ line, because: 'removed' as const })),
  };
}

/** Which composed row each row of the page is: by name, else by a first name that only one of them has. */
function pairUp(table: Table, { rows, generatedPage, ledger }: TableMerge): Map<PageRow, ComposedRow> {
  const pairs = new Map<PageRow, ComposedRow>();
  const bySlug = new Map([...rows].reverse().map((row) => [slug(row.text), row]));
  const byKey = new Map([...rows].reverse().map((row) => [rowKey(row), row]));
  for (const pageRow of table.rows) {
    const exact = byKey.get(keyOf(pageRow.person)) ?? bySlug.get(slug(pageRow.person));
    if (exact) pairs.set(pageRow, exact);
  }
  for (const pageRow of table.rows) {
    if (pairs.has(pageRow) || pageRow.person.includes(' ') || pageRow.person === '') continue;
    const fitting = rows.filter(
      (row) => row.text.includes(' ') && slug(row.text.split(' ')[0] ?? '') === slug(pageRow.person),
    );
    const [only, second] = fitting;
    if (!only || second) continue;
    const isRepeat = [...pairs.values()].includes(only);
    // Beside a row with the full name, one with the first name alone goes only where no person can have written it.
    if (!isRepeat || (generatedPage && ledger === null && isBare(table, pageRow))) pairs.set(pageRow, only);
  }
  return pairs;
}

/**
 * Of several rows for one person the one to keep current: that which stands as it was last written, else the first. The
 * order of the rows may change, and which one it is must not.
 */
function firstRows(
  table: Table,
  pairs: ReadonlyMap<PageRow, ComposedRow>,
  written: TableMemory,
): Map<ComposedRow, PageRow> {
  const first = new Map<ComposedRow, PageRow>();
  for (const pageRow of table.rows) {
    const row = pairs.get(pageRow);
    if (!row) continue;
    const known = first.get(row);
    const isBetter = known && !holdsOnlyWritten(table, known, written) && holdsOnlyWritten(table, pageRow, written);
    if (!known || isBetter) first.set(row, pageRow);
  }
  return first;
}

/** A second row for one person: it goes only where it holds nothing that the first does not. */
function isSpare(
  table: Table,
  pageRow: PageRow,
  first: readonly string[],
  written: TableMemory,
  { ledger, inDoubt, generatedPage }: TableMerge,
): boolean {
  // A sync that kept both devices' rows kept one that the plugin alone had written.
  if (inDoubt && holdsOnlyWritten(table, pageRow, written)) return true;
  const addsNothing = pageRow.cells.every((cell, index) => cell === '' || shown(cell) === shown(first[index] ?? ''));
  return addsNothing || (generatedPage && ledger === null && isBare(table, pageRow));
}

function isBare(table: Table, row: PageRow): boolean {
  return row.cells.every((cell, index) => cell === '' || table.columns[index] === 'Person');
}

/** Rows that were last written as they stand; the first time, what an older tool took for a person. */
function isOurs(
  table: Table,
  row: PageRow,
  written: TableMemory,
  { ledger, generatedPage, isNobody }: TableMerge,
): boolean {
  if (ledger === null) return generatedPage && isNobody(row.person) && (isBare(table, row) || isOwnersRow(table, row));
  return holdsOnlyWritten(table, row, written);
}

/** The vault's owner has a full name, a role and a company, which the page need not say; a person's own column counts. */
function isOwnersRow(table: Table, row: PageRow): boolean {
  return (
    row.person.includes(' ') && row.cells.every((cell, index) => cell === '' || (table.columns[index] ?? null) !== null)
  );
}

/** What nobody types: where it stands as the plugin would write it, the plugin wrote it. */
const COUNTED: readonly string[] = ['Meetings', 'Last met'] satisfies (typeof COLLABORATOR_COLUMNS)[number][];

/** The row with its managed cells brought up to date, all else to the byte. */
function updatedRow(
  table: Table,
  pageRow: PageRow,
  row: ComposedRow,
  written: TableMemory,
  merge: TableMerge,
): { source: string; entry: LedgerEntry } {
  const last = written.of.get(pageRow) ?? [];
  const isOldTools = merge.ledger === null && merge.generatedPage;
  // A row of which nothing is remembered is a person's, but where it counts meetings just as the plugin does.
  const isOursAnyway = last.length === 0 && (isOldTools || merge.inDoubt || countsAs(table, pageRow, row));
  const hashes: string[] = [];
  let source = pageRow.source;
  let links = '';
  for (const column of COLLABORATOR_COLUMNS) {
    const index = table.columns.indexOf(column);
    if (index < 0) {
      hashes.push(fourCharacters(''));
      continue;
    }
    const wanted = cellOf(row, column);
    const there = pageRow.cells[index] ?? '';
    const isRelinked = column === 'Person' && written.relinked.has(pageRow);
    const agrees = !isRelinked && shown(there) === shown(wanted);
    const isSame = agrees && leadAlike(there, wanted, merge.resolve);
    // An older tool's first name becomes the full one; its other cells may be a person's.
    const becomesFull = isOldTools && column === 'Person' && slug(pageRow.person) !== slug(row.text);
    const ours = there === '' || becomesFull || (!isRelinked && isWritten(column, there, last));
    if (ours && !isSame) source = withCell(source, index, wanted, table.widths?.[index] ?? 0);
    if (column === 'Person') links = linkHashes(isSame || !ours ? there : wanted).join('');
    const isKnown = ours || (agrees && (isOursAnyway || COUNTED.includes(column)));
    hashes.push(isKnown ? fourCharacters(shown(wanted)) : PERSONS_CELL);
  }
  return { source, entry: { key: rowKey(row), content: hashes.join(''), trace: '', links } };
}

function countsAs({ columns }: Table, { cells }: PageRow, row: ComposedRow): boolean {
  return COUNTED.every((column) => {
    const there = cells[columns.findIndex((name) => name === column)] ?? '';
    return there !== '' && there === cellOf(row, column);
  });
}

/** Whether two cells' links lead to the same notes, also along other paths. */
function leadAlike(there: string, wanted: string, resolve: ResolveLink): boolean {
  const here = linkPaths(wanted);
  return linkPaths(there).every((path, at) => path === here[at] || resolve(path) === resolve(here[at] ?? ''));
}

function newRow(
  columns: readonly (string | null)[],
  row: ComposedRow,
  eol: string,
  widths: readonly number[] | null = null,
): { source: string; entry: LedgerEntry } {
  const cells = columns.map((column) => inTable(column === null ? '' : cellOf(row, column)));
  const hashes = COLLABORATOR_COLUMNS.map((column) =>
    fourCharacters(columns.includes(column) ? shown(cellOf(row, column)) : ''),
  );
  return {
    source: `|${cells.map((cell, index) => (cell === '' ? '  ' : ` ${cell} `).padEnd(widths?.[index] ?? 0)).join('|')}|${eol}`,
    entry: { key: rowKey(row), content: hashes.join(''), trace: '', links: linkHashes(cellOf(row, 'Person')).join('') },
  };
}

/** Rows in the order of their names, a person's own rows after the row that they stand after now. */
function inOrder(
  table: Table,
  rows: readonly ComposedRow[],
  pairs: Map<PageRow, ComposedRow>,
  lines: ReadonlyMap<ComposedRow, { source: string }>,
  own: ReadonlySet<PageRow>,
  ledger: SectionLedger | null,
): string[] {
  const sorted = rows.filter((row) => lines.has(row));
  const standing = table.rows.flatMap((pageRow): (ComposedRow | PageRow)[] => {
    const row = pairs.get(pageRow);
    return own.has(pageRow) ? [pageRow] : row ? [row] : [];
  });
  const order = [...new Set(standing.filter((row): row is ComposedRow => 'origin' in row))];
  // A table that a person put in order, or had before the plugin came, keeps its order.
  const personsOrder =
    ledger === null ||
    order.map((row) => rowKey(row)).join() !==
      ledger.written
        .filter(({ key }) => order.some((row) => rowKey(row) === key))
        .map(({ key }) => key)
        .join();
  const sequence = personsOrder
    ? [...new Set(standing), ...sorted.filter((row) => !order.includes(row))]
    : inNameOrder(standing, sorted);
  return sequence.map((row) => ('origin' in row ? (lines.get(row)?.source ?? '') : row.source));
}

/** Composed rows in their order, each followed by the person's own rows that stand after it now. */
function inNameOrder(
  standing: readonly (ComposedRow | PageRow)[],
  sorted: readonly ComposedRow[],
): (ComposedRow | PageRow)[] {
  let anchor: ComposedRow | null = null;
  const following = new Map<ComposedRow | null, PageRow[]>();
  for (const row of standing) {
    if ('origin' in row) anchor = row;
    else addTo(following, anchor, row);
  }
  return [...(following.get(null) ?? []), ...sorted.flatMap((row) => [row, ...(following.get(row) ?? [])])];
}

function withLineEnds(sources: readonly string[], eol: string, atEnd: boolean): string {
  return sources
    .map((source, index) =>
      /[\r\n]$/.test(source) || (index === sources.length - 1 && !atEnd) ? source : source + eol,
    )
    .join('');
}
