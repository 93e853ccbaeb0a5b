import { randomBytes } from 'node:crypto';
import { readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedNote } from '../core/parse/note.ts';
import type { Settings } from '../core/settings.ts';
import type { NotePath } from '../core/vault.ts';
import type { AccountVault } from '../core/write/account-vault.ts';
import { hash16 } from '../core/words.ts';
import type { FileStamp, FolderVault } from './folder-vault.mts';
import { hiddenFolder, makeHiddenFolder } from './hidden-folder.mts';
import { version } from './version.mts';

/** Counts up when what is parsed of a note changes its shape. */
const SHAPE = 2;
/** A file may be saved twice within one tick of a disk's clock; until then its time tells nothing. In milliseconds. */
const SETTLED_AFTER = 2_000;
/** The whole cache is written anew, which is worth it once this share of the notes had to be read. */
const WORTH_WRITING = 0.02;

interface CachedNote extends FileStamp, ParsedNote {}

/**
 * What was parsed of a vault's notes, in one file of its hidden folder, so that a start reads only what changed. Never
 * trusted over a note: an entry counts only while the file has the time and size that it had then, or the same text. A
 * file that is damaged, or that another version or other settings wrote, counts as none, and it may always be deleted.
 */
export class NoteCache {
  private readonly file: string;
  private readonly header: string;

  constructor(
    private readonly folder: FolderVault,
    { headings, plainBullets }: Settings,
  ) {
    this.file = join(hiddenFolder(folder.root, 'cache'), 'notes.json');
    const rules = hash16(JSON.stringify([SHAPE, version, headings, plainBullets]));
    this.header = `account-pages notes ${rules}`;
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
    return { notes, isWorthKeeping: read > files.length * WORTH_WRITING };
  }

  /** Keeps what was read for the next start. `now` in milliseconds. Where that fails the next start takes longer. */
  async keep({ notes, isWorthKeeping }: ReadNotes, now: number): Promise<void> {
    if (!isWorthKeeping) return;
    const body = notes
      .filter(({ mtime }) => mtime < now - SETTLED_AFTER)
      .map((note) => JSON.stringify(note))
      .join('\n');
    const temporary = `${this.file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await makeHiddenFolder(this.folder.root, 'cache');
      await writeFile(temporary, `${this.header} ${hash16(body)}\n${body}`);
      await rename(temporary, this.file);
    } catch {
      // A cache that cannot be written, on a full or read-only disk, is none.
    } finally {
      await unlink(temporary).catch(() => undefined); // After a rename there is nothing left to remove.
    }
  }

  private async load(): Promise<ReadonlyMap<NotePath, CachedNote>> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (end < 0 || body === '' || text.slice(0, end) !== `${this.header} ${hash16(body)}`) return new Map();
    // The seal holds, so that this is what was written, line for line.
    const notes = body.split('\n').map((line) => JSON.parse(line) as CachedNote);
    return new Map(notes.map((note) => [note.path, note]));
  }
}

/** What `readInto` found. */
export interface ReadNotes {
  readonly notes: readonly CachedNote[];
  readonly isWorthKeeping: boolean;
}
