import type { ComposedLine } from '../compose/account-page.ts';
import { addTo } from '../grouping.ts';
import type { NotePath } from '../vault.ts';
import { asRemoved, type LedgerEntry } from './ledger.ts';
import { leadsElsewhere, notesOf, wroteLinks, type Candidate, type Existing } from './list-line.ts';
import type { ListMemory } from './list-memory.ts';
import { linkPaths, type ResolveLink } from './page-blocks.ts';
import { fourCharacters, hashesIn, linkHashes } from './short-hash.ts';

/** What a section's lines lead to, as in `ListMerge`. */
interface SectionLinks {
  readonly lines: readonly ComposedLine[];
  readonly beyondLimit: () => readonly ComposedLine[];
  readonly mixed: readonly LedgerEntry[] | null;
  readonly resolve: ResolveLink;
}

/** Nobody changes more links between two rebuilds. */
const MOST_CHANGED = 100;

/** Lines, ours but for that, whose links a person changed. */
export function withPersonsLink(
  existing: readonly Existing[],
  wanted: readonly Candidate[],
  memory: ListMemory,
  { lines, beyondLimit, mixed, resolve }: SectionLinks,
): ReadonlySet<Existing> {
  const wantedAs = new Map(wanted.map((candidate) => [candidate.entry.content, candidate]));
  // A sync, or a heading that is none any more, may have put another section's lines here.
  const elsewhere = new Map<string, LedgerEntry[]>();
  for (const entry of mixed ?? []) addTo(elsewhere, entry.content, entry);
  // One that a person removed on another device may stand there again.
  const entriesOf = (hash: string) => {
    const entries = elsewhere.get(hash) ?? memory.entriesOf(hash);
    return entries.length > 0 ? entries : memory.removedAs(hash).map((entry) => asRemoved(entry));
  };
  const isSuspect = ({ block, paths, hash }: Existing) => {
    if (block.hasMore || paths.length === 0) return false;
    const entries = entriesOf(hash);
    if (entries.length === 0) return wantedAs.has(hash);
    const links = linkHashes(block.line).join('');
    return entries.every((entry) => entry.links !== links);
  };
  const suspects = existing.filter((line) => isSuspect(line)).slice(0, MOST_CHANGED);
  if (suspects.length === 0) return new Set();
  const all = [...lines, ...beyondLimit()];
  const known: KnownLinks = {
    now: pathsByHash(all.map(({ markdown }) => markdown)),
    then: new Set(mixed?.flatMap(({ links }) => hashesIn(links))),
    notes: [...new Set(all.flatMap((line) => notesOf(line)))],
    isMixed: mixed !== null,
    resolve,
  };
  const isPersons = (line: Existing) => {
    const { paths, hash, notes } = line;
    const same = wantedAs.get(hash);
    const isAway = same && leadsElsewhere(line, same, resolve) && !wroteLinks(line, memory.ledger);
    if (isAway && !notes.some((note) => known.notes.includes(note))) return true;
    const of = { entries: entriesOf(hash), wanted: hashesIn(same?.entry.links ?? '') };
    return paths.some((path, index) => isPersonsLink({ ...of, path, index }, known));
  };
  return new Set(suspects.filter((line) => isPersons(line)));
}

/** The line about the note that a line leads to. */
export function lineOfNote({ note }: Existing, wanted: readonly Candidate[]): Candidate | undefined {
  return wanted.find(({ subject }) => subject !== null && subject === note);
}

/** What a section's lines could link to. */
export interface KnownLinks {
  /** The paths that the section's lines have now, by their hash as `linkHashes` gives it. */
  readonly now: ReadonlyMap<string, string>;
  /** Those that lines had as they were written, where it may be lost which line had which. */
  readonly then: ReadonlySet<string>;
  /** The notes that the section's lines tell of. */
  readonly notes: readonly NotePath[];
  /** Whether a sync mixed two devices' records, and maybe the names of notes too. */
  readonly isMixed: boolean;
  readonly resolve: ResolveLink;
}

/** One link of a line, and what is known of the line. */
export interface LinkOnPage {
  readonly path: string;
  /** Which link of its line it is. */
  readonly index: number;
  /** What is remembered of the line. */
  readonly entries: readonly LedgerEntry[];
  /** The hashes of the links with which it would be written now; none where it would not be. */
  readonly wanted: readonly string[];
}

/** The paths of lines' wikilinks by their hashes. */
export function pathsByHash(lines: readonly string[]): Map<string, string> {
  return new Map(lines.flatMap((line) => linkPaths(line)).map((path) => [fourCharacters(path), path]));
}

/** In the record of a line with a person's words in its links, in place of where these led. */
export const PERSONS_LINKS = '----';

/**
 * Whether a person changed where a line's link leads: they set it to another note, or typed into its hidden part,
 * `[[2025-11-04 - Kick-off ask Ana|Kick-off]]`, so that it leads nowhere. The app changes it too, where it renames the
 * note, and that may be deleted later.
 */
export function isPersonsLink(link: LinkOnPage, known: KnownLinks): boolean {
  const { path, index, entries, wanted } = link;
  const hash = fourCharacters(path);
  const note = known.resolve(path);
  // Notes may themselves have links that lead nowhere.
  if (wanted[index] === hash || (note === null && known.now.has(hash))) return false;
  if (entries.some(({ links }) => links === PERSONS_LINKS)) return true;
  const remembered = new Set(entries.flatMap(({ links }) => hashesIn(links)[index] ?? []));
  if (remembered.has(hash)) return false;
  const stillThere = known.isMixed ? undefined : [...remembered].find((one) => known.now.has(one));
  if (note === null) return stillThere !== undefined || isTypedInto(path, remembered, known);
  const before = stillThere === undefined ? null : known.resolve(known.now.get(stillThere) ?? '');
  // To another meeting of the section links also follow when the app renames notes.
  return before !== null && before !== note && !known.notes.includes(note);
}

/** Whether a path that leads nowhere is what was written, with something more in one place. */
function isTypedInto(
  path: string,
  remembered: ReadonlySet<string>,
  { now, then, notes, isMixed }: KnownLinks,
): boolean {
  const typed = addedTo(path, remembered.size > 0 ? remembered : new Set([...now.keys(), ...then]));
  if (remembered.size > 0 && !isMixed) return /[\p{L}\p{N}]/u.test(typed);
  // A name that a sync put together from those of several notes holds no word of its own.
  const words = typed.match(/\p{L}{2,}/gu) ?? [];
  return words.some((word) => !notes.some((one) => one.includes(word)));
}

/** Links are hardly longer, and looking for what was added costs more than the square. */
const LONGEST_PATH = 120;

/** What a path has more, in one place, than one that was written; '' where it is not just that. */
function addedTo(path: string, written: ReadonlySet<string>): string {
  if (path.length > LONGEST_PATH) return '';
  for (let start = 0; start < path.length; start++)
    for (let end = start + 1; end <= path.length; end++)
      if (written.has(fourCharacters(path.slice(0, start) + path.slice(end)))) return path.slice(start, end);
  return '';
}
