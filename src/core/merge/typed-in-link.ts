import type { NotePath } from '../vault.ts';
import { fourCharacters, type LedgerEntry } from './ledger.ts';
import { linkPaths } from './page-blocks.ts';

/** What a section's lines could link to, worked out where a link leads nowhere. */
export interface KnownLinks {
  /** Of the links that the section's lines have now, as `linkHashes` gives them. */
  readonly now: ReadonlySet<string>;
  /** Those that lines had as they were written, where it may be lost which line had which. */
  readonly then: ReadonlySet<string>;
  /** The notes that the section's lines tell of. */
  readonly notes: readonly NotePath[];
  /** Whether a sync mixed two devices' records, and maybe the names of notes too. */
  readonly isMixed: boolean;
}

/** Of each of a line's wikilinks 4 characters over its path, as the record has them. */
export function linkHashes(markdown: string): string[] {
  return linkPaths(markdown).map((path) => fourCharacters(path));
}

/** In the record of a line with a person's words in its links, in place of where these led. */
export const PERSONS_LINKS = '----';

/** The hashes of an entry's links, one by one. */
export function hashesIn(links: string): string[] {
  return links.match(/.{4}/g) ?? [];
}

/**
 * Whether a person typed into the hidden part of a link, `[[2025-11-04 - Kick-off ask Ana|Kick-off]]`, which leads nowhere
 * now. The app changes it too, where it renames the note, and that may be deleted later. So it was a person where the note
 * is where it was, or where the path is what was written, with something more in one place.
 *
 * @param index Which link of its line it is.
 * @param entries What is remembered of the line.
 */
export function isTypedInLink(
  path: string,
  index: number,
  entries: readonly LedgerEntry[],
  { now, then, notes, isMixed }: KnownLinks,
): boolean {
  const remembered = new Set(entries.flatMap(({ links }) => hashesIn(links)[index] ?? []));
  if (entries.some(({ links }) => links === PERSONS_LINKS)) return true;
  const written = remembered.size > 0 ? remembered : new Set([...now, ...then]);
  if (written.has(fourCharacters(path))) return false;
  const isSure = remembered.size > 0 && !isMixed;
  if (isSure && [...written].some((link) => now.has(link))) return true;
  const typed = addedTo(path, written);
  if (isSure) return /[\p{L}\p{N}]/u.test(typed);
  // A name that a sync put together from those of several notes holds no word of its own.
  const words = typed.match(/\p{L}{2,}/gu) ?? [];
  return words.some((word) => !notes.some((note) => note.includes(word)));
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
