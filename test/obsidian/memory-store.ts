import { isWithin, parentPath, type Store, type StoreChange, type StoreEntry } from './store.ts';

type Operation = 'read' | 'write' | 'rename' | 'remove';

interface Kept {
  readonly entry: StoreEntry;
  readonly text: string;
}

/** A store in memory. A test can change files behind the vault's back and make operations fail. */
export class MemoryStore implements Store {
  /** Paths in the order in which the vault wrote them; changes from outside are not among them. */
  readonly writes: string[] = [];
  private readonly kept = new Map<string, Kept>();
  private readonly listeners = new Set<(change: StoreChange) => void>();
  private readonly refusals = new Map<string, string>();

  /** `files`: texts by path, their folders are made. `now` is the clock of mtime and ctime. */
  constructor(
    files: Readonly<Record<string, string>> = {},
    readonly name = 'Vault',
    private readonly now: () => number = () => Date.now(),
  ) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  list(): Promise<readonly StoreEntry[]> {
    return Promise.resolve([...this.kept.values()].map(({ entry }) => entry));
  }

  stat(path: string): Promise<StoreEntry | null> {
    return Promise.resolve(this.kept.get(path)?.entry ?? null);
  }

  async read(path: string): Promise<string> {
    await this.checked('read', path);
    return this.file(path).text;
  }

  async write(path: string, text: string): Promise<StoreEntry> {
    await this.checked('write', path);
    if (parentPath(path) !== '/' && this.kept.get(parentPath(path))?.entry.kind !== 'folder') {
      throw new Error(`no such folder: ${parentPath(path)}`);
    }
    if (this.kept.get(path)?.entry.kind === 'folder') throw new Error(`it is a folder: ${path}`);
    this.writes.push(path);
    return this.put(path, text);
  }

  mkdir(path: string): Promise<StoreEntry> {
    return Promise.resolve(this.putFolder(path));
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.checked('rename', path);
    if (this.kept.has(newPath)) throw new Error(`it is there already: ${newPath}`);
    this.some(path);
    for (const [old, { entry, text }] of [...this.kept]) {
      if (!isWithin(old, path)) continue;
      const moved = newPath + old.slice(path.length);
      this.kept.delete(old);
      this.kept.set(moved, { entry: { ...entry, path: moved }, text });
    }
  }

  async remove(path: string): Promise<void> {
    await this.checked('remove', path);
    this.some(path);
    this.drop(path);
  }

  watch(listener: (change: StoreChange) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Another program or a sync writes a file, which makes its folders too. */
  writeFromOutside(path: string, text: string): void {
    const known = new Set(this.kept.keys());
    const entry = this.put(path, text);
    const folders = [...this.kept.values()].filter(
      (kept) => kept.entry.kind === 'folder' && !known.has(kept.entry.path),
    );
    for (const folder of folders) this.tell({ path: folder.entry.path, entry: folder.entry });
    this.tell({ path, entry });
  }

  /** Another program or a sync removes a file, or a folder with all that is in it. */
  removeFromOutside(path: string): void {
    this.some(path);
    for (const gone of this.drop(path)) this.tell({ path: gone, entry: null });
  }

  /** Makes an operation on a path reject with `reason` until `allow`. */
  refuse(operation: Operation, path: string, reason: string): void {
    this.refusals.set(`${operation} ${path}`, reason);
  }

  allow(operation: Operation, path: string): void {
    this.refusals.delete(`${operation} ${path}`);
  }

  /** What a file holds now, without the vault's part in it; null where there is none. */
  textOf(path: string): string | null {
    const kept = this.kept.get(path);
    return kept?.entry.kind === 'file' ? kept.text : null;
  }

  /** Every file's text by its path, for comparing a whole vault at once. */
  files(): Record<string, string> {
    const files = [...this.kept.values()].filter(({ entry }) => entry.kind === 'file');
    return Object.fromEntries(files.map(({ entry, text }) => [entry.path, text]));
  }

  private checked(operation: Operation, path: string): Promise<void> {
    const reason = this.refusals.get(`${operation} ${path}`);
    return reason === undefined ? Promise.resolve() : Promise.reject(new Error(reason));
  }

  private some(path: string): Kept {
    const kept = this.kept.get(path);
    if (!kept) throw new Error(`no such file or folder: ${path}`);
    return kept;
  }

  private file(path: string): Kept {
    const kept = this.some(path);
    if (kept.entry.kind !== 'file') throw new Error(`it is a folder: ${path}`);
    return kept;
  }

  private put(path: string, text: string): StoreEntry {
    if (parentPath(path) !== '/') this.putFolder(parentPath(path));
    // Two writes within one tick of a test's clock are two changes all the same.
    const known = this.kept.get(path)?.entry;
    const mtime = Math.max(this.now(), (known?.mtime ?? -1) + 1);
    const ctime = known?.ctime ?? mtime;
    const entry: StoreEntry = { path, kind: 'file', ctime, mtime, size: new TextEncoder().encode(text).length };
    this.kept.set(path, { entry, text });
    return entry;
  }

  private putFolder(path: string): StoreEntry {
    const known = this.kept.get(path)?.entry;
    if (known) return known;
    if (parentPath(path) !== '/') this.putFolder(parentPath(path));
    const now = this.now();
    const entry: StoreEntry = { path, kind: 'folder', ctime: now, mtime: now, size: 0 };
    this.kept.set(path, { entry, text: '' });
    return entry;
  }

  private drop(path: string): string[] {
    const gone = [...this.kept.keys()].filter((known) => isWithin(known, path)).sort((a, b) => b.length - a.length);
    for (const known of gone) this.kept.delete(known);
    return gone;
  }

  private tell(change: StoreChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }
}
