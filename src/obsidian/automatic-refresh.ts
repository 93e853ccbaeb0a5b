import { Notice, type App } from 'obsidian';
import type { Account } from '../core/link/directory.ts';
import { takeLedger } from '../core/merge/ledger.ts';
import { reasonOf } from '../core/reason-of.ts';
import type { NotePath } from '../core/vault.ts';
import type { AccountIndex, IndexUpdate } from './account-index.ts';
import { breather } from './breather.ts';
import { texts } from './i18n/texts.ts';
import { RefreshQueue } from './refresh-queue.ts';
import { DEVICE_VALUES } from './storage/device-values.ts';

/** After a start a sync may still bring notes; nothing is written before it had this long. In milliseconds. */
const SILENCE_AFTER_START = 10_000;
/** Also while somebody types without a pause, pages are refreshed this often. In milliseconds. */
const LONGEST_WAIT = 10_000;
/** How long after a key a saved note counts as typed on this device: the app saves two seconds after the last one. */
const TYPED_WITHIN = 15_000;
/** Why a page could not be written is told once in this time. In milliseconds. */
const SAME_NOTICE_AFTER = 600_000;

/** Whether this device takes part; each decides for itself, outside the vault, so that no sync carries it. */
export class DeviceSwitch {
  constructor(private readonly app: App) {}

  get isOn(): boolean {
    return this.app.loadLocalStorage(DEVICE_VALUES.refresh) !== 'off';
  }

  set(isOn: boolean): void {
    this.app.saveLocalStorage(DEVICE_VALUES.refresh, isOn ? null : 'off');
  }
}

/**
 * Keeps pages current as their notes change. Only pages that a rebuild has already written are touched: the first time
 * somebody asks for it. A page's own text is no source of it, so that writing a page refreshes nothing.
 */
export class AutomaticRefresh {
  private readonly queue: RefreshQueue<string>;
  private readonly typedAt = new Map<NotePath, number>();
  private readonly identities = new Map<NotePath, string>();
  private readonly toldAt = new Map<NotePath, number>();
  private readonly stopListening: () => void;

  constructor(
    private readonly index: AccountIndex,
    private readonly device: DeviceSwitch,
  ) {
    this.queue = new RefreshQueue(
      () => ({ quiet: index.settings.refreshDelay * 1000, longest: LONGEST_WAIT }),
      (ids) => this.refresh(ids),
      (id) => {
        this.tellOfPause(id);
      },
    );
    this.stopListening = index.onUpdate((update) => {
      this.follow(update);
    });
  }

  get isOn(): boolean {
    return this.index.settings.automaticRefresh && this.device.isOn;
  }

  /** The app's window stands; from now on the silence counts. */
  begin(): void {
    this.queue.openAfter(SILENCE_AFTER_START);
  }

  /** Somebody types into a note. */
  typed(path: NotePath | null): void {
    if (path !== null) this.typedAt.set(path, Date.now());
    this.queue.stir();
  }

  /** It was switched on: what changed while it was off is caught up with. */
  catchUp(): void {
    if (!this.isOn) return;
    this.queue.add(
      this.index.graph.accounts().map(({ id }) => id),
      true,
    );
  }

  /** A page was rebuilt because somebody asked for it. */
  rebuilt(account: Account): void {
    this.queue.settle(account.id);
  }

  close(): void {
    this.stopListening();
    this.queue.close();
  }

  private follow({ accounts, paths, atStart }: IndexUpdate): void {
    if (atStart) this.rememberPages();
    const isNews = this.news(paths);
    if (!this.isOn || (paths.length > 0 && !isNews)) return;
    const now = Date.now();
    const byHand = paths.some((path) => now - (this.typedAt.get(path) ?? 0) < TYPED_WITHIN);
    for (const [path, time] of this.typedAt) if (now - time >= TYPED_WITHIN) this.typedAt.delete(path);
    this.queue.add(
      accounts.map(({ id }) => id),
      byHand,
    );
  }

  /** Whether one of the notes may have changed what a page says. Of a page only its names and addresses do. */
  private news(paths: readonly NotePath[]): boolean {
    return paths.map((path) => this.isNews(path)).includes(true);
  }

  private isNews(path: NotePath): boolean {
    const before = this.identities.get(path);
    const identity = this.identityOf(path);
    if (identity === null) return !this.identities.delete(path);
    this.identities.set(path, identity);
    return before !== undefined && before !== identity;
  }

  private rememberPages(): void {
    this.identities.clear();
    for (const { path } of this.index.graph.accounts()) {
      const identity = path === null ? null : this.identityOf(path);
      if (path !== null && identity !== null) this.identities.set(path, identity);
    }
  }

  /** What a page says of its account beside what is written there; null for any other note. */
  private identityOf(path: NotePath): string | null {
    const note = this.index.graph.get(path);
    if (note?.kind !== 'page') return null;
    const { title, type, tags, aliases, domains } = note.content;
    return JSON.stringify([title, type, tags, aliases, domains]);
  }

  private async refresh(ids: readonly string[]): Promise<readonly string[]> {
    if (!this.isOn) return [];
    await this.index.whenCurrent();
    const { vault, graph } = this.index;
    const accounts: Account[] = [];
    for (const account of graph.accounts()) {
      if (ids.includes(account.id) && (await this.isKept(account))) accounts.push(account);
    }
    const pause = breather();
    const next = async () => {
      await pause();
      return this.isOn;
    };
    const run = new Date().toISOString();
    const { pages, problems } = await vault.rebuildPages(accounts, this.index.today(), run, next);
    for (const problem of problems.filter(({ code }) => code === 'page-not-written')) {
      this.tellOnce(problem.path, texts.problems.say(problem).message);
    }
    return pages.filter(({ changed }) => changed).map(({ account }) => account.id);
  }

  /** Whether the page bears the plugin's record, which somebody's first rebuild puts there. */
  private async isKept({ path }: Account): Promise<boolean> {
    if (path === null) return false;
    try {
      return takeLedger(await this.index.host.current(path)).ledger !== null;
    } catch (error) {
      this.tellOnce(path, texts.refresh.notRead(reasonOf(error)));
      return false;
    }
  }

  private tellOnce(path: NotePath, message: string): void {
    const now = Date.now();
    if (now - (this.toldAt.get(path) ?? -SAME_NOTICE_AFTER) < SAME_NOTICE_AFTER) return;
    this.toldAt.set(path, now);
    new Notice(`${path}: ${message}`, 10_000);
  }

  private tellOfPause(id: string): void {
    const account = this.index.graph.accounts().find((known) => known.id === id);
    new Notice(texts.refresh.paused(account?.name ?? id), 0);
  }
}
