import { SECTION_IDS, type SectionId } from '../settings.ts';
import { lineEndOf, linesOf, type TextLine } from '../text-edit.ts';
import { hash8 } from '../words.ts';
import { conflictsIn } from './conflict.ts';
import { fencedLines } from './page-blocks.ts';

/**
 * What the plugin last wrote on a page, kept on the page itself, so that it travels with it through sync and rename:
 *
 *     %% account-pages 1 0f1e2d3c
 *     keyFacts 1a2b3c4d.5e6f7a8b.Qx0aB1cD.k3Yz -9a8b7c6d.00000000.Qx0aB1cE
 *     collaborators 1a2b3c4d.AAAABBBBCCCCDDDDEEEE
 *     %%
 *
 * An entry is what the line is about (the note, person or bare wording), what exactly stood there, for wordings a trace
 * by which a rewording is known again, and where its links led, which a reader of the page does not see. `-` marks a
 * line that a person removed. Only hashes: no text.
 *
 * The first line bears a seal over the others. Where a sync mixed the records of two devices it no longer fits: what
 * can be read is used then, but a line that is missing on the page counts as not arrived, not as removed.
 */
export interface LedgerEntry {
  readonly key: string;
  /** Of a line: 8 hex digits over its Markdown. Of a table row: 4 characters per managed column. */
  readonly content: string;
  readonly trace: string;
  /**
   * Of each of the line's wikilinks 4 characters over its path; of a row's, those in the Person cell. Of a meeting's line
   * that a person removed, 4 characters over what it says besides the note's name.
   */
  readonly links: string;
}

export interface SectionLedger {
  /** In the order in which the lines were written. */
  readonly written: readonly LedgerEntry[];
  readonly removed: readonly LedgerEntry[];
}

export interface Ledger {
  readonly sections: ReadonlyMap<SectionId, SectionLedger>;
  /** More than one, cut off, mixed from two, or with lines that are none of its own: what can be read of it is used. */
  readonly damaged: boolean;
  /** Damaged so that it may hold what another device wrote: a line that is missing may then never have arrived. */
  readonly mixed: boolean;
  /** Written by a later version, which this one must not touch. */
  readonly fromLaterVersion: boolean;
}

export interface LedgerOnPage {
  readonly ledger: Ledger | null;
  /** The page's text without any ledger. */
  readonly text: string;
  /** Where in `text` the ledger stood, and stands again. */
  readonly position: number;
  /** Whether a blank line set it apart from what stands above it, or is to. */
  readonly padded: boolean;
}

const VERSION = 1;
const MARK = '%% account-pages ';
/** Version and seal, also one that a sync made longer or shorter, which then fits nothing. */
const OPENING = /^%% account-pages (\d+)(?![^ ])(?: ([0-9a-f]{5,16})(?![^ ]))?(.*)$/;
/** As in the app the next such mark ends the comment, also where a sync put something behind it; a comment within a line is a person's. */
const CLOSING = /^[ \t]*%%(?!.*[^%\s].*%%)/;
/** What a sync left of an entry: cut off, with characters of another in it, or two in one. Anything else is a person's word. */
const BROKEN_ENTRY =
  /^-?(?:[0-9a-f\uFFFD?]{6,12}\.[\w\uFFFD?-]{0,40}(?:\.[\w\uFFFD?-]*){0,2}|(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{5,8})$/;
/** What two entries in one have in them, and no character but theirs. */
const WHOLE_IN_IT = /[0-9a-f]{8}\.[\w-]{4}/;
const ONLY_OF_ENTRIES = /^[\w.\uFFFD?-]*$/;
const ENTRY = /^-?[0-9a-f]{8}\.(?:[0-9a-f]{8}|[\w-]{20})(?:\.[\w-]*){0,2}$/;

/**
 * Takes the ledger, or all of them, off a page. Its lines are known one by one, so that what a sync or a person did to
 * the comment costs no entry, and no line of a person's between them is lost.
 */
export function takeLedger(page: string): LedgerOnPage {
  const lines = linesOf(page);
  const texts = lines.map(({ text }) => text);
  const fenced = fencedLines(texts);
  const settled = settledConflicts(texts);
  const gone = new Map<number, string>();
  const sections: SectionLine[] = [];
  let whole = true;
  const records: { seal: string | null; lines: string[] }[] = [];
  let fromLaterVersion = false;
  let inside = false;
  lines.forEach(({ text }, index) => {
    if (fenced.has(index)) return;
    if (settled.has(index)) {
      whole = false;
      gone.set(index, '');
      return;
    }
    const opening = readOpening(text);
    const section = readSectionLine(text, inside);
    if (opening) {
      fromLaterVersion ||= opening.version > VERSION;
      whole &&= !inside && opening.foreign === '';
      records.push({ seal: opening.seal, lines: [] });
      gone.set(index, opening.foreign);
    } else if (section) {
      sections.push(section);
      records[records.length - 1]?.lines.push(section.sealed);
      whole &&= inside && section.foreign === '';
      gone.set(index, section.foreign);
    } else if (inside && CLOSING.test(text)) {
      const behind = text.replace(/^\s*(?:%%\s*)+/, '').trimEnd();
      whole &&= behind === '';
      gone.set(index, wordsAmongEntries(behind) ?? behind);
    } else if (inside) {
      whole = false;
      const words = wordsAmongEntries(text);
      if (words !== null) gone.set(index, words);
    }
    inside = opening !== null || (inside && !text.trimStart().startsWith('%%')) || section !== null;
  });
  if (gone.size === 0) return { ledger: null, text: page, position: page.length, padded: true };
  // One record that stands there twice is as good as one; two that differ are two devices'.
  const fits = records.every(({ seal, lines: sealed }) => seal === null || seal === sealOf(sealed));
  const mixed = !fits || new Set(records.map(({ seal }) => seal)).size !== 1 || inside;
  const damaged = records.length !== 1 || !whole || !fits || inside;
  return { ledger: { sections: united(sections), damaged, mixed, fromLaterVersion }, ...without(lines, gone) };
}

/**
 * The lines that go with conflicts whose versions differ in nothing but the ledger: their marks, and of what all versions
 * say every copy but the first. The ledger's lines in all of them are read.
 */
function settledConflicts(lines: readonly string[]): Set<number> {
  const isOurs = (line: string) =>
    line.trim() === '' ||
    line.trim() === '%%' ||
    readOpening(line)?.foreign === '' ||
    readSectionLine(line, true) !== null;
  const settled = new Set<number>();
  for (const { marks } of conflictsIn(lines)) {
    const versions = marks.slice(1).map((end, index) => personsLines(lines, (marks[index] ?? end) + 1, end, isOurs));
    const said = versions.map((version) => version.map((index) => lines[index]).join('\n'));
    if (new Set(said).size > 1) continue;
    for (const index of [...marks, ...versions.slice(1).flat()]) settled.add(index);
  }
  return settled;
}

/** The positions of the lines from `start` up to `end` that are not the ledger's. */
function personsLines(
  lines: readonly string[],
  start: number,
  end: number,
  isOurs: (line: string) => boolean,
): number[] {
  const found: number[] = [];
  for (let index = start; index < end; index++) if (!isOurs(lines[index] ?? '')) found.push(index);
  return found;
}

/** The page without the ledger's lines, and without the blank line that `putLedger` set above them. */
function without(lines: readonly TextLine[], gone: ReadonlyMap<number, string>): Omit<LedgerOnPage, 'ledger'> {
  const first = gone.keys().next().value ?? 0;
  const atEnd = gone.has(lines.length - 1) && lines[lines.length - 1]?.eol === '';
  const paddedBy = first > 0 && lines[first - 1]?.text === '' ? 1 : 0;
  const between = blankBetween(lines, gone);
  const kept = lines.flatMap(({ text, eol }, index) => {
    const left = gone.get(index);
    if (left !== undefined) return left === '' ? [] : [{ index, source: left + eol }];
    const isPadding = (index === first - 1 && paddedBy === 1) || between.has(index);
    return isPadding ? [] : [{ index, source: text + eol }];
  });
  const before = kept
    .filter(({ index }) => index < first)
    .map(({ source }) => source)
    .join('');
  const after = kept
    .filter(({ index }) => index >= first)
    .map(({ source }) => source)
    .join('');
  // Below a page without a final newline two line ends were set; the first of them is not the page's either.
  const bare = atEnd && paddedBy === 1 && after === '' ? before.replace(/(?:\r\n|\r|\n)$/, '') : before;
  return { text: bare + after, position: bare.length, padded: paddedBy === 1 || first === 0 };
}

/** Blank lines that stand between two records. */
function blankBetween(lines: readonly TextLine[], gone: ReadonlyMap<number, string>): Set<number> {
  const between = new Set<number>();
  let blanks: number[] | null = null;
  lines.forEach(({ text }, index) => {
    if (gone.has(index)) {
      for (const blank of blanks ?? []) between.add(blank);
      blanks = [];
    } else if (text.trim() === '') blanks?.push(index);
    else blanks = null;
  });
  return between;
}

/**
 * Puts a ledger on a page: below a blank line at its end, or where the old one stood. A missing final newline stays
 * missing, so that taking the ledger off gives the page back to the byte.
 */
export function putLedger(
  { text, position, padded }: Omit<LedgerOnPage, 'ledger'>,
  sections: ReadonlyMap<SectionId, SectionLedger>,
): string {
  const eol = lineEndOf(text);
  const comment = writeComment(sections, eol);
  if (comment === '') return text;
  const place = standsInFence(text, position) ? text.length : position;
  const before = text.slice(0, place);
  const after = text.slice(place);
  if (before === '' || /[\r\n]$/.test(before))
    return `${before}${before === '' || !padded ? '' : eol}${comment}${eol}${after}`;
  return `${before}${eol}${eol}${comment}${after === '' ? '' : eol}${after}`;
}

/** Whether a record there would be a part of a code block, which none is read in: lines around the old one may have become one. */
function standsInFence(text: string, position: number): boolean {
  if (position === text.length) return false;
  const lines = linesOf(text);
  const index = lines.findIndex(({ start }) => start >= position);
  const fenced = fencedLines(lines.map((line) => line.text));
  return fenced.has(index) && fenced.has(index - 1);
}

/** An entry of a line that a person took away: no link of it leads anywhere. */
export function asRemoved(entry: LedgerEntry): LedgerEntry {
  return { ...entry, links: '' };
}

/** The first entry of each key. */
export function once(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const first = new Map<string, LedgerEntry>();
  for (const entry of entries) if (!first.has(entry.key)) first.set(entry.key, entry);
  return [...first.values()];
}

/** Most lines of a page are told apart by their first word; somebody may have typed before it. */
const BEGINS_WITH_SECTION = new RegExp(`^\\s*(?:${SECTION_IDS.join('|')})\\s`);
const HOLDS_SECTION = new RegExp(`\\s(?:${SECTION_IDS.join('|')})\\s+-?[0-9a-f]{8}\\.`);

/** The first line of a record. What a person typed in front of it or behind it is `foreign`. */
function readOpening(line: string): { version: number; seal: string | null; foreign: string } | null {
  const at = line.lastIndexOf(MARK);
  if (at < 0) return null;
  const before = line.slice(0, at).trimEnd();
  const match = OPENING.exec(line.slice(at));
  // `%% account-pages 11a10a5db.6c4d8e7c.AlF39-qe`: a sync left nothing of a seal, and none fits.
  if (!match)
    return before === '' && wordsAmongEntries(line.slice(at + MARK.length)) === ''
      ? { version: VERSION, seal: '', foreign: '' }
      : null;
  const [, version = '', seal = null, behind = ''] = match;
  // Somebody may write about a record.
  if (before !== '' && (seal === null || before.includes('`'))) return null;
  const words = behind.split(/\s+/).filter((token) => token !== '' && !(token.includes('.') && isOfEntries(token)));
  return { version: Number(version), seal, foreign: [before, ...words].filter((part) => part !== '').join(' ') };
}

/**
 * `1f619458.8789c844.2pF3GIdrkC`: what a line with entries and without the name of their section holds beside them, ''
 * where that is nothing; null for any other line. A sync that mixed two records may put entries behind the closing mark,
 * or on a line of their own, and a person may type into the section's name.
 */
function wordsAmongEntries(line: string): string | null {
  const tokens = line.trim().split(/\s+/);
  const words = tokens.filter((token) => !isOfEntries(token));
  return words.length === 0 || tokens.some((token) => ENTRY.test(token)) ? words.join(' ') : null;
}

/** Whether it is an entry, or what a sync made of one or two. */
function isOfEntries(token: string): boolean {
  return ENTRY.test(token) || BROKEN_ENTRY.test(token) || (WHOLE_IN_IT.test(token) && ONLY_OF_ENTRIES.test(token));
}

/** One line of a record. */
interface SectionLine {
  readonly id: SectionId;
  readonly ledger: SectionLedger;
  /** The line as it was sealed, without words and spaces that a person or a formatter put among the entries. */
  readonly sealed: string;
  /** Words that a person typed among the entries. */
  readonly foreign: string;
}

function readSectionLine(line: string, inRecord: boolean): SectionLine | null {
  if (!BEGINS_WITH_SECTION.test(line) && !(inRecord && HOLDS_SECTION.test(line))) return null;
  const all = line.trim().split(/\s+/);
  const at = all.findIndex((token) => SECTION_IDS.some((id) => id === token));
  const id = SECTION_IDS.find((known) => known === all[at]);
  const tokens = all.slice(at + 1);
  if (!id || !tokens.some((token) => ENTRY.test(token))) return null;
  const written: LedgerEntry[] = [];
  const removed: LedgerEntry[] = [];
  const foreign = all.slice(0, at);
  for (const token of tokens) {
    if (!ENTRY.test(token)) {
      if (!isOfEntries(token)) foreign.push(token);
      continue;
    }
    const [key = '', content = '', trace = '', links = ''] = token.replace(/^-/, '').split('.');
    (token.startsWith('-') ? removed : written).push({ key, content, trace, links });
  }
  const sealed = [id, ...tokens.filter((token) => ENTRY.test(token))].join(' ');
  return { id, ledger: { written, removed }, sealed, foreign: foreign.join(' ') };
}

function writeComment(sections: ReadonlyMap<SectionId, SectionLedger>, eol: string): string {
  const lines = SECTION_IDS.flatMap((id) => {
    const section = sections.get(id);
    if (!section || section.written.length + section.removed.length === 0) return [];
    const removed = section.removed.map((entry) => `-${token(entry)}`).sort();
    return [[id, ...section.written.map((entry) => token(entry)), ...removed].join(' ')];
  });
  return lines.length === 0 ? '' : [`%% account-pages ${String(VERSION)} ${sealOf(lines)}`, ...lines, '%%'].join(eol);
}

function sealOf(lines: readonly string[]): string {
  return hash8(lines.join('\n'));
}

function token({ key, content, trace, links }: LedgerEntry): string {
  return [key, content, trace, links].join('.').replace(/\.+$/, '');
}

/** All that several records, or lines of one, say of each section. */
function united(all: readonly SectionLine[]): Map<SectionId, SectionLedger> {
  const sections = new Map<SectionId, SectionLedger>();
  for (const id of SECTION_IDS) {
    const ledgers = all.filter((line) => line.id === id).map(({ ledger }) => ledger);
    if (ledgers.length === 0) continue;
    const removed = withoutRepeats(ledgers.flatMap((ledger) => ledger.removed));
    // Removed on one device and written on the other: the person's removal stands.
    const away = new Set(removed.map(({ key }) => key));
    const written = withoutRepeats(ledgers.flatMap((ledger) => ledger.written)).filter(({ key }) => !away.has(key));
    sections.set(id, { written, removed });
  }
  return sections;
}

/** A ledger that a sync mixed may have an entry twice. */
export function withoutRepeats(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return [...new Map(entries.map((entry) => [token(entry), entry])).values()];
}
