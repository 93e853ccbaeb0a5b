import '../obsidian/window.ts';
import { FuzzySuggestModal, MarkdownView, Modal, Notice, type Editor } from 'obsidian';
import { expect, vi } from 'vitest';
import AccountPagesPlugin from '../../src/main.ts';
import { ButtonModal } from '../../src/obsidian/ui/button-modal.ts';
import { PreviewModal } from '../../src/obsidian/ui/preview-modal.ts';
import { HeadlessApp, manifest } from '../obsidian/headless-app.ts';
import { MemoryStore } from '../obsidian/memory-store.ts';

export const PAGE = 'Accounts/Norvane/README.md';
export const MEETING = 'Accounts/Norvane/2026-10-14 - Kick-off.md';
const DATA = '.obsidian/plugins/account-pages/data.json';

/** A vault with one account, its page and one meeting note. */
export const NORVANE = {
  [PAGE]: '---\ntype: customer\n---\n# Norvane\n',
  [MEETING]: '## Decisions\n- The pilot covers the Zaragoza depot.\n',
};

/** The plugin in an app without a screen, with simulated time. */
export class OpenedApp {
  private constructor(
    readonly app: HeadlessApp,
    readonly store: MemoryStore,
  ) {}

  /** `settings`: as they were saved; null for a vault that the plugin is new to. */
  static async start(notes: Readonly<Record<string, string>>, settings: object | null = {}): Promise<OpenedApp> {
    const store = new MemoryStore({ ...notes, ...(settings && { [DATA]: JSON.stringify(settings) }) });
    const app = new HeadlessApp(store);
    await app.start([() => new AccountPagesPlugin(app, manifest('account-pages', 'Account Pages'))]);
    const opened = new OpenedApp(app, store);
    await opened.pass(0);
    return opened;
  }

  async pass(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds);
  }

  /** Runs a command as the palette does, and waits for what it does at once. */
  async run(command: string): Promise<boolean> {
    const isThere = this.app.commands.execute(`account-pages:${command}`);
    await this.pass(0);
    return isThere;
  }

  async open(path: string): Promise<Editor> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(`there is no ${path}`);
    await this.app.workspace.getLeaf(false).openFile(file);
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    if (!view) throw new Error(`${path} did not open`);
    return view.editor;
  }

  /** Another program saves a note. */
  save(path: string, text: string): void {
    this.store.writeFromOutside(path, text);
  }

  async rename(path: string, newPath: string): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(`there is no ${path}`);
    await this.app.vault.rename(file, newPath);
  }

  text(path: string): string {
    return this.store.textOf(path) ?? '';
  }

  /** Writes of notes since the last time that this was asked. */
  takeWrites(): string[] {
    return this.store.writes.splice(0).filter((path) => path.endsWith('.md'));
  }

  /** The notices on show, which go away. */
  takeNotices(): unknown[] {
    return Notice.shown.splice(0).map(({ message }) => message);
  }

  /** The one modal that is open. */
  modal<T extends Modal>(type: abstract new (...args: never[]) => T): T {
    const [modal, ...others] = Modal.opened;
    if (!(modal instanceof type) || others.length > 0)
      throw new Error(
        `${String(Modal.opened.length)} modals are open, the first is ${String(modal?.constructor.name)}`,
      );
    return modal;
  }

  /** Presses a button of the modal that is open. */
  modalChoice(choice: unknown): void {
    this.modal(ButtonModal<unknown>).choose(choice);
  }

  /** What a list of choices offers; chooses the one that `wanted` names. */
  async choose(wanted: string): Promise<string[]> {
    const modal = this.modal(FuzzySuggestModal<unknown>);
    const items = modal.getItems();
    const names = items.map((item) => modal.getItemText(item));
    const index = names.findIndex((name) => name.includes(wanted));
    expect(index, `${wanted} among ${names.join(', ')}`).toBeGreaterThanOrEqual(0);
    modal.close();
    Reflect.apply(modal.onChooseItem.bind(modal), undefined, [items[index], {}]);
    await this.pass(0);
    return names;
  }

  /** Brings all pages up to date, and closes what tells of it. */
  async rebuildAll(): Promise<void> {
    expect(await this.run('rebuild-all')).toBe(true);
    if (Modal.opened[0] instanceof PreviewModal) this.modalChoice('rebuild');
    await this.pass(0);
    for (const modal of [...Modal.opened]) modal.close();
    this.takeWrites();
    this.takeNotices();
  }

  close(): void {
    this.app.quit();
    Modal.opened.splice(0);
    Notice.shown.splice(0);
  }
}
