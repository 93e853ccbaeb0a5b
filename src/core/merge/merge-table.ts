import { COLLABORATOR_COLUMNS, type ComposedRow } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import { splitRow } from '../read/table-row.ts';
import { slug } from '../words.ts';
import {
  fourCharacters,
  hashesIn,
  keyOf,
  linkHashes,
  once,
  withoutRepeats,
  type LedgerEntry,
  type SectionLedger,
} from './ledger.ts';
import type { MergedSection } from './merge-list.ts';
import { lineIdentity, linkPaths, type ResolveLink } from './page-blocks.ts';
import { inTable, personIn, tableIn, withCell, type PageRow, type Table } from './page-table.ts';
import { isPersonsLink, pathsByHash, type KnownLinks } from './persons-link.ts';

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
  const table = tableIn(merge.body, keysIn(merge.ledger));
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
  const table = tableIn(body, new Set(written.map(({ key }) => key)));
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
  const removed = once(gone).map((entry) => ({ ...entry, links: '' }));
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
  const last = written.of.get(row) ?? [];
  const isPersons = written.relinked.has(row);
  return (
    last.length > 0 &&
    !isPersons &&
    row.cells.every((cell, index) => isWritten(table.columns[index] ?? null, cell, last))
  );
}

interface Written {
  /** What is remembered of each row that stands on the page: one entry, or more where a sync mixed two ledgers. */
  readonly of: ReadonlyMap<PageRow, readonly LedgerEntry[]>;
  /** By key, entries of rows that stand under another name: the app renamed the person's note. */
  readonly renamed: ReadonlySet<string>;
  /** Rows with a person's words in the hidden part of the link to their note. */
  readonly relinked: ReadonlySet<PageRow>;
}

function keysIn(ledger: SectionLedger | null): ReadonlySet<string> {
  return new Set(ledger?.written.map(({ key }) => key));
}

function lastWritten(table: Table, pairs: ReadonlyMap<PageRow, ComposedRow>, merge: TableMerge): Written {
  const { ledger, inDoubt, rows, resolve } = merge;
  const byPerson = new Map<string, LedgerEntry[]>();
  for (const entry of ledger?.written ?? []) addTo(byPerson, entry.key, entry);
  // A row that was removed and stands there again is as it was.
  const away = new Map(ledger?.removed.map((entry) => [entry.key, [entry]]));
  const entriesOf = (pageRow: PageRow) => {
    const row = pairs.get(pageRow);
    const key = keyOf(pageRow.person);
    return (row && byPerson.get(rowKey(row))) ?? byPerson.get(key) ?? away.get(key);
  };
  const linked = pathsByHash(rows.map((row) => cellOf(row, 'Person')));
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
    const entries = entriesOf(pageRow);
    const row = pairs.get(pageRow);
    const cell = personCell(table, pageRow);
    of.set(pageRow, entries ?? []);
    if (entries || !row || !linkPaths(cell).some((path) => resolve(path) !== null)) continue;
    orphans ??= orphansNow();
    const orphan = orphans.find(([key, last]) => !renamed.has(key) && isAllButPerson(table, pageRow, last));
    if (!orphan) continue;
    renamed.add(orphan[0]);
    of.set(
      pageRow,
      orphan[1].map((entry) => renamedEntry(entry, cell, row)),
    );
  }
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
  return { of, renamed, relinked: new Set(relinked) };
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

/** The four characters that an entry has of a column. */
function recordedCell({ content }: LedgerEntry, column: string): string {
  const position = COLLABORATOR_COLUMNS.findIndex((name) => name === column) * 4;
  return content.slice(position, position + 4);
}

function keysOnPage(table: Table, pairs: ReadonlyMap<PageRow, ComposedRow>): Set<string> {
  return new Set([...table.rows.map(({ person }) => keyOf(person)), ...[...pairs.values()].map((row) => rowKey(row))]);
}

/** What was written of rows that a person keeps though the notes no longer name somebody stays known, for when they do. */
function withStanding(
  entries: readonly LedgerEntry[],
  own: ReadonlySet<PageRow>,
  written: Written,
): readonly LedgerEntry[] {
  const keys = new Set(entries.map(({ key }) => key));
  const kept = [...own].flatMap((row) => written.of.get(row) ?? []).filter(({ key }) => !keys.has(key));
  return withoutRepeats([...entries, ...kept]);
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
  return written.some((entry) => recordedCell(entry, column) === fourCharacters(shown(cell)));
}

/** As it is compared: a comment or a line struck through is an edit, another path to the same note is none. */
function shown(cell: string): string {
  return lineIdentity(cell);
}

function removedRows(
  table: Table,
  pairs: ReadonlyMap<PageRow, ComposedRow>,
  { renamed }: Written,
  { ledger, inDoubt }: TableMerge,
): LedgerEntry[] {
  if (!ledger) return [];
  const onPage = keysOnPage(table, pairs);
  const missing = inDoubt ? ledger.removed : [...ledger.removed, ...ledger.written];
  const gone = missing.filter(({ key }) => !onPage.has(key) && !renamed.has(key));
  return once(gone).map((entry) => ({ ...entry, links: '' }));
}

/** By the person as read back from the cell, so that a name that is no plain text is known again. */
function rowKey(row: ComposedRow): string {
  return keyOf(personIn(cellOf(row, 'Person')));
}

/** In a row's record: the cell is the person's, whatever the notes say. */
const PERSONS_CELL = '----';
/** What nobody types: where it stands as the plugin would write it, the plugin wrote it. */
const COUNTED: readonly string[] = ['Meetings', 'Last met'] satisfies (typeof COLLABORATOR_COLUMNS)[number][];

/** The row with its managed cells brought up to date, all else to the byte. */
function updatedRow(
  table: Table,
  pageRow: PageRow,
  row: ComposedRow,
  written: Written,
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
