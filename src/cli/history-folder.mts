import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeHistory, NoteChange } from '../core/write/note-writer.ts';
import { hiddenFolder, makeHiddenFolder } from './hidden-folder.mts';

/** What stood on pages before they were written, as one file for each page in a hidden folder of the vault. */
export class HistoryFolder implements ChangeHistory {
  private readonly folder: string;
  private isMade = false;

  constructor(private readonly vault: string) {
    this.folder = hiddenFolder(vault, 'undo');
  }

  async list(): Promise<NoteChange[]> {
    const names = await readdir(this.folder).catch(() => []);
    const changes = await Promise.all(
      names.filter((name) => name.endsWith('.json')).map((name) => readChange(join(this.folder, name))),
    );
    return changes.filter((change) => change !== null);
  }

  latest(path: string): Promise<NoteChange | null> {
    return readChange(this.fileOf(path));
  }

  async keep(change: NoteChange): Promise<void> {
    await this.makeFolder();
    const file = this.fileOf(change.path);
    // Two processes may keep the same page at once; each has a file of its own until it is whole.
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await writeFile(temporary, JSON.stringify(change), { flush: true });
      await rename(temporary, file);
    } finally {
      await unlink(temporary).catch(() => undefined); // After a rename there is nothing left to remove.
    }
  }

  async drop(path: string): Promise<void> {
    await unlink(this.fileOf(path)).catch(() => undefined); // Gone already is as good.
  }

  private async makeFolder(): Promise<void> {
    if (this.isMade) return;
    await makeHiddenFolder(this.vault, 'undo');
    this.isMade = true;
  }

  private fileOf(path: string): string {
    return join(this.folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`);
  }
}

/** null for a file that was cut off or is somebody else’s: it cannot be undone, and must not stop the rest. */
async function readChange(file: string): Promise<NoteChange | null> {
  try {
    const change = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    const { path, run, before, after } = change;
    return typeof path === 'string' &&
      typeof run === 'string' &&
      typeof before === 'string' &&
      typeof after === 'string'
      ? { path, run, before, after }
      : null;
  } catch {
    return null;
  }
}
