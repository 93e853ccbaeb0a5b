import { COLLABORATOR_COLUMNS, type ComposedRow } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import { asRemoved, once, withoutRepeats, type LedgerEntry, type SectionLedger } from './ledger.ts';
import { lineIdentity, linkPaths, type ResolveLink } from './page-blocks.ts';
import { personIn, type PageRow, type Table } from './page-table.ts';
import { isPersonsLink, pathsByHash, type KnownLinks } from './persons-link.ts';
import { fourCharacters, hashesIn, keyOf, linkHashes } from './short-hash.ts';

/** What the notes give for a table, and what was written of it, as in `TableMerge`. */
export interface RowsNow {
  readonly ledger: SectionLedger | null;
  readonly inDoubt: boolean;
  readonly rows: readonly ComposedRow[];
  readonly resolve: ResolveLink;
}

/** In a row's record: the cell is the person's, whatever the notes say. */
export const PERSONS_CELL = '----';

/** What is remembered of a table's rows, held against what stands there. */
export interface TableMemory {
  /** What is remembered of each row that stands on the page: one entry, or more where a sync mixed two ledgers. */
  readonly of: ReadonlyMap<PageRow, readonly LedgerEntry[]>;
  /** By key, entries of rows that stand under another name: the app renamed the person's note. */
  readonly renamed: ReadonlySet<string>;
  /** Rows with a person's words in the hidden part of the link to their note. */
  readonly relinked: ReadonlySet<PageRow>;
}

/** What was last written of the rows that stand on the page. */
export function lastWritten(table: Table, pairs: ReadonlyMap<PageRow, ComposedRow>, now: RowsNow): TableMemory {
  const linked = pathsByHash(now.rows.map((row) => cellOf(row, 'Person')));
  const { of, renamed } = entriesByRow(table, pairs, now, linked);
  return { of, renamed, relinked: relinkedRows(table, pairs, now, linked, of) };
}

/** @param linked The paths to which the notes' rows link, by their hashes. */
function entriesByRow(
  table: Table,
  pairs: ReadonlyMap<PageRow, ComposedRow>,
  { ledger, resolve }: RowsNow,
  linked: ReadonlyMap<string, string>,
): Pick<TableMemory, 'of' | 'renamed'> {
  const byPerson = new Map<string, LedgerEntry[]>();
  for (const entry of ledger?.written ?? []) addTo(byPerson, entry.key, entry);
  // A row that was removed and stands there again is as it was.
  const away = new Map(ledger?.removed.map((entry) => [entry.key, [entry]]));
  // Somebody to whom the notes' row links as before was not renamed.
  const isGone = (entries: readonly LedgerEntry[]) =>
    entries.every(({ links }) => !hashesIn(links).some((hash) => linked.has(hash)));
  let orphans: readonly [string, LedgerEntry[]][] | null = null;
  const orphansNow = () => {
    const standing = keysOnPage(table, pairs);
    return [...byPerson].filter(([key, last]) => !standing.has(key) && isGone(last)).slice(0, MOST_RENAMED);
  };
  const of = new Map<PageRow, readonly LedgerEntry[]>();
  const renamed = new Set<string>();
  for (const pageRow of table.rows) {
    const row = pairs.get(pageRow);
    const key = keyOf(pageRow.person);
    const entries = (row && byPerson.get(rowKey(row))) ?? byPerson.get(key) ?? away.get(key);
    of.set(pageRow, entries ?? []);
    const cell = personCell(table, pageRow);
    if (entries || !row || !linkPaths(cell).some((path) => resolve(path) !== null)) continue;
    orphans ??= orphansNow();
    const orphan = orphans.find(([name, last]) => !renamed.has(name) && isAllButPerson(table, pageRow, last));
    if (!orphan) continue;
    const [name, last] = orphan;
    renamed.add(name);
    of.set(
      pageRow,
      last.map((entry) => renamedEntry(entry, cell, row)),
    );
  }
  return { of, renamed };
}

function relinkedRows(
  table: Table,
  pairs: ReadonlyMap<PageRow, ComposedRow>,
  { ledger, inDoubt, rows, resolve }: RowsNow,
  linked: ReadonlyMap<string, string>,
  of: TableMemory['of'],
): Set<PageRow> {
  const known: KnownLinks = {
    now: linked,
    then: new Set(inDoubt ? ledger?.written.flatMap(({ links }) => hashesIn(links)) : []),
    notes: rows.flatMap(({ origin }) => ('person' in origin ? (origin.person?.path ?? []) : [])),
    isMixed: inDoubt,
    resolve,
  };
  const relinked = table.rows.filter((pageRow) => {
    const [path] = linkPaths(personCell(table, pageRow));
    if (path === undefined || resolve(path) !== null) return false;
    const row = pairs.get(pageRow);
    const wanted = row ? linkHashes(cellOf(row, 'Person')) : [];
    return isPersonsLink({ path, index: 0, entries: of.get(pageRow) ?? [], wanted }, known);
  });
  return new Set(relinked);
}

/** Nobody renames more people between two rebuilds. */
const MOST_RENAMED = 100;

function personCell({ columns }: Table, { cells }: PageRow): string {
  return cells[columns.indexOf('Person')] ?? '';
}

/** What is remembered of somebody whose note the app renamed: with the new name, where the cell holds just that. */
function renamedEntry(entry: LedgerEntry, cell: string, row: ComposedRow): LedgerEntry {
  const links = linkHashes(cell).join('');
  const isPlain = shown(cell) === shown(cellOf(row, 'Person')) && recordedCell(entry, 'Person') !== PERSONS_CELL;
  return isPlain
    ? { ...entry, content: fourCharacters(shown(cell)) + entry.content.slice(4), links }
    : { ...entry, links };
}

/** Whether a row says what was last written of somebody, but for the name and for cells of the person's. */
function isAllButPerson({ columns }: Table, { cells }: PageRow, entries: readonly LedgerEntry[]): boolean {
  const others = columns.flatMap((column, index) =>
    column === null || column === 'Person' ? [] : [{ column, cell: cells[index] ?? '' }],
  );
  return entries.some((entry) => {
    const written = others.filter(({ column }) => recordedCell(entry, column) !== PERSONS_CELL);
    return (
      entry.links !== '' &&
      written.some(({ cell }) => cell !== '') &&
      written.every(({ column, cell }) => isWritten(column, cell, [entry]))
    );
  });
}

/** Whether a row is as it was last written, with nothing of a person's. */
export function holdsOnlyWritten(table: Table, row: PageRow, written: TableMemory): boolean {
  const last = written.of.get(row) ?? [];
  const isPersons = written.relinked.has(row);
  return (
    last.length > 0 &&
    !isPersons &&
    row.cells.every((cell, index) => isWritten(table.columns[index] ?? null, cell, last))
  );
}

/** Whether a cell holds just what was last written there; a column of the person's must be empty. */
export function isWritten(column: string | null, cell: string, written: readonly LedgerEntry[]): boolean {
  if (column === null) return cell === '';
  return written.some((entry) => recordedCell(entry, column) === fourCharacters(shown(cell)));
}

/** The four characters that an entry has of a column. */
function recordedCell({ content }: LedgerEntry, column: string): string {
  const position = COLLABORATOR_COLUMNS.findIndex((name) => name === column) * 4;
  return content.slice(position, position + 4);
}

/** What is remembered of rows that a person took away. */
export function removedRows(
  table: Table,
  pairs: ReadonlyMap<PageRow, ComposedRow>,
  { renamed }: TableMemory,
  { ledger, inDoubt }: RowsNow,
): LedgerEntry[] {
  if (!ledger) return [];
  const onPage = keysOnPage(table, pairs);
  const missing = inDoubt ? ledger.removed : [...ledger.removed, ...ledger.written];
  const gone = missing.filter(({ key }) => !onPage.has(key) && !renamed.has(key));
  return once(gone).map((entry) => asRemoved(entry));
}

/** What was written of rows that a person keeps though the notes no longer name somebody stays known, for when they do. */
export function withStanding(
  entries: readonly LedgerEntry[],
  own: ReadonlySet<PageRow>,
  written: TableMemory,
): readonly LedgerEntry[] {
  const keys = new Set(entries.map(({ key }) => key));
  const kept = [...own].flatMap((row) => written.of.get(row) ?? []).filter(({ key }) => !keys.has(key));
  return withoutRepeats([...entries, ...kept]);
}

function keysOnPage(table: Table, pairs: ReadonlyMap<PageRow, ComposedRow>): Set<string> {
  return new Set([...table.rows.map(({ person }) => keyOf(person)), ...[...pairs.values()].map((row) => rowKey(row))]);
}

/** The keys of the persons whose rows were written. */
export function keysIn(entries: readonly LedgerEntry[]): ReadonlySet<string> {
  return new Set(entries.map(({ key }) => key));
}

/** By the person as read back from the cell, so that a name that is no plain text is known again. */
export function rowKey(row: ComposedRow): string {
  return keyOf(personIn(cellOf(row, 'Person')));
}

/** A cell's Markdown as it is read back from a table, which takes one backslash off a pipe. */
export function cellOf(row: ComposedRow, column: string): string {
  return (row.cells.get(column) ?? '').replace(/\\*\|/g, '|');
}

/** As it is compared: a comment or a line struck through is an edit, another path to the same note is none. */
export function shown(cell: string): string {
  return lineIdentity(cell);
}
