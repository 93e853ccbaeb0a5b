import type { DataWriteOptions } from 'obsidian/obsidian.d.ts';
import { StoreAdapter, type AdapterListener } from './adapter.ts';
import { Events, type EventRef } from './events.ts';
import { TAbstractFile, TFile, TFolder } from './files.ts';
import { isHidden, isWithin, parentPath, type Store, type StoreEntry } from './store.ts';

/**
 * A vault on a store. Its tree follows what goes through the adapter and what the store reports from outside; each
 * change is told once the tree shows it: `create`, `modify`, `delete`, `rename`.
 */
export class Vault extends Events implements AdapterListener {
  readonly configDir = '.obsidian';
  readonly adapter: StoreAdapter;
  /** Whether a `process` that changes nothing writes all the same; obsidian.d.ts leaves it open. */
  writesUnchanged = false;
  private readonly root: TFolder;
  private readonly tree = new Map<string, TAbstractFile>();
  private readonly texts = new Map<string, { readonly mtime: number; readonly text: string }>();

  constructor(private readonly store: Store) {
    super();
    this.adapter = new StoreAdapter(store, this, () => this.writesUnchanged);
    this.root = new TFolder(this, '/', null);
    this.tree.set('/', this.root);
  }

  override on(
    name: 'create' | 'modify' | 'delete',
    listener: (file: TAbstractFile) => unknown,
    ctx?: unknown,
  ): EventRef;
  override on(name: 'rename', listener: (file: TAbstractFile, oldPath: string) => unknown, ctx?: unknown): EventRef;
  override on(name: string, listener: (...data: never[]) => unknown, ctx?: unknown): EventRef {
    return this.listen(name, listener, ctx);
  }

  /**
   * Reads the tree, tells `create` for each file that is there (obsidian.d.ts: "also called when the vault is first
   * loaded") and follows the store from then on. Returns how to stop.
   */
  async load(): Promise<() => void> {
    const entries = [...(await this.store.list())].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const entry of entries) this.changed(entry.path, entry);
    return this.store.watch(({ path, entry }) => {
      this.changed(path, entry);
    });
  }

  getName(): string {
    return this.store.name;
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.tree.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const file = this.tree.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const folder = this.tree.get(path);
    return folder instanceof TFolder ? folder : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.tree.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter(
      (file): file is TFolder => file instanceof TFolder && (includeRoot || !file.isRoot()),
    );
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter(({ extension }) => extension === 'md');
  }

  static recurseChildren(root: TFolder, visit: (file: TAbstractFile) => unknown): void {
    visit(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, visit);
      else visit(child);
    }
  }

  read(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  /** What was last read of the file, as long as the store has not told of a later text. */
  async cachedRead(file: TFile): Promise<string> {
    const known = this.texts.get(file.path);
    const { mtime } = file.stat;
    if (known?.mtime === mtime) return known.text;
    const text = await this.adapter.read(file.path);
    this.texts.set(file.path, { mtime, text });
    return text;
  }

  /** Rejects where the path is taken or its folder is not there. */
  async create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
    await this.refuseTaken(path);
    await this.adapter.write(path, data, options);
    const file = this.getFileByPath(path);
    if (!file) throw new Error(`A hidden file is no part of the vault: ${path}`);
    return file;
  }

  async createFolder(path: string): Promise<TFolder> {
    await this.refuseTaken(path);
    await this.adapter.mkdir(path);
    const folder = this.getFolderByPath(path);
    if (!folder) throw new Error(`A hidden folder is no part of the vault: ${path}`);
    return folder;
  }

  async modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    await this.refuseGone(file);
    await this.adapter.write(file.path, data, options);
  }

  async append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    await this.adapter.append(file.path, data, options);
  }

  process(file: TFile, edit: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.adapter.process(file.path, edit, options);
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    await this.refuseTaken(newPath);
    await this.adapter.rename(file.path, newPath);
  }

  async delete(file: TAbstractFile, force = false): Promise<void> {
    if (file instanceof TFolder) await this.adapter.rmdir(file.path, force || file.children.length > 0);
    else await this.adapter.remove(file.path);
  }

  async trash(file: TAbstractFile, system: boolean): Promise<void> {
    if (system && (await this.adapter.trashSystem(file.path))) return;
    await this.adapter.trashLocal(file.path);
  }

  /** The adapter or the store says what stands at a path now. What the tree shows already is no change. */
  changed(path: string, entry: StoreEntry | null): void {
    if (isHidden(path)) return;
    const known = this.tree.get(path);
    if (!entry) {
      if (known) this.drop(known);
    } else if (!known) this.add(entry);
    else if (known instanceof TFile && !sameStat(known, entry)) this.touch(known, entry);
  }

  renamed(path: string, newPath: string): void {
    const file = this.tree.get(path);
    if (!file) return;
    const moved = [...this.tree.values()].filter((known) => isWithin(known.path, path));
    for (const known of moved) this.tree.delete(known.path);
    const oldPaths = moved.map((known) => known.path);
    for (const known of moved) this.relocate(known, newPath + known.path.slice(path.length), known === file);
    for (const [index, known] of moved.entries()) this.trigger('rename', known, oldPaths[index]);
  }

  private relocate(file: TAbstractFile, newPath: string, changesFolder: boolean): void {
    const text = this.texts.get(file.path);
    if (text) this.texts.set(newPath, text);
    this.texts.delete(file.path);
    if (changesFolder) {
      leave(file);
      file.moveTo(newPath, this.folderFor(newPath));
      file.parent?.children.push(file);
    } else file.moveTo(newPath, file.parent);
    this.tree.set(newPath, file);
  }

  private add(entry: StoreEntry): void {
    const parent = this.folderFor(entry.path);
    const file = entry.kind === 'file' ? new TFile(this, entry, parent) : new TFolder(this, entry.path, parent);
    parent.children.push(file);
    this.tree.set(entry.path, file);
    this.trigger('create', file);
  }

  private touch(file: TFile, { mtime, size }: StoreEntry): void {
    file.stat = { ...file.stat, mtime, size };
    this.texts.delete(file.path);
    this.trigger('modify', file);
  }

  /** A folder goes after all that was in it. */
  private drop(file: TAbstractFile): void {
    if (file instanceof TFolder) for (const child of [...file.children]) this.drop(child);
    leave(file);
    this.tree.delete(file.path);
    this.texts.delete(file.path);
    this.trigger('delete', file);
  }

  /** The folder of a path, which a store may report later than what is in it. */
  private folderFor(path: string): TFolder {
    const parent = parentPath(path);
    const known = this.tree.get(parent);
    if (known instanceof TFolder) return known;
    this.add({ path: parent, kind: 'folder', ctime: 0, mtime: 0, size: 0 });
    return this.folderFor(path);
  }

  private async refuseTaken(path: string): Promise<void> {
    if (await this.adapter.exists(path)) throw new Error(`It already exists: ${path}`);
  }

  private async refuseGone(file: TFile): Promise<void> {
    if (!(await this.adapter.exists(file.path))) throw new Error(`It does not exist: ${file.path}`);
  }
}

function leave(file: TAbstractFile): void {
  const siblings = file.parent?.children ?? [];
  if (siblings.includes(file)) siblings.splice(siblings.indexOf(file), 1);
}

function sameStat(file: TFile, entry: StoreEntry): boolean {
  return file.stat.mtime === entry.mtime && file.stat.size === entry.size;
}
