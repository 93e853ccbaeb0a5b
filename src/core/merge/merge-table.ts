import { COLLABORATOR_COLUMNS, type ComposedRow } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import { splitRow } from '../read/table-row.ts';
import { slug } from '../words.ts';
import { fourCharacters, keyOf, once, type LedgerEntry, type SectionLedger } from './ledger.ts';
import type { MergedSection } from './merge-list.ts';
import type { ResolveLink } from './list-line.ts';
import { lineIdentity, linkPaths } from './page-blocks.ts';
import { inTable, personIn, tableIn, withCell, type PageRow, type Table } from './page-table.ts';
import { hashesIn, isTypedInLink, linkHashes, type KnownLinks } from './typed-in-link.ts';

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
  const table = tableIn(merge.body);
  if (!table) return isPersonsForm(merge) ? null : newTable(merge);
  if (!table.columns.includes('Person')) return null;
  const pairs = pairUp(table, merge);
  const removed = removedRows(table, pairs, merge);
  const written = lastWritten(table, merge);
  const paired = new Set(pairs.values());
  const rows = merge.rows.filter((row) => paired.has(row) || !removed.some(({ key }) => key === rowKey(row)));
  const own = new Set<PageRow>();
  const lines = new Map<ComposedRow, { source: string; entry: LedgerEntry; of?: PageRow }>();
  let kept = 0;
  let gone = 0;
  for (const [row, pageRow] of firstRows(table, pairs, written)) {
    const updated = updatedRow(table, pageRow, row, written, merge.ledger === null && merge.generatedPage);
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
    ledger: { written: rows.flatMap((row) => lines.get(row)?.entry ?? []), removed },
    kept,
    added: rows.length - kept,
    removed: gone,
    stayedAway: merge.rows.filter((row) => !rows.includes(row)).map((line) => ({ line, because: 'removed' as const })),
  };
}

/** The entries whose rows stand in a section's body; all of them where a person made something else of the table. */
export function entriesOfRows(body: string, { written }: SectionLedger): readonly LedgerEntry[] {
  const table = tableIn(body);
  if (!table && body.trim() !== '') return written;
  const onPage = new Set(table?.rows.map(({ person }) => keyOf(person)));
  return written.filter(({ key }) => onPage.has(key));
}

/** A table that cannot be read, or that a person made a list of, is theirs to keep. */
function isPersonsForm({ body, ledger }: TableMerge): boolean {
  return /^\s*\|/m.test(body) || (body.trim() !== '' && (ledger?.written.length ?? 0) > 0);
}

function newTable({ body, rows, eol, ledger, inDoubt }: TableMerge): MergedSection {
  const removed = ledger ? once([...ledger.removed, ...(inDoubt ? [] : ledger.written)]) : [];
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
  for (const pageRow of table.rows) {
    const key = keyOf(pageRow.person);
    const exact = rows.find((row) => slug(row.text) === slug(pageRow.person) || rowKey(row) === key);
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
  written: Written,
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
  written: Written,
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
  written: Written,
  { ledger, generatedPage, isNobody }: TableMerge,
): boolean {
  if (ledger === null) return generatedPage && isNobody(row.person) && (isBare(table, row) || isOwnersRow(table, row));
  return holdsOnlyWritten(table, row, written);
}

function holdsOnlyWritten(table: Table, row: PageRow, written: Written): boolean {
  const last = written.byPerson.get(keyOf(row.person)) ?? [];
  const isPersons = written.typedInLink.has(row);
  return (
    last.length > 0 &&
    !isPersons &&
    row.cells.every((cell, index) => isWritten(table.columns[index] ?? null, cell, last))
  );
}

interface Written {
  /** By person's key one entry, or more where a sync mixed two ledgers. */
  readonly byPerson: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** Rows with a person's words in the hidden part of the link to their note. */
  readonly typedInLink: ReadonlySet<PageRow>;
}

function lastWritten(table: Table, { ledger, inDoubt, rows, resolve }: TableMerge): Written {
  const byPerson = new Map<string, LedgerEntry[]>();
  for (const entry of ledger?.written ?? []) addTo(byPerson, entry.key, entry);
  const known: KnownLinks = {
    now: new Set(rows.flatMap((row) => linkHashes(cellOf(row, 'Person')))),
    then: new Set(inDoubt ? ledger?.written.flatMap(({ links }) => hashesIn(links)) : []),
    notes: rows.flatMap(({ origin }) => ('person' in origin ? (origin.person?.path ?? []) : [])),
    isMixed: inDoubt,
  };
  const at = table.columns.indexOf('Person');
  const typedInLink = table.rows.filter(({ person, cells }) => {
    const [path] = linkPaths(cells[at] ?? '');
    if (path === undefined || resolve(path) !== null) return false;
    return isTypedInLink(path, 0, byPerson.get(keyOf(person)) ?? [], known);
  });
  return { byPerson, typedInLink: new Set(typedInLink) };
}

/** The vault's owner has a full name, a role and a company, which the page need not say; a person's own column counts. */
function isOwnersRow(table: Table, row: PageRow): boolean {
  return (
    row.person.includes(' ') && row.cells.every((cell, index) => cell === '' || (table.columns[index] ?? null) !== null)
  );
}

/** Whether a cell holds just what was last written there; a column of the person's must be empty. */
function isWritten(column: string | null, cell: string, written: readonly LedgerEntry[]): boolean {
  if (column === null) return cell === '';
  const position = COLLABORATOR_COLUMNS.findIndex((name) => name === column) * 4;
  return written.some(({ content }) => content.slice(position, position + 4) === fourCharacters(shown(cell)));
}

/** As it is compared: a comment or a line struck through is an edit, another path to the same note is none. */
function shown(cell: string): string {
  return lineIdentity(cell);
}

function removedRows(table: Table, pairs: Map<PageRow, ComposedRow>, { ledger, inDoubt }: TableMerge): LedgerEntry[] {
  if (!ledger) return [];
  const onPage = new Set([
    ...table.rows.map(({ person }) => keyOf(person)),
    ...[...pairs.values()].map((row) => rowKey(row)),
  ]);
  const missing = inDoubt ? ledger.removed : [...ledger.removed, ...ledger.written];
  return once(missing.filter(({ key }) => !onPage.has(key)));
}

/** By the person as read back from the cell, so that a name that is no plain text is known again. */
function rowKey(row: ComposedRow): string {
  return keyOf(personIn(cellOf(row, 'Person')));
}

/** The row with its managed cells brought up to date, all else to the byte. */
function updatedRow(
  table: Table,
  pageRow: PageRow,
  row: ComposedRow,
  { byPerson, typedInLink }: Written,
  oldToolsRow: boolean,
): { source: string; entry: LedgerEntry } {
  const written = byPerson.get(rowKey(row)) ?? [];
  const hashes: string[] = [];
  let source = pageRow.source;
  let links = '';
  for (const column of COLLABORATOR_COLUMNS) {
    const index = table.columns.indexOf(column);
    const wanted = cellOf(row, column);
    const there = pageRow.cells[index] ?? '';
    // An older tool's first name becomes the full one; its other cells may be a person's.
    const isPersons = column === 'Person' && typedInLink.has(pageRow);
    const isWrittenHere = !isPersons && isWritten(column, there, written);
    const ours = there === '' || isWrittenHere || (oldToolsRow && column === 'Person');
    const samePerson = oldToolsRow && column === 'Person' && slug(pageRow.person) === slug(row.text);
    const same = !isPersons && shown(there) === shown(wanted);
    if (index >= 0 && ours && !same && !samePerson)
      source = withCell(source, index, wanted, table.widths?.[index] ?? 0);
    if (column === 'Person') links = linkHashes(same ? there : wanted).join('');
    // A cell that is not ours is recorded as nothing, so that it is never taken for ours later.
    hashes.push(
      index < 0 ? fourCharacters('') : same || (ours && !samePerson) ? fourCharacters(shown(wanted)) : '----',
    );
  }
  return { source, entry: { key: rowKey(row), content: hashes.join(''), trace: '', links } };
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

/** A cell's Markdown as it is read back from a table, which takes one backslash off a pipe. */
function cellOf(row: ComposedRow, column: string): string {
  return (row.cells.get(column) ?? '').replace(/\\*\|/g, '|');
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
