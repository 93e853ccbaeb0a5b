import type { NotePath } from '../../core/vault.ts';
import type { ChangeHistory, NoteChange } from '../../core/write/note-writer.ts';
import type { Database } from './database.ts';

/** What the last rebuild made of each page, in this device's database: enough to take it back. */
export class DatabaseHistory implements ChangeHistory {
  constructor(private readonly database: Database) {}

  list(): Promise<readonly NoteChange[]> {
    return this.database.getAll('changes');
  }

  async latest(path: NotePath): Promise<NoteChange | null> {
    return (await this.database.get('changes', path)) ?? null;
  }

  async keep(change: NoteChange): Promise<void> {
    await this.database.put('changes', change);
  }

  drop(path: NotePath): Promise<void> {
    return this.database.delete('changes', path);
  }
}

/** Where there is no database: what was written can be taken back until the app is closed. */
export class SessionHistory implements ChangeHistory {
  private readonly changes = new Map<NotePath, NoteChange>();

  list(): Promise<readonly NoteChange[]> {
    return Promise.resolve([...this.changes.values()]);
  }

  latest(path: NotePath): Promise<NoteChange | null> {
    return Promise.resolve(this.changes.get(path) ?? null);
  }

  keep(change: NoteChange): Promise<void> {
    this.changes.set(change.path, change);
    return Promise.resolve();
  }

  drop(path: NotePath): Promise<void> {
    this.changes.delete(path);
    return Promise.resolve();
  }
}
