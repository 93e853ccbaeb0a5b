import { createHash } from 'node:crypto';
import type { ChangeHistory, NoteChange } from '../core/write/note-writer.ts';
import { isNotePath } from './folder-vault.mts';
import { HiddenFolder } from './hidden-folder.mts';

/**
 * What stood on pages before they were written, as one file for each page in a hidden folder of the vault. A file there
 * speaks only for the note that it is named after, and for nothing that is no note.
 */
export class HistoryFolder implements ChangeHistory {
  private readonly folder: HiddenFolder;

  constructor(vault: string) {
    this.folder = new HiddenFolder(vault, 'undo');
  }

  async list(): Promise<NoteChange[]> {
    const names = await this.folder.names();
    const changes = await Promise.all(
      names.filter((name) => name.endsWith('.json')).map((name) => this.readChange(name)),
    );
    return changes.filter((change) => change !== null);
  }

  latest(path: string): Promise<NoteChange | null> {
    return this.readChange(fileOf(path));
  }

  keep(change: NoteChange): Promise<void> {
    return this.folder.write(fileOf(change.path), JSON.stringify(change));
  }

  drop(path: string): Promise<void> {
    return this.folder.remove(fileOf(path));
  }

  /** null for a file that was cut off or is somebody else’s: it cannot be undone, and must not stop the rest. */
  private async readChange(file: string): Promise<NoteChange | null> {
    try {
      const change = JSON.parse(await this.folder.read(file)) as Record<string, unknown>;
      const { path, run, before, after } = change;
      if (typeof path !== 'string' || fileOf(path) !== file || !isNotePath(path)) return null;
      return typeof run === 'string' && typeof before === 'string' && typeof after === 'string'
        ? { path, run, before, after }
        : null;
    } catch {
      return null;
    }
  }
}

function fileOf(path: string): string {
  return `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`;
}
