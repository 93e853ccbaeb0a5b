import { rulesOf } from '../core/parse/rules.ts';
import type { Settings } from '../core/settings.ts';
import type { NotePath } from '../core/vault.ts';
import type { AccountVault } from '../core/write/account-vault.ts';
import { readCachedNote, type CachedNote } from './cached-note.mts';
import type { FolderVault } from './folder-vault.mts';
import { HiddenFolder } from './hidden-folder.mts';
import { sealOf, type Seal } from './seal.mts';

const FILE = 'notes.json';
/** A file may be saved twice within one tick of a disk's clock; until then its time tells nothing. In milliseconds. */
const SETTLED_AFTER = 2_000;
/** The whole cache is written anew, which is worth it once this share of the notes had to be read. */
const WORTH_WRITING = 0.02;

/**
 * What was parsed of a vault's notes, in one file of its hidden folder, so that a start reads only what changed. Never
 * trusted over a note: an entry counts only while the file has the time and size that it had then, or the same text. A
 * file that is damaged, that another machine, another version or other settings wrote, or that came with a vault which
 * somebody shares, counts as none, and it may always be deleted.
 */
export class NoteCache {
  private readonly store: HiddenFolder;
  private readonly header: string;
  private readonly seal: Seal;

  constructor(
    private readonly folder: FolderVault,
    settings: Settings,
  ) {
    this.store = new HiddenFolder(folder.root, 'cache');
    this.seal = sealOf(folder.root);
    this.header = `account-pages notes ${rulesOf(settings)}`;
  }

  /** Reads all notes of the folder into `vault`, from the cache where it can. `progress` hears how many of how many. */
  async readInto(vault: AccountVault, progress: (done: number, all: number) => void): Promise<ReadNotes> {
    const known = await this.load();
    const files = await this.folder.files();
    const notes: CachedNote[] = [];
    let read = 0;
    for (const [index, file] of files.entries()) {
      const cached = known.get(file.path);
      if (cached && cached.mtime === file.mtime && cached.size === file.size) {
        vault.add(file.path, cached.content);
        notes.push(cached);
      } else {
        const note = await vault.read(file.path, cached);
        if (note) notes.push({ ...file, ...note });
        read++;
      }
      progress(index + 1, files.length);
    }
    const paths = new Set(files.map(({ path }) => path));
    // What a note said that somebody deleted must not be readable for longer than until the next run.
    const isOneGone = [...known.keys()].some((path) => !paths.has(path));
    return { notes, isWorthKeeping: isOneGone || read > files.length * WORTH_WRITING };
  }

  /** Keeps what was read for the next start. `now` in milliseconds. Where that fails the next start takes longer. */
  async keep({ notes, isWorthKeeping }: ReadNotes, now: number): Promise<void> {
    if (!isWorthKeeping) return;
    const body = notes
      .filter(({ mtime }) => mtime < now - SETTLED_AFTER)
      .map((note) => JSON.stringify(note))
      .join('\n');
    try {
      await this.store.write(FILE, `${this.sealed(body)}\n${body}`);
    } catch {
      // A cache that cannot be written, on a full or read-only disk, is none.
    }
  }

  private async load(): Promise<ReadonlyMap<NotePath, CachedNote>> {
    const text = await this.store.read(FILE).catch(() => '');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (end < 0 || body === '' || text.slice(0, end) !== this.sealed(body)) return new Map();
    const notes = body.split('\n').flatMap((line) => readCachedNote(line) ?? []);
    return new Map(notes.map((note) => [note.path, note]));
  }

  private sealed(body: string): string {
    return `${this.header} ${this.seal(`${this.header}\n${body}`)}`;
  }
}

/** What `readInto` found. */
export interface ReadNotes {
  readonly notes: readonly CachedNote[];
  readonly isWorthKeeping: boolean;
}
