import { Notice, type App } from 'obsidian';
import { missingPages, pathOfNewPage, textOfNewPage, type MissingPage } from '../core/compose/new-page.ts';
import type { Account } from '../core/link/directory.ts';
import { takeLedger } from '../core/merge/ledger.ts';
import { compareProblems, type Problem } from '../core/problem.ts';
import { reasonOf } from '../core/reason-of.ts';
import { folderOf, type NotePath } from '../core/vault.ts';
import type { Rebuild, RebuiltPage } from '../core/write/account-vault.ts';
import type { AccountIndex } from './account-index.ts';
import type { AutomaticRefresh } from './automatic-refresh.ts';
import { breather } from './breather.ts';
import { texts } from './i18n/texts.ts';
import type { SettingsStore } from './settings-store.ts';
import { openNote } from './ui/open-note.ts';
import { PreviewModal, type PreviewedPage } from './ui/preview-modal.ts';
import { ProblemsModal } from './ui/problems-modal.ts';
import { ProgressNotice } from './ui/progress-notice.ts';
import { changesOf, SummaryModal } from './ui/summary-modal.ts';

/** What a person can have done with account pages: rebuild, preview, create, and see what is wrong. */
export class PageActions {
  private isRebuildingAll = false;

  constructor(
    private readonly app: App,
    private readonly index: AccountIndex,
    private readonly store: SettingsStore,
    private readonly refresh: AutomaticRefresh,
  ) {}

  /** The accounts that the open note is about: its own where it is a page, else the ones it is linked to. */
  accountsHere(): readonly Account[] {
    const file = this.app.workspace.getActiveFile();
    return file ? this.index.vault.accountsOf(file.path).filter(({ path }) => path !== null) : [];
  }

  /** All accounts that have a page. */
  accountsWithPage(): readonly Account[] {
    return this.index.graph.accounts().filter(({ path }) => path !== null);
  }

  /** Brings pages up to date; one that was never written is shown first, where the settings want that. */
  async rebuild(accounts: readonly Account[]): Promise<void> {
    await this.index.whenCurrent();
    const current = this.again(accounts);
    if (!(await this.isAgreed(current))) return;
    const { pages, problems } = await this.bringUpToDate(current);
    new Notice(summaryOf(pages, problems), problems.length > 0 ? 10_000 : undefined);
  }

  /** Shows what a rebuild would change, and does it where it is agreed to. */
  async preview(accounts: readonly Account[]): Promise<void> {
    await this.index.whenCurrent();
    const current = this.again(accounts);
    if ((await this.askAbout(current)) !== 'rebuild') return;
    const { pages, problems } = await this.bringUpToDate(current);
    new Notice(summaryOf(pages, problems));
  }

  /** Brings pages up to date without asking or telling, for those who do either in their own way. */
  async bringUpToDate(accounts: readonly Account[]): Promise<Rebuild> {
    const rebuild = await this.index.vault.rebuildPages(accounts, this.index.today(), now());
    for (const account of accounts) this.refresh.rebuilt(account);
    return rebuild;
  }

  /** Brings all pages up to date, in slices, with the way to stop it; then says what changed. */
  async rebuildAll(): Promise<void> {
    if (this.isRebuildingAll) {
      new Notice(texts.rebuild.alreadyRunning);
      return;
    }
    this.isRebuildingAll = true;
    let isCancelled = false;
    const progress = new ProgressNotice(() => {
      isCancelled = true;
    });
    try {
      await this.index.whenCurrent();
      const accounts = this.accountsWithPage();
      if (!(await this.isAgreed(accounts))) return;
      const pause = breather();
      const next = async (done: number) => {
        progress.set(texts.rebuild.progress(done, accounts.length));
        await pause();
        return !isCancelled;
      };
      const rebuild = await this.index.vault.rebuildPages(accounts, this.index.today(), now(), next);
      for (const { account } of rebuild.pages) this.refresh.rebuilt(account);
      const problems = this.withVaultProblems(rebuild.problems);
      new SummaryModal(this.app, { ...rebuild, problems }, isCancelled, () => {
        new ProblemsModal(this.app, problems).open();
      }).open();
    } finally {
      progress.close();
      this.isRebuildingAll = false;
    }
  }

  /** Lists what is wrong with notes, pages and settings. */
  async showProblems(): Promise<void> {
    const progress = new ProgressNotice(null);
    try {
      await this.index.whenCurrent();
      progress.set(texts.rebuild.checking);
      const pause = breather();
      const next = async () => {
        await pause();
        return true;
      };
      const { problems } = await this.index.vault.rebuildPages(this.accountsWithPage(), this.index.today(), null, next);
      new ProblemsModal(this.app, this.withVaultProblems(problems)).open();
    } finally {
      progress.close();
    }
  }

  /** Accounts that notes name and that have no page yet. */
  missingPages(): MissingPage[] {
    return missingPages(this.index.graph, this.index.settings);
  }

  /** Makes a page, opens it and rebuilds it. Rejects where the file cannot be made. */
  async createPage(missing: MissingPage): Promise<void> {
    const { graph, settings } = this.index;
    const path = pathOfNewPage(missing, graph, settings);
    if (this.app.vault.getAbstractFileByPath(path)) throw new Error(texts.reasons.pathTaken(path));
    const text = textOfNewPage(missing.name, await this.template(), this.index.today());
    await this.makeFolder(folderOf(path));
    await this.app.vault.create(path, text);
    this.index.noteWritten(path);
    await this.index.whenCurrent();
    await openNote(this.app, path, null);
    const account = graph.accountOfPage(path);
    if (account) await this.rebuild([account]);
    else new Notice(texts.rebuild.createdButNotRead(path), 0);
  }

  /** The accounts as they are now: the graph may have been read anew since they were chosen. */
  private again(accounts: readonly Account[]): readonly Account[] {
    const ids = new Set(accounts.map(({ id }) => id));
    return this.accountsWithPage().filter(({ id }) => ids.has(id));
  }

  /** Pages that the plugin never wrote are shown first, where the settings want that. */
  private async isAgreed(accounts: readonly Account[]): Promise<boolean> {
    if (!this.index.settings.previewFirst) return true;
    const unknown = await this.neverWritten(accounts);
    return unknown.length === 0 || (await this.askAbout(unknown)) === 'rebuild';
  }

  private async neverWritten(accounts: readonly Account[]): Promise<readonly Account[]> {
    const without: Account[] = [];
    const pause = breather();
    for (const account of accounts) {
      await pause();
      const page = await this.textOf(account);
      if (page !== null && takeLedger(page).ledger === null) without.push(account);
    }
    return without;
  }

  private async askAbout(accounts: readonly Account[]): Promise<'rebuild' | 'cancel' | null> {
    const pages: PreviewedPage[] = [];
    const pause = breather();
    for (const account of accounts) {
      await pause();
      const page = await this.textOf(account);
      if (page === null) continue;
      pages.push({ name: account.name, plan: this.index.vault.plan(account, page, this.index.today()) });
    }
    return new PreviewModal(this.app, pages).ask();
  }

  /** null where it cannot be read, which the rebuild itself says. */
  private textOf({ path }: Account): Promise<string | null> {
    return this.index.host.current(path ?? '').catch(() => null);
  }

  private withVaultProblems(ofPages: readonly Problem[]): readonly Problem[] {
    return [...this.store.problems, ...this.index.vault.problems(), ...ofPages].sort(compareProblems);
  }

  private async template(): Promise<string | null> {
    const path = this.index.settings.pageTemplate.trim();
    if (path === '') return null;
    const file =
      this.app.vault.getFileByPath(path) ?? this.app.vault.getFileByPath(path.endsWith('.md') ? path : `${path}.md`);
    if (!file) throw new Error(texts.reasons.templateGone(path));
    return this.app.vault.read(file);
  }

  private async makeFolder(path: NotePath): Promise<void> {
    if (path === '' || this.app.vault.getFolderByPath(path)) return;
    await this.makeFolder(folderOf(path));
    await this.app.vault.createFolder(path);
  }
}

/** Names a run: a later one sorts after an earlier one. */
function now(): string {
  return new Date().toISOString();
}

/** What rebuilding a few pages did, in a line each. */
function summaryOf(pages: readonly RebuiltPage[], problems: readonly Problem[]): string {
  const lines = pages.map(({ account, changed, sections }) =>
    changed ? texts.rebuild.rebuilt(account.name, changesOf(sections)) : texts.rebuild.isCurrent(account.name),
  );
  const unwritten = problems.filter(({ code }) => code === 'page-not-written');
  for (const problem of unwritten) lines.push(`${problem.path}: ${texts.problems.say(problem).message}`);
  const others = problems.length - unwritten.length;
  if (others > 0) lines.push(texts.rebuild.problemsFound(others));
  return lines.join('\n');
}

/** Runs what a person asked for; what goes wrong is told with the effect first. */
export function attempt(failure: (reason: string) => string, work: Promise<void>): void {
  work.catch((error: unknown) => {
    new Notice(failure(reasonOf(error)), 10_000);
  });
}
