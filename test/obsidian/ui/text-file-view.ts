import { applyPatch, structuredPatch } from 'diff';
import type { ViewStateResult } from 'obsidian';
import { TFile, type TAbstractFile } from '../files.ts';
import { debounce } from '../helpers.ts';
import type { WorkspaceLeaf } from './leaf.ts';
import { Notice } from './notice.ts';
import { ItemView } from './view.ts';

/** A view of one file. */
export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.registerEvent(this.app.vault.on('rename', (file) => void this.#onVaultRename(file)));
    this.registerEvent(this.app.vault.on('delete', (file) => void this.#onVaultDelete(file)));
  }

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return { file: this.file?.path ?? null };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const path = valueOf(state, 'file');
    if (typeof path !== 'string' || path === this.file?.path) return;
    const file = this.app.vault.getFileByPath(path);
    if (file) await this.#loadFile(file);
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }

  onLoadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onUnloadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onRename(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  protected override async onClose(): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    this.file = null;
  }

  async #loadFile(file: TFile): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    this.file = file;
    await this.onLoadFile(file);
    this.#showName();
  }

  async #onVaultRename(file: TAbstractFile): Promise<void> {
    if (file !== this.file || !(file instanceof TFile)) return;
    this.#showName();
    await this.onRename(file);
  }

  #onVaultDelete(file: TAbstractFile): void {
    if (file !== this.file) return;
    this.file = null;
    this.leaf.detach();
  }

  #showName(): void {
    this.headerTitleEl.setText(this.getDisplayText());
    this.leaf.updateHeader();
  }
}

/** A view of a file whose text can be edited. */
export abstract class EditableFileView extends FileView {}

/** How long after the last change a text is saved, in milliseconds (obsidian.d.ts, `TextFileView.requestSave`). */
const SAVE_DELAY = 2000;

/** A view of a text file: it saves what is changed in it, and takes in what is changed outside. */
export abstract class TextFileView extends EditableFileView {
  data = '';
  /** What the file held when it was last read or written. */
  #onDisk = '';
  readonly #debouncedSave = debounce(() => void this.saveOrSay(), SAVE_DELAY, true);

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.registerEvent(this.app.vault.on('modify', (file) => void this.#onVaultModify(file)));
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  readonly requestSave = (): void => {
    this.#debouncedSave();
  };

  override async onLoadFile(file: TFile): Promise<void> {
    this.#onDisk = await this.app.vault.read(file);
    this.data = this.#onDisk;
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(_file: TFile): Promise<void> {
    await this.save(true);
  }

  async save(clear = false): Promise<void> {
    this.#debouncedSave.cancel();
    const { file } = this;
    const text = this.getViewData();
    if (file && text !== this.#onDisk) {
      const before = this.#onDisk;
      // Set first: the vault tells of the change before the promise is kept.
      this.#onDisk = text;
      this.data = text;
      await this.app.vault.modify(file, text).catch((error: unknown) => {
        this.#onDisk = before;
        throw error;
      });
    }
    if (clear) {
      this.clear();
      this.data = '';
      this.#onDisk = '';
    }
  }

  /** For saving that nobody waits for: where it fails a person is told. */
  protected async saveOrSay(): Promise<void> {
    try {
      await this.save();
    } catch (error) {
      new Notice(
        `“${this.getDisplayText()}” could not be saved: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  /** What was typed and not saved yet is merged with what came from outside; what does not fit is kept as typed. */
  async #onVaultModify(file: TAbstractFile): Promise<void> {
    if (file !== this.file || !(file instanceof TFile)) return;
    const outside = await this.app.vault.read(file);
    if (outside === this.#onDisk || this.file !== file) return;
    const typed = this.getViewData();
    const before = this.#onDisk;
    this.#onDisk = outside;
    this.data = typed === before ? outside : mergeTexts(before, typed, outside);
    if (this.data !== typed) this.setViewData(this.data, false);
    if (this.data !== outside) {
      new Notice(`“${file.basename}” was changed outside and is merged with what you typed.`);
      this.requestSave();
    }
  }
}

function mergeTexts(before: string, typed: string, outside: string): string {
  const merged = applyPatch(typed, structuredPatch('', '', before, outside));
  return merged === false ? typed : merged;
}

/** A value out of a state that somebody else wrote. */
export function valueOf(state: unknown, key: string): unknown {
  return typeof state === 'object' && state !== null ? Reflect.get(state, key) : undefined;
}
