import { addTo } from '../grouping.ts';
import type { Item, Note, Task } from '../parse/note.ts';
import { entryBelow } from '../parse/read-note.ts';
import { compareProblems, type Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { NotePath } from '../vault.ts';
import { KnownWordings } from '../wording/known-wordings.ts';
import { Directory, type Account } from './directory.ts';
import { accountsNamedBy, concerns, sharedHome, type AccountLink, type NoteLinks } from './evidence.ts';
import { groupMeetings, meetingKeysOf, type Meeting } from './meetings.ts';
import { NO_LINKS, NoteLinker } from './note-linker.ts';
import { NoteNames } from './note-names.ts';
import { PathsByKey } from './paths-by-key.ts';
import { OrdinaryWords } from './ordinary-words.ts';
import { undatedProblem } from './undated-notes.ts';

/** What one note gives to one account. */
export interface Contribution {
  readonly link: AccountLink;
  /** The person, project or other account whose note it is, for “(via X)”; null in a note of the account's own. */
  readonly via: string | null;
  /** The other accounts whose own the note is, where it is the account's own. */
  readonly sharedWith: readonly Account[];
  readonly items: readonly Item[];
  readonly tasks: readonly Task[];
  /** Items of the note that are about somebody else. */
  readonly otherItems: readonly Item[];
}

export type AccountMeeting = Meeting<Contribution>;

/**
 * All notes of a vault and which account each is about. Kept current note by note: whatever the order of `put`,
 * `remove` and `rename`, it answers as one built anew from the same notes would.
 */
export class AccountGraph {
  private readonly notes = new Map<NotePath, Note>();
  private readonly names = new NoteNames();
  /** Notes that share a source or transcript, by that key: they pass their links on to each other. */
  private readonly byMeetingKey = new PathsByKey();
  private readonly linksOfNote = new Map<NotePath, NoteLinks>();
  private readonly notesOfAccount = new Map<string, Set<NotePath>>();
  private readonly meetingsOfAccount = new Map<string, readonly AccountMeeting[]>();
  /** Notes whose links are to be found anew, with all that share one of the keys; or all there are. */
  private readonly unlinked = new Set<NotePath>();
  private readonly unlinkedKeys = new Set<string>();
  private allUnlinked = false;
  /** The linking that `linkSome` began. */
  private linking: Generator<undefined, void> | null = null;
  /** How many notes lie in each account folder. */
  private readonly accountFolders = new Map<string, number>();
  private readonly ordinaryWords = new OrdinaryWords();
  /** What lines of the notes say, as they are compared. */
  readonly wordings = new KnownWordings();
  private knownDirectory: Directory | null = null;

  constructor(private readonly settings: Settings) {}

  /** Adds a note, or replaces the one at its path. */
  put(note: Note): void {
    const before = this.notes.get(note.path);
    this.notes.set(note.path, note);
    this.names.add(note.path);
    if (before) this.forgetKeys(before);
    for (const key of keysOf(note)) this.byMeetingKey.add(key, note.path);
    this.changed(before ?? null, note);
  }

  remove(path: NotePath): void {
    const note = this.notes.get(path);
    if (!note) return;
    this.notes.delete(path);
    this.names.remove(path);
    this.changed(note, null);
    this.forgetKeys(note);
  }

  get(path: NotePath): Note | null {
    return this.notes.get(path) ?? null;
  }

  /** Of all notes, in any order. */
  paths(): Iterable<NotePath> {
    return this.notes.keys();
  }

  /** By name. */
  accounts(): readonly Account[] {
    return this.directory().accounts;
  }

  accountNamed(name: string): Account | null {
    return this.directory().accountNamed(name);
  }

  /** Whose page this is; null for every other note. */
  accountOfPage(path: NotePath): Account | null {
    return this.directory().accountOfPage(path);
  }

  directory(): Directory {
    for (let making = this.makeDirectory(); ;) {
      const { done, value } = making.next();
      if (done) return value;
    }
  }

  /** How a page writes the link to a note. */
  linkTarget(path: NotePath): string {
    return this.names.linkTarget(path);
  }

  /** The note that a wikilink's target leads to; null where there is none. */
  resolveLink(target: string): NotePath | null {
    return this.names.resolve(target);
  }

  /**
   * Does some of what changes left to be worked out: up to `most` steps, of which each looks at one note. True while
   * there is more to do. Any question does the rest at once; this is for a host that must not block for so long.
   */
  linkSome(most: number): boolean {
    if (this.unlinked.size === 0 && !this.allUnlinked) return false;
    this.linking ??= this.link();
    for (let step = 0; step < most; step++) {
      if (!this.linking.next().done) continue;
      this.linking = null;
      return false;
    }
    return true;
  }

  /** The accounts that a meeting note is about, with the evidence. */
  linksOf(path: NotePath): NoteLinks {
    this.relink();
    return this.linksOfNote.get(path) ?? NO_LINKS;
  }

  /** The account's meetings, copies united, newest first; undated ones last. */
  meetingsOf(account: Account): readonly AccountMeeting[] {
    this.relink();
    const known = this.meetingsOfAccount.get(account.id);
    if (known) return known;
    const paths = [...(this.notesOfAccount.get(account.id) ?? [])];
    const notes = paths.flatMap((path) => {
      const note = this.notes.get(path);
      const entry = this.contribution(path, account);
      return note && entry ? [{ note, entry, items: [...entry.items, ...entry.tasks] }] : [];
    });
    const meetings = groupMeetings(notes, this.wordings);
    this.meetingsOfAccount.set(account.id, meetings);
    return meetings;
  }

  /** Problems of notes, links and pages, in a fixed order. */
  problems(): Problem[] {
    this.relink();
    const directory = this.directory();
    const all = [...directory.problems];
    for (const note of this.notes.values()) {
      // One by one: a call takes only so many arguments, and a note may have a hundred thousand problems.
      for (const problem of note.content.problems) all.push({ ...problem, path: note.path });
      for (const problem of this.linksOfNote.get(note.path)?.problems ?? []) all.push(problem);
      const undated = undatedProblem(note, directory, this.settings);
      if (undated) all.push(undated);
    }
    return all.sort(compareProblems);
  }

  /** Names that meeting notes give for their account and that no page has, each with the notes that give it. */
  unknownAccounts(): Map<string, NotePath[]> {
    this.relink();
    const notesOf = new Map<string, NotePath[]>();
    for (const [path, { unknown }] of this.linksOfNote) for (const name of unknown) addTo(notesOf, name, path);
    return notesOf;
  }

  private contribution(path: NotePath, account: Account): Contribution | null {
    const note = this.notes.get(path);
    const links = this.linksOfNote.get(path);
    const link = links?.links.find((candidate) => candidate.account.id === account.id);
    if (!note || !links || !link) return null;
    const directory = this.directory();
    const { items, tasks } = note.content;
    const sharedWith = sharedHome(links, link);
    const isAbout = (item: Item) => concerns(() => accountsNamedBy(item, directory), link, sharedWith);
    return {
      link,
      via: link.closeness === 'mention' ? (links.home ?? otherHome(links, account)) : null,
      sharedWith,
      items: items.filter((item) => isAbout(item)),
      tasks: tasks.filter((task) => isAbout(task)),
      otherItems: items.filter((item) => !isAbout(item)),
    };
  }

  /** Notes the consequences of a change, to be worked out when somebody asks. */
  private changed(before: Note | null, after: Note | null): void {
    this.linking = null;
    const foldersChanged = [this.countFolder(after, 1), this.countFolder(before, -1)].includes(true);
    const wordsChanged = [this.ordinaryWords.count(after, 1), this.ordinaryWords.count(before, -1)].includes(true);
    if (foldersChanged || wordsChanged || identityOf(before) !== identityOf(after)) {
      this.knownDirectory = null;
      this.allUnlinked = true;
    }
    for (const note of [before, after]) {
      if (!note) continue;
      this.unlinked.add(note.path);
      for (const key of keysOf(note)) this.unlinkedKeys.add(key);
    }
  }

  private forgetKeys(note: Note): void {
    for (const key of keysOf(note)) this.byMeetingKey.remove(key, note.path);
  }

  private relink(): void {
    this.linkSome(Infinity);
  }

  private *makeDirectory(): Generator<undefined, Directory> {
    if (this.knownDirectory) return this.knownDirectory;
    yield* this.ordinaryWords.watch(namesOfOneWord(this.entities()), this.notes.values());
    this.knownDirectory ??= new Directory(
      this.entities(),
      this.accountFolders.keys(),
      this.ordinaryWords.found(),
      this.settings,
    );
    return this.knownDirectory;
  }

  /** Links what is unlinked, note by note. To be dropped when a note changes: what is left then stays unlinked. */
  private *link(): Generator<undefined, void> {
    const directory = yield* this.makeDirectory();
    for (const key of this.unlinkedKeys) for (const path of this.byMeetingKey.get(key)) this.unlinked.add(path);
    if (this.allUnlinked) for (const path of this.notes.keys()) this.unlinked.add(path);
    this.unlinkedKeys.clear();
    this.allUnlinked = false;
    const linker = new NoteLinker(this.notes, this.byMeetingKey, directory, this.settings);
    for (const path of this.unlinked) {
      this.unlinked.delete(path);
      this.unlink(path);
      const note = this.notes.get(path);
      if (note?.kind === 'meeting') this.keepLinks(path, linker.linksOf(note));
      yield;
    }
  }

  private keepLinks(path: NotePath, links: NoteLinks): void {
    this.linksOfNote.set(path, links);
    for (const { account } of links.links) {
      this.notesOfAccount.set(account.id, (this.notesOfAccount.get(account.id) ?? new Set()).add(path));
      this.meetingsOfAccount.delete(account.id);
    }
  }

  private unlink(path: NotePath): void {
    for (const { account } of this.linksOfNote.get(path)?.links ?? []) {
      this.notesOfAccount.get(account.id)?.delete(path);
      this.meetingsOfAccount.delete(account.id);
    }
    this.linksOfNote.delete(path);
  }

  private *entities(): Iterable<Note> {
    for (const note of this.notes.values()) if (note.kind === 'page' || note.kind === 'person') yield note;
  }

  /** An account folder that holds meeting notes counts as an account even before it has a page. True: it is new or gone. */
  private countFolder(note: Note | null, by: 1 | -1): boolean {
    const folder = note?.kind === 'meeting' ? entryBelow(note.path, this.settings.accountFolders) : null;
    if (folder === null) return false;
    const count = (this.accountFolders.get(folder) ?? 0) + by;
    if (count > 0) this.accountFolders.set(folder, count);
    else this.accountFolders.delete(folder);
    return count === (by === 1 ? 1 : 0);
  }
}

/** Names and aliases of pages that are a single word: only those can be mistaken for an ordinary one. */
function namesOfOneWord(entities: Iterable<Note>): Set<string> {
  const names = [...entities]
    .filter(({ kind }) => kind === 'page')
    .flatMap(({ name, content }) => [name, ...content.aliases]);
  return new Set(names.filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name)).map((name) => name.toLowerCase()));
}

function keysOf(note: Note): string[] {
  return note.kind === 'meeting' ? meetingKeysOf(note) : [];
}

/** What of a note the directory depends on: while it stays the same, no other note needs linking anew. */
function identityOf(note: Note | null): string {
  if (note?.kind !== 'page' && note?.kind !== 'person') return '';
  const { aliases, domains, role, company, emails } = note.content;
  return JSON.stringify([note.kind, note.path, note.name, aliases, domains, role, company, emails]);
}

/** “via Brightwell Foods”: the account whose meeting it was. */
function otherHome({ links }: NoteLinks, account: Account): string | null {
  const homes = links.filter((link) => link.closeness !== 'mention' && link.account !== account);
  return homes.map((link) => link.account.name).sort()[0] ?? null;
}
