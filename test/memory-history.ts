import type { ChangeHistory, NoteChange } from '../src/core/write/note-writer.ts';

/** What a host keeps for undo, in memory. */
export class MemoryHistory implements ChangeHistory {
  readonly changes = new Map<string, NoteChange>();

  list(): Promise<readonly NoteChange[]> {
    return Promise.resolve([...this.changes.values()]);
  }

  latest(path: string): Promise<NoteChange | null> {
    return Promise.resolve(this.changes.get(path) ?? null);
  }

  keep(change: NoteChange): Promise<void> {
    this.changes.set(change.path, change);
    return Promise.resolve();
  }

  drop(path: string): Promise<void> {
    this.changes.delete(path);
    return Promise.resolve();
  }
}
