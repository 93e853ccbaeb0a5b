import type { ViewStateResult } from 'obsidian';
import { stripHeading } from '../helpers.ts';
import { CodeEditor } from './code-editor.ts';
import type { HoverPopover } from './hover.ts';
import { setIcon } from './icons.ts';
import type { WorkspaceLeaf } from './leaf.ts';
import { MarkdownPreview } from './markdown-preview.ts';
import { Menu } from './menu.ts';
import { TextFileView, valueOf } from './text-file-view.ts';
import { setTooltip } from './tooltip.ts';

type Mode = 'source' | 'preview';

/** A note: to read, or its source to edit. */
export class MarkdownView extends TextFileView {
  readonly editor: CodeEditor;
  readonly previewMode: MarkdownPreview;
  hoverPopover: HoverPopover | null = null;
  override icon = 'file-text';
  private mode: Mode = 'preview';
  private asLoaded = '';
  private readonly sourceEl: HTMLElement;
  private readonly modeButton: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.sourceEl = this.contentEl.createDiv('markdown-source-view');
    this.editor = new CodeEditor(this.sourceEl, () => {
      this.requestSave();
      // A command may change a note that is being read.
      if (this.mode === 'preview') this.previewMode.set(this.getViewData());
      this.app.workspace.editorChanged(this.editor, this);
    });
    this.previewMode = new MarkdownPreview(this, this.contentEl);
    this.modeButton = this.addAction('pencil', '', () => {
      this.setMode(this.mode === 'preview' ? 'source' : 'preview');
    });
    this.contentEl.addEventListener('keydown', (event) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void this.saveOrSay();
    });
    this.sourceEl.addEventListener('contextmenu', (event) => {
      this.showEditorMenu(event);
    });
    this.register(() => {
      this.editor.destroy();
    });
    this.applyMode();
  }

  get currentMode(): MarkdownPreview | CodeEditor {
    return this.mode === 'preview' ? this.previewMode : this.editor;
  }

  getViewType(): string {
    return 'markdown';
  }

  getMode(): Mode {
    return this.mode;
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  /** The editor knows one kind of line end only: the file's own are kept, and one that nobody edited is as it was. */
  getViewData(): string {
    const text = this.editor.getValue();
    if (text === this.asLoaded.replace(/\r\n?/g, '\n')) return this.asLoaded;
    return this.asLoaded.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  }

  /** @param clear true for another file's text; otherwise the text changed outside, and where is shown */
  setViewData(data: string, clear: boolean): void {
    this.data = data;
    this.asLoaded = data;
    this.editor.load(data);
    if (this.mode === 'preview') this.previewMode.set(data, !clear);
    if (clear) this.previewMode.applyScroll(0);
  }

  clear(): void {
    this.asLoaded = '';
    this.editor.load('');
    this.previewMode.clear();
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: true };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const mode = valueOf(state, 'mode');
    if (mode === 'source' || mode === 'preview') this.setMode(mode);
  }

  override getEphemeralState(): Record<string, unknown> {
    return {
      scroll: this.previewMode.getScroll(),
      cursor: { from: this.editor.getCursor(), to: this.editor.getCursor() },
    };
  }

  /** Where to look: a line, or what stands behind the `#` of a link. */
  override setEphemeralState(state: unknown): void {
    const line = valueOf(state, 'line');
    const subpath = valueOf(state, 'subpath');
    if (typeof line === 'number') this.showLine(line);
    else if (typeof subpath === 'string' && subpath !== '') this.showLine(this.lineOf(subpath));
    if (valueOf(state, 'focus') === true && this.mode === 'source') this.editor.focus();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    menu.addItem((item) =>
      item
        .setTitle('Reading view')
        .setIcon('book-open')
        .setSection('view')
        .setChecked(this.mode === 'preview')
        .onClick(() => {
          this.setMode(this.mode === 'preview' ? 'source' : 'preview');
        }),
    );
    if (this.file) this.app.workspace.trigger('file-menu', menu, this.file, source, this.leaf);
  }

  setMode(mode: Mode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    this.applyMode();
    this.leaf.workspace.viewChanged(this.leaf);
  }

  /** A line changed in reading view, which is saved at once. */
  changeLine(line: number, text: string): void {
    this.editor.setLine(line, text);
    void this.saveOrSay();
  }

  private applyMode(): void {
    const reading = this.mode === 'preview';
    this.sourceEl.toggle(!reading);
    this.previewMode.containerEl.toggle(reading);
    setIcon(this.modeButton, reading ? 'pencil' : 'book-open');
    setTooltip(this.modeButton, reading ? 'Currently reading: edit the source' : 'Currently editing: read');
    if (reading) this.previewMode.set(this.getViewData());
    else this.editor.refresh();
  }

  private showLine(line: number): void {
    if (line < 0) return;
    if (this.mode === 'preview') this.previewMode.showLine(line);
    else {
      const position = { line, ch: 0 };
      this.editor.setCursor(position);
      this.editor.scrollIntoView({ from: position, to: position }, true);
    }
  }

  /** The line that `#Heading` or `#^block` of a link means, or −1. */
  private lineOf(subpath: string): number {
    const lines = this.getViewData().split('\n');
    const name = subpath.replace(/^#/, '').split('#').at(-1) ?? '';
    if (name.startsWith('^'))
      return lines.findIndex((line) => line.trimEnd().endsWith(` ${name}`) || line.trim() === name);
    const wanted = stripHeading(name).toLowerCase();
    return lines.findIndex(
      (line) => /^#{1,6}\s/.test(line) && stripHeading(line.replace(/^#+\s+/, '')).toLowerCase() === wanted,
    );
  }

  private showEditorMenu(event: MouseEvent): void {
    const menu = new Menu();
    this.app.workspace.trigger('editor-menu', menu, this.editor, this);
    if (menu.isEmpty()) return;
    event.preventDefault();
    menu.showAtMouseEvent(event);
  }
}
