import { parseYaml, type App } from 'obsidian';
import type { AccountGraph } from '../core/link/account-graph.ts';
import type { Account } from '../core/link/directory.ts';
import type { ParsedNote } from '../core/parse/note.ts';
import type { PlainDate } from '../core/plain-date.ts';
import type { Settings } from '../core/settings.ts';
import type { NotePath } from '../core/vault.ts';
import { AccountVault } from '../core/write/account-vault.ts';
import type { ChangeHistory } from '../core/write/note-writer.ts';
import { breather } from './breather.ts';
import { ObsidianVault, type NoteFile } from './obsidian-vault.ts';
import type { CachedNote } from './storage/database.ts';
import type { NoteCache } from './storage/note-cache.ts';
import { SessionHistory } from './storage/page-history.ts';

/** Where the index keeps what outlives a start; made anew when the settings by which notes are read change. */
export interface IndexStorage {
  /** null: every start reads all notes. */
  readonly cache: NoteCache | null;
  readonly history: ChangeHistory;
}

export interface IndexProgress {
  readonly done: number;
  readonly all: number;
}

/** Accounts whose notes say something else now. */
export interface IndexUpdate {
  readonly accounts: readonly Account[];
  /** Notes that were written, or are gone; empty where all were read. */
  readonly paths: readonly NotePath[];
  /** What was found when the vault was read: it happened while nobody was looking. */
  readonly atStart: boolean;
}

/** One reading of the vault by one state of the settings. */
interface Opened {
  readonly settings: Settings;
  readonly host: ObsidianVault;
  readonly vault: AccountVault;
}

/** Saves and syncs come in bursts: what comes within this time is one change. In milliseconds. */
const BURST = 200;
/** How many notes go to the cache at once. */
const CACHED_AT_ONCE = 50;
/** How many notes are linked before others get a turn. */
const LINKED_AT_ONCE = 20;

/**
 * The account graph of the open vault, current with its notes. Reads all of them in slices once the layout is ready,
 * from the cache where a file is the same as then, and follows every change from there on. Never writes a note.
 */
export class AccountIndex {
  private storage: IndexStorage = { cache: null, history: new SessionHistory() };
  private opened: Opened;
  private read: IndexProgress | null = { done: 0, all: 0 };
  private readonly listeners = new Set<(update: IndexUpdate) => void>();
  private readonly progressListeners = new Set<() => void>();
  private ready: Promise<void>;
  private begun: (() => void) | null = null;
  private readonly written = new Set<NotePath>();
  private readonly gone = new Set<NotePath>();
  private burst: number | null = null;
  private following: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    private readonly app: App,
    settings: Settings,
    private readonly openStorage: (settings: Settings) => Promise<IndexStorage>,
  ) {
    this.opened = this.open(settings);
    this.ready = new Promise((resolve) => {
      this.begun = resolve;
    });
  }

  get settings(): Settings {
    return this.opened.settings;
  }

  get host(): ObsidianVault {
    return this.opened.host;
  }

  get vault(): AccountVault {
    return this.opened.vault;
  }

  get graph(): AccountGraph {
    return this.opened.vault.graph;
  }

  get history(): ChangeHistory {
    return this.storage.history;
  }

  /** How far the reading of all notes is; null once it is done. */
  get progress(): IndexProgress | null {
    return this.read;
  }

  /** In the time zone of the person who looks at the notes. */
  today(): PlainDate {
    return window.moment().format('YYYY-MM-DD');
  }

  /** Resolves once all notes are read and all changes that were heard of are followed. */
  async whenCurrent(): Promise<void> {
    await this.ready;
    if (this.burst !== null) this.followNow();
    await this.following;
  }

  /** Tells of every change of the graph; gives back how to stop. */
  onUpdate(listener: (update: IndexUpdate) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells when `progress` has changed; gives back how to stop. */
  onProgress(listener: () => void): () => void {
    this.progressListeners.add(listener);
    return () => this.progressListeners.delete(listener);
  }

  /** Reads all notes, with other settings where they are given. A reading that goes on is given up for it. */
  start(settings: Settings = this.settings): Promise<void> {
    this.opened = this.open(settings);
    this.setProgress({ done: 0, all: 0 });
    const reading = this.openAndRead(this.opened);
    this.ready = reading;
    // Whoever waited for the first reading waits for this one.
    void reading.then(() => this.begun?.());
    return reading;
  }

  close(): void {
    this.isClosed = true;
    if (this.burst !== null) window.clearTimeout(this.burst);
    this.listeners.clear();
    this.progressListeners.clear();
  }

  /** A note was made or saved, or lies at another path than before. */
  noteWritten(path: NotePath): void {
    this.gone.delete(path);
    this.written.add(path);
    this.followSoon();
  }

  noteGone(path: NotePath): void {
    this.written.delete(path);
    this.gone.add(path);
    this.followSoon();
  }

  private open(settings: Settings): Opened {
    const host = new ObsidianVault(this.app, settings);
    const vault = new AccountVault(host, settings, (yaml): unknown => parseYaml(yaml), this.storage.history);
    return { settings, host, vault };
  }

  private async openAndRead(before: Opened): Promise<void> {
    this.storage = await this.openStorage(before.settings);
    if (this.isOver(before)) return;
    this.opened = this.open(before.settings);
    await this.readAll(this.opened);
  }

  private isOver(opened: Opened): boolean {
    return this.isClosed || this.opened !== opened;
  }

  /** What the cache knows first, so that there is something to see; then what it does not know or knows otherwise. */
  private async readAll(opened: Opened): Promise<void> {
    const files = new Map(opened.host.files().map((file) => [file.path, file]));
    const pause = breather();
    const outdated = await this.takeCached(opened, files, pause);
    const all = files.size;
    const unread = [...files.values()].filter(({ path }) => !outdated.same.has(path) && !outdated.stale.has(path));
    let done = all - unread.length;
    let toCache: CachedNote[] = [];
    for (const file of unread) {
      if (this.isOver(opened)) return;
      const note = await opened.vault.read(file.path);
      if (note) toCache.push({ ...file, ...note });
      if (toCache.length >= CACHED_AT_ONCE) await this.keep(toCache.splice(0), []);
      this.setProgress({ done: ++done, all });
      await pause();
    }
    while (!this.isOver(opened) && opened.vault.graph.linkSome(LINKED_AT_ONCE)) await pause();
    if (this.isOver(opened)) return;
    const written = [...outdated.stale.keys()];
    const isFirst = outdated.same.size + outdated.stale.size === 0;
    const { accounts, parsed } = await opened.vault.follow(
      { written, gone: outdated.gone, known: outdated.stale },
      pause,
    );
    if (this.isOver(opened)) return;
    // What no start has seen yet is new to the cache, so that the accounts of these notes may be behind as well.
    const added = isFirst ? [] : unread.flatMap(({ path }) => opened.vault.accountsOf(path));
    this.setProgress(null);
    this.tell({ accounts: [...new Set([...accounts, ...added])], paths: [], atStart: true });
    toCache = [...toCache, ...withFiles(parsed, files)];
    while (toCache.length > 0) {
      await this.keep(toCache.splice(0, CACHED_AT_ONCE), []);
      await pause();
    }
    await this.keep([], outdated.gone);
  }

  /** Also notes whose file is another now or gone are taken over at first, to know what they fed. */
  private async takeCached(
    opened: Opened,
    files: ReadonlyMap<NotePath, NoteFile>,
    pause: () => Promise<void>,
  ): Promise<{ same: Set<NotePath>; stale: Map<NotePath, ParsedNote>; gone: NotePath[] }> {
    const found = { same: new Set<NotePath>(), stale: new Map<NotePath, ParsedNote>(), gone: [] as NotePath[] };
    for await (const part of cachedParts(this.storage.cache)) {
      for (const note of part) {
        if (this.isOver(opened)) return found;
        opened.vault.add(note.path, note.content);
        const file = files.get(note.path);
        if (!file) found.gone.push(note.path);
        else if (file.mtime === note.mtime && file.size === note.size) found.same.add(note.path);
        else found.stale.set(note.path, note);
        await pause();
      }
      this.setProgress({ done: found.same.size, all: files.size });
    }
    return found;
  }

  private followSoon(): void {
    this.burst ??= window.setTimeout(() => {
      this.followNow();
    }, BURST);
  }

  private followNow(): void {
    if (this.burst !== null) window.clearTimeout(this.burst);
    this.burst = null;
    this.following = this.following.then(() => this.ready).then(() => this.follow());
  }

  private async follow(): Promise<void> {
    if (this.isClosed) return;
    const opened = this.opened;
    const [written, gone] = [[...this.written], [...this.gone]];
    this.written.clear();
    this.gone.clear();
    // Looked up before the notes are read: a note that is saved meanwhile then has another time than its entry.
    const files = new Map(written.flatMap((path) => opened.host.stat(path) ?? []).map((file) => [file.path, file]));
    const { accounts, parsed } = await opened.vault.follow({ written, gone }, breather());
    if (this.isOver(opened)) return;
    this.tell({ accounts, paths: [...written, ...gone], atStart: false });
    await this.keep(withFiles(parsed, files), gone);
  }

  /** A cache that cannot be written costs time at the next start, and nothing else. */
  private async keep(notes: readonly CachedNote[], gone: readonly NotePath[]): Promise<void> {
    const { cache } = this.storage;
    if (!cache) return;
    try {
      if (notes.length > 0) await cache.put(notes);
      if (gone.length > 0) await cache.remove(gone);
    } catch (error) {
      console.warn('Account Pages reads some notes anew at the next start, because its cache failed:', error);
    }
  }

  private tell(update: IndexUpdate): void {
    for (const listener of [...this.listeners]) listener(update);
  }

  private setProgress(progress: IndexProgress | null): void {
    this.read = progress;
    for (const listener of [...this.progressListeners]) listener();
  }
}

/** A cache that cannot be read is none. */
async function* cachedParts(cache: NoteCache | null): AsyncIterable<readonly CachedNote[]> {
  if (!cache) return;
  try {
    yield* cache.read();
  } catch (error) {
    console.warn('Account Pages reads all notes anew, because its cache could not be read:', error);
  }
}

function withFiles(parsed: ReadonlyMap<NotePath, ParsedNote>, files: ReadonlyMap<NotePath, NoteFile>): CachedNote[] {
  return [...parsed].flatMap(([path, note]) => {
    const file = files.get(path);
    return file ? [{ ...file, ...note }] : [];
  });
}
