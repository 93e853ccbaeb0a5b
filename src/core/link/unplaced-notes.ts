import type { Note } from '../parse/note.ts';
import { compareText, type NotePath } from '../vault.ts';
import type { AccountGraph } from './account-graph.ts';
import type { Account } from './directory.ts';
import { tellsOfAMeeting } from './undated-notes.ts';

/** Why a note is on no page. `names`: accounts that have no page, or what the note names and no account is called. */
export interface Unplaced {
  readonly because: 'no date' | 'no account' | 'no page';
  readonly names: readonly string[];
}

/** Why a note feeds no page; null where it does, or where it is nothing that would: a page, a person, a template. */
export function whyUnplaced(path: NotePath, graph: AccountGraph): Unplaced | null {
  const note = graph.get(path);
  if (note?.kind === 'other') return isExpected(note, graph) ? { because: 'no date', names: [] } : null;
  if (note?.kind !== 'meeting') return null;
  const { links, unknown } = graph.linksOf(path);
  if (links.some(({ account }) => account.path !== null)) return null;
  if (links.length === 0) return { because: 'no account', names: unknown };
  return { because: 'no page', names: links.map(({ account }) => account.name) };
}

export interface UnplacedNote extends Unplaced {
  readonly path: NotePath;
}

/** All notes that a person may miss on a page, by path. With `accounts` those that lie in their folders. */
export function unplacedNotes(graph: AccountGraph, accounts: readonly Account[] | null): UnplacedNote[] {
  const paths = [...graph.paths()].filter((path) => {
    const place = accounts && graph.directory().accountOfPlace(path);
    return accounts === null || accounts.some(({ id }) => id === place?.id);
  });
  return paths.sort(compareText).flatMap((path) => {
    const why = whyUnplaced(path, graph);
    return why ? [{ path, ...why }] : [];
  });
}

/** Of all that is no meeting note, what looks like one, or lies where only an account's notes do. */
function isExpected(note: Note, graph: AccountGraph): boolean {
  return tellsOfAMeeting(note) || graph.directory().accountOfPlace(note.path) !== null;
}
