import type { CachedMetadata } from 'obsidian/obsidian.d.ts';
import { Events, type EventRef } from '../events.ts';
import { TFile, type TAbstractFile } from '../files.ts';
import { getLinkpath } from '../helpers.ts';
import type { Vault } from '../vault.ts';
import { LinkTargets } from './link-target.ts';
import { readMetadata } from './read-metadata.ts';

type LinkCounts = Record<string, Record<string, number>>;

interface Gone {
  readonly file: TFile;
  readonly cache: CachedMetadata | null;
}

/**
 * The metadata of every note. After the vault has told of a change the cache is still the old one; in a later turn the
 * note is read and `changed` told, then links are resolved, with `resolve` for each note and `resolved` at the end. A
 * rename sets off no `changed`.
 */
export class MetadataCache extends Events {
  resolvedLinks: LinkCounts = {};
  unresolvedLinks: LinkCounts = {};
  private readonly caches = new Map<string, CachedMetadata>();
  private readonly waiting = new Set<TFile>();
  private readonly gone: Gone[] = [];
  private readonly idle: (() => void)[] = [];
  private timer: number | null = null;
  private running = false;
  private filesMoved = false;
  /** Made when it is asked for, and again when files have come, gone or moved. */
  private targets: LinkTargets | null = null;

  constructor(private readonly vault: Vault) {
    super();
    const moved = (): void => {
      this.targets = null;
    };
    vault.on('create', moved);
    vault.on('delete', moved);
    vault.on('rename', moved);
  }

  override on(
    name: 'changed',
    listener: (file: TFile, data: string, cache: CachedMetadata) => unknown,
    ctx?: unknown,
  ): EventRef;
  override on(
    name: 'deleted',
    listener: (file: TFile, cache: CachedMetadata | null) => unknown,
    ctx?: unknown,
  ): EventRef;
  override on(name: 'resolve', listener: (file: TFile) => unknown, ctx?: unknown): EventRef;
  override on(name: 'resolved', listener: () => unknown, ctx?: unknown): EventRef;
  override on(name: string, listener: (...data: never[]) => unknown, ctx?: unknown): EventRef {
    return this.listen(name, listener, ctx);
  }

  /**
   * Reads the notes that are there and follows the vault from then on. `warm` is how the app starts when it has kept
   * the metadata from the last time: no `changed` for what it knows. `resolved` is told twice, once when every note is
   * read and once when every link is resolved. Returns how to stop.
   */
  async begin(warm: boolean): Promise<() => void> {
    const refs = [
      this.vault.on('create', (file) => {
        this.filesMoved = true;
        this.want(file);
      }),
      this.vault.on('modify', (file) => {
        this.want(file);
      }),
      this.vault.on('delete', (file) => {
        this.forget(file);
      }),
      this.vault.on('rename', (file, oldPath) => {
        this.move(file, oldPath);
      }),
    ];
    this.running = true;
    const notes = this.vault.getMarkdownFiles();
    for (const note of notes) await this.read(note, !warm);
    this.trigger('resolved');
    this.resolveLinks(new Set(notes));
    this.running = false;
    this.schedule();
    return () => {
      for (const ref of refs) this.vault.offref(ref);
      if (this.timer !== null) window.clearTimeout(this.timer);
    };
  }

  /** Resolves when nothing waits to be read. Under simulated time, the time has to be moved on beside it. */
  settled(): Promise<void> {
    if (this.timer === null && !this.running) return Promise.resolve();
    return new Promise((resolve) => {
      this.idle.push(resolve);
    });
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): CachedMetadata | null {
    return this.caches.get(path) ?? null;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    this.targets ??= new LinkTargets(this.vault.getFiles());
    return this.targets.find(linkpath, sourcePath);
  }

  /** The file's name where no other file has it, else its whole path; `.md` is left out unless asked for. */
  fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
    this.targets ??= new LinkTargets(this.vault.getFiles());
    const text = this.targets.count(file.name) === 1 ? file.name : file.path;
    return omitMdExtension && file.extension === 'md' ? text.slice(0, -'.md'.length) : text;
  }

  private want(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    if (file.extension === 'md') this.waiting.add(file);
    this.schedule();
  }

  private forget(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    this.waiting.delete(file);
    this.gone.push({ file, cache: this.getFileCache(file) });
    this.dropLinks(file.path);
    this.filesMoved = true;
    this.schedule();
  }

  private move(file: TAbstractFile, oldPath: string): void {
    if (!(file instanceof TFile)) return;
    const cache = this.caches.get(oldPath);
    this.dropLinks(oldPath);
    if (cache) this.caches.set(file.path, cache);
    this.filesMoved = true;
    this.schedule();
  }

  private dropLinks(path: string): void {
    this.caches.delete(path);
    Reflect.deleteProperty(this.resolvedLinks, path);
    Reflect.deleteProperty(this.unresolvedLinks, path);
  }

  private schedule(): void {
    if (this.timer !== null || this.running) return;
    if (this.waiting.size + this.gone.length === 0 && !this.filesMoved) {
      for (const resolve of this.idle.splice(0)) resolve();
      return;
    }
    this.timer = window.setTimeout(() => {
      this.timer = null;
      void this.catchUp();
    }, 0);
  }

  private async catchUp(): Promise<void> {
    this.running = true;
    const read = new Set<TFile>();
    for (const { file, cache } of this.gone.splice(0)) this.trigger('deleted', file, cache);
    try {
      for (let file = this.next(); file; file = this.next()) if (await this.read(file, true)) read.add(file);
      this.resolveLinks(read);
    } finally {
      this.running = false;
      this.schedule();
    }
  }

  private next(): TFile | undefined {
    const [file] = this.waiting;
    if (file) this.waiting.delete(file);
    return file;
  }

  /** A note that cannot be read, or is gone by now, has no metadata. */
  private async read(file: TFile, tell: boolean): Promise<boolean> {
    const text = await this.vault.cachedRead(file).catch(() => null);
    if (text === null || this.vault.getFileByPath(file.path) !== file) return false;
    const cache = readMetadata(text);
    this.caches.set(file.path, cache);
    if (tell) this.trigger('changed', file, text, cache);
    return true;
  }

  /** Resolves the notes just read, and those whose links lead elsewhere since files came, went or moved. */
  private resolveLinks(read: ReadonlySet<TFile>): void {
    const notes = this.filesMoved ? this.vault.getFiles().filter((file) => this.caches.has(file.path)) : [...read];
    this.filesMoved = false;
    for (const note of notes) if (this.resolveNote(note) || read.has(note)) this.trigger('resolve', note);
    this.trigger('resolved');
  }

  /** True where the note's links lead elsewhere than before. */
  private resolveNote(note: TFile): boolean {
    const before = JSON.stringify([this.resolvedLinks[note.path], this.unresolvedLinks[note.path]]);
    const { links = [], embeds = [], frontmatterLinks = [] } = this.caches.get(note.path) ?? {};
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...links, ...embeds, ...frontmatterLinks]) {
      const linkpath = getLinkpath(link);
      const target = this.getFirstLinkpathDest(linkpath, note.path);
      const counts = target ? resolved : unresolved;
      counts[target?.path ?? linkpath] = (counts[target?.path ?? linkpath] ?? 0) + 1;
    }
    this.resolvedLinks[note.path] = resolved;
    this.unresolvedLinks[note.path] = unresolved;
    return before !== JSON.stringify([resolved, unresolved]);
  }
}
