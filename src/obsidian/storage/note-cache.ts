import type { Settings } from '../../core/settings.ts';
import { hash8 } from '../../core/words.ts';
import type { NotePath } from '../../core/vault.ts';
import type { CachedNote, Database } from './database.ts';

/** What was parsed the last time. Never trusted over the note: it is used only where the file is the same. */
export interface NoteCache {
  /** Everything that was parsed by the same rules, a part at a time. */
  read(): AsyncIterable<readonly CachedNote[]>;
  put(notes: readonly CachedNote[]): Promise<void>;
  remove(paths: readonly NotePath[]): Promise<void>;
}

/** How many notes come from the database at once: taking them over must not keep the app from drawing. */
const PART = 20;
/** Counts up when what is parsed of a note changes its shape. */
const SHAPE = 3;

/** By what notes are parsed: with another version of the plugin or other settings, the same text may say other things. */
export function rulesOf(version: string, settings: Settings): string {
  return `${String(SHAPE)} ${version} ${hash8(JSON.stringify(settings.headings))}${hash8(JSON.stringify([settings.plainBullets]))}`;
}

export class DatabaseNoteCache implements NoteCache {
  constructor(
    private readonly database: Database,
    private readonly rules: string,
  ) {}

  /** Empties the database first where it holds what other rules gave. */
  async *read(): AsyncIterable<readonly CachedNote[]> {
    if ((await this.database.get('about', 'rules')) !== this.rules) {
      await this.database.clear('notes');
      await this.database.put('about', this.rules, 'rules');
      return;
    }
    let after: IDBKeyRange | null = null;
    for (;;) {
      const part: CachedNote[] = await this.database.getAll('notes', after, PART);
      const last = part[part.length - 1];
      if (!last) return;
      yield part.filter((note) => isWhole(note));
      after = IDBKeyRange.lowerBound(last.path, true);
    }
  }

  async put(notes: readonly CachedNote[]): Promise<void> {
    const transaction = this.database.transaction('notes', 'readwrite');
    for (const note of notes) void transaction.store.put(note);
    await transaction.done;
  }

  async remove(paths: readonly NotePath[]): Promise<void> {
    const transaction = this.database.transaction('notes', 'readwrite');
    for (const path of paths) void transaction.store.delete(path);
    await transaction.done;
  }
}

/** Another program may have written into the database; what is not whole is read anew. */
function isWhole(note: CachedNote): boolean {
  const { items, tasks, accountKeys, participants } = note.content;
  return (
    typeof note.hash === 'string' && [items, tasks, accountKeys, participants].every((list) => Array.isArray(list))
  );
}
