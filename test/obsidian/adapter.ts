import type { DataWriteOptions, ListedFiles, Stat } from 'obsidian/obsidian.d.ts';
import { baseName, isWithin, joinPath, parentPath, type Store, type StoreEntry } from './store.ts';

/** Who keeps the tree of files, and hears of everything that goes through the adapter. */
export interface AdapterListener {
  changed(path: string, entry: StoreEntry | null): void;
  renamed(path: string, newPath: string): void;
}

/** `Vault.adapter`: reads and writes by path, hidden files included. Writes to one path happen one after the other. */
export class StoreAdapter {
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: Store,
    private readonly listener: AdapterListener,
    private readonly writesUnchanged: () => boolean,
  ) {}

  getName(): string {
    return this.store.name;
  }

  async exists(path: string): Promise<boolean> {
    return path === '/' || (await this.store.stat(path)) !== null;
  }

  async stat(path: string): Promise<Stat | null> {
    const entry = await this.store.stat(path);
    return entry && { type: entry.kind, ctime: entry.ctime, mtime: entry.mtime, size: entry.size };
  }

  async list(path: string): Promise<ListedFiles> {
    const inside = (await this.store.list()).filter((entry) => parentPath(entry.path) === path);
    const pathsOf = (kind: StoreEntry['kind']): string[] =>
      inside.flatMap((entry) => (entry.kind === kind ? [entry.path] : []));
    return { files: pathsOf('file'), folders: pathsOf('folder') };
  }

  read(path: string): Promise<string> {
    return this.store.read(path);
  }

  write(path: string, data: string, _options?: DataWriteOptions): Promise<void> {
    return this.inTurn(path, () => this.put(path, data));
  }

  append(path: string, data: string, _options?: DataWriteOptions): Promise<void> {
    return this.inTurn(path, async () => this.put(path, (await this.store.read(path)) + data));
  }

  /**
   * Reads what is on disk, hands it to `edit` and writes what comes back, with no other write to the path in between.
   * obsidian.d.ts does not say whether an unchanged text is written again: here it is not, unless the vault's
   * `writesUnchanged` is set, so that a test can try both.
   */
  process(path: string, edit: (data: string) => string, _options?: DataWriteOptions): Promise<string> {
    return this.inTurn(path, async () => {
      const before = await this.store.read(path);
      const after = edit(before);
      if (typeof after !== 'string') throw new TypeError('process: the callback must return the text at once.');
      if (after !== before || this.writesUnchanged()) await this.put(path, after);
      return after;
    });
  }

  async mkdir(path: string): Promise<void> {
    this.listener.changed(path, await this.store.mkdir(path));
  }

  async remove(path: string): Promise<void> {
    await this.inTurn(path, () => this.store.remove(path));
    this.listener.changed(path, null);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    const inside = (await this.store.list()).some((entry) => entry.path !== path && isWithin(entry.path, path));
    if (inside && !recursive) throw new Error(`The folder is not empty: ${path}`);
    await this.remove(path);
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.inTurn(path, () => this.store.rename(path, newPath));
    this.listener.renamed(path, newPath);
  }

  async copy(path: string, newPath: string): Promise<void> {
    await this.write(newPath, await this.store.read(path));
  }

  /** There is no system's trash here, so that a caller falls back to the vault's own. */
  trashSystem(_path: string): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Moves to `.trash` at the vault's top, where a second file of a name gets a number. */
  async trashLocal(path: string): Promise<void> {
    await this.store.mkdir('.trash');
    const name = baseName(path);
    const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
    let target = joinPath('.trash', name);
    for (let count = 2; await this.store.stat(target); count++) {
      target = joinPath('.trash', `${name.slice(0, dot)} ${String(count)}${name.slice(dot)}`);
    }
    await this.inTurn(path, () => this.store.rename(path, target));
    this.listener.changed(path, null);
  }

  private async put(path: string, data: string): Promise<void> {
    this.listener.changed(path, await this.store.write(path, data));
  }

  /** Runs what touches one path after all that was asked for that path before, whether that went well or not. */
  private async inTurn<T>(path: string, task: () => Promise<T>): Promise<T> {
    const before = this.queues.get(path) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.catch(() => undefined);
    this.queues.set(path, settled);
    try {
      return await mine;
    } finally {
      if (this.queues.get(path) === settled) this.queues.delete(path);
    }
  }
}
