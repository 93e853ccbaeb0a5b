import type { ViewStateResult } from 'obsidian/obsidian.d.ts';
import { Component } from './component.ts';
import { TFile } from './files.ts';
import { HeadlessEditor } from './headless-editor.ts';
import type { WorkspaceLeaf } from './headless-leaf.ts';
import { debounce } from './helpers.ts';
import { inertElement } from './inert-element.ts';

/** From obsidian.d.ts: a note is saved two seconds after the last edit. */
const SAVE_DELAY = 2000;

/** What a leaf holds. Its elements take what is put into them and show nothing. */
export abstract class View extends Component {
  readonly app: WorkspaceLeaf['app'];
  readonly containerEl: HTMLElement = inertElement('containerEl');
  icon = 'file';
  navigation = false;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  getIcon(): string {
    return this.icon;
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(_state: unknown, _result: ViewStateResult): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    return undefined;
  }

  onResize(): void {
    return undefined;
  }

  /** Called by the leaf. */
  async open(): Promise<void> {
    await this.load();
    await this.onOpen();
  }

  /** Called by the leaf. */
  async close(): Promise<void> {
    await this.onClose();
    this.unload();
  }

  protected onOpen(): Promise<void> {
    return Promise.resolve();
  }

  protected onClose(): Promise<void> {
    return Promise.resolve();
  }
}

export abstract class ItemView extends View {
  readonly contentEl: HTMLElement = inertElement('contentEl');

  addAction(icon: string, _title: string, _callback: (event: MouseEvent) => unknown): HTMLElement {
    return inertElement(`action ${icon}`);
  }
}

export class EmptyView extends View {
  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }
}

/** Stands in a leaf in the background until it is revealed: it names the type of a view without being one. */
export class DeferredView extends View {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly viewType: string,
    private readonly state: Record<string, unknown>,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return this.viewType;
  }

  getDisplayText(): string {
    return this.viewType;
  }

  override getState(): Record<string, unknown> {
    return this.state;
  }
}

/**
 * An open note with its editor. It is saved two seconds after the last edit, and follows the file on disk as long as it
 * has nothing to save.
 *
 * Assumed, for want of a rule in obsidian.d.ts: where the file changes while there is something to save, the editor
 * keeps what it has and its save wins. The app merges the two.
 */
export class MarkdownView extends ItemView {
  override icon = 'file-text';
  override navigation = true;
  file: TFile | null = null;
  /** The text as it was last read or saved. */
  data = '';
  readonly editor = new HeadlessEditor(() => {
    this.requestSave();
    this.app.workspace.trigger('editor-change', this.editor, this);
    if (this.file) this.app.workspace.trigger('quick-preview', this.file, this.editor.getValue());
  });
  private mode: 'source' | 'preview' = 'source';
  private unsaved = false;
  private readonly saveLater = debounce(() => this.save(), SAVE_DELAY, true);

  readonly requestSave = (): void => {
    this.unsaved = true;
    this.saveLater();
  };

  override onload(): void {
    const { vault } = this.app;
    this.registerEvent(
      vault.on('modify', (file) => {
        if (file === this.file) void this.readFile(false);
      }),
    );
    this.registerEvent(
      vault.on('delete', (file) => {
        if (file === this.file) this.leaf.detach();
      }),
    );
  }

  getViewType(): string {
    return 'markdown';
  }

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  getMode(): 'source' | 'preview' {
    return this.mode;
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  setViewData(data: string, clear: boolean): void {
    this.data = data;
    this.editor.load(data, clear);
  }

  clear(): void {
    this.setViewData('', true);
  }

  override getState(): Record<string, unknown> {
    return { file: this.file?.path ?? null, mode: this.mode };
  }

  /** Opens the file that the state names, once the one before it is saved. */
  override async setState(state: unknown, _result: ViewStateResult): Promise<void> {
    const { file, mode } = stateOf(state);
    if (mode) this.mode = mode;
    const opened = file === null ? null : this.app.vault.getFileByPath(file);
    if (!opened || opened === this.file) return;
    await this.saveNow();
    this.file = opened;
    await this.readFile(true);
  }

  /** Writes what the editor holds, where that differs from what was last read or saved. */
  async save(): Promise<void> {
    const { file } = this;
    const text = this.editor.getValue();
    this.unsaved = false;
    if (!file || text === this.data) return;
    this.data = text;
    await this.app.vault.modify(file, text);
  }

  /** Closing a note saves it, unless its file is gone. */
  protected override async onClose(): Promise<void> {
    await this.saveNow();
  }

  private async saveNow(): Promise<void> {
    this.saveLater.cancel();
    if (this.unsaved && this.file && this.app.vault.getFileByPath(this.file.path)) await this.save();
    this.unsaved = false;
  }

  private async readFile(clear: boolean): Promise<void> {
    if (!this.file) return;
    const text = await this.app.vault.read(this.file);
    // Typed meanwhile, or the view's own save coming back.
    if (this.unsaved || (!clear && text === this.data)) return;
    this.setViewData(text, clear);
  }
}

function stateOf(state: unknown): { file: string | null; mode: 'source' | 'preview' | null } {
  const { file, mode } = (typeof state === 'object' && state !== null ? state : {}) as Record<string, unknown>;
  return {
    file: typeof file === 'string' ? file : null,
    mode: mode === 'source' || mode === 'preview' ? mode : null,
  };
}
