import type { Note } from '../parse/note.ts';
import type { Settings } from '../settings.ts';
import { comparePaths, type NotePath } from '../vault.ts';
import type { Account, Directory } from './directory.ts';
import { linkNote, type AccountLink, type Evidence, type NoteLinks } from './evidence.ts';
import { meetingKeysOf } from './meetings.ts';
import type { PathsByKey } from './paths-by-key.ts';

export const NO_LINKS: NoteLinks = { links: [], home: null, problems: [], unknown: [] };

/**
 * Links notes one by one, each with what its copies tell. What it found for a copy it keeps for the next one, so that it
 * holds only until a note changes.
 */
export class NoteLinker {
  private readonly own = new Map<NotePath, NoteLinks>();
  private readonly telling = new Map<string, readonly LinkOfCopy[]>();

  /** `byMeetingKey`: the notes that share a source or transcript, by that key. */
  constructor(
    private readonly notes: ReadonlyMap<NotePath, Note>,
    private readonly byMeetingKey: PathsByKey,
    private readonly directory: Directory,
    private readonly settings: Settings,
  ) {}

  /** The accounts that a meeting note is about, by what it says itself and by what its copies say. */
  linksOf(note: Note): NoteLinks {
    return withCopies(
      this.ownLinks(note.path),
      meetingKeysOf(note).map((key) => this.tellingCopies(key)),
    );
  }

  private ownLinks(path: NotePath): NoteLinks {
    const known = this.own.get(path);
    if (known) return known;
    const note = this.notes.get(path);
    const links = note?.kind === 'meeting' ? linkNote(note, this.directory, this.settings) : NO_LINKS;
    this.own.set(path, links);
    return links;
  }

  /**
   * Of the links of all copies those that are closer to their account than those of every copy before, in the order of
   * the paths. No other can tell a copy more, so that the group is gone through once and not for each of its notes.
   */
  private tellingCopies(key: string): readonly LinkOfCopy[] {
    const known = this.telling.get(key);
    if (known) return known;
    const closest = new Map<Account, number>();
    const found: LinkOfCopy[] = [];
    for (const path of [...this.byMeetingKey.get(key)].sort(comparePaths)) {
      for (const link of this.ownLinks(path).links) {
        if ((closest.get(link.account) ?? Infinity) <= rank(link)) continue;
        closest.set(link.account, rank(link));
        found.push({ path, link });
      }
    }
    this.telling.set(key, found);
    return found;
  }
}

/** A link that a note passes on to its copies. */
interface LinkOfCopy {
  readonly path: NotePath;
  readonly link: AccountLink;
}

/** A copy of a meeting is about whatever any of its copies is about. `copies`: for each key, what has it. */
function withCopies(own: NoteLinks, copies: readonly (readonly LinkOfCopy[])[]): NoteLinks {
  const links = new Map(own.links.map((link) => [link.account, link]));
  const inOrder = copies.length > 1 ? copies.flat().sort((a, b) => comparePaths(a.path, b.path)) : (copies[0] ?? []);
  for (const { path, link } of inOrder) {
    const known = links.get(link.account);
    if (known && rank(known) <= rank(link)) continue;
    const evidence: Evidence = { rule: 'same meeting', detail: path };
    links.set(link.account, { ...link, evidence: [...(known?.evidence ?? []), evidence] });
  }
  return { ...own, links: [...links.values()].sort((a, b) => (a.account.id < b.account.id ? -1 : 1)) };
}

function rank(link: AccountLink): number {
  return ['home', 'meeting', 'mention'].indexOf(link.closeness);
}
