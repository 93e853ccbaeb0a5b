import type { OpenViewState, PaneType, Side } from 'obsidian/obsidian.d.ts';
import type { App } from './app.ts';
import type { Editor } from './editor.ts';
import { Events, type EventRef } from './events.ts';
import type { TFile } from './files.ts';
import { WorkspaceLeaf, type LeafSide } from './headless-leaf.ts';
import { MarkdownView, View } from './headless-views.ts';
import { debounce, parseLinktext } from './helpers.ts';
import type { EditedNote, LeafPort, ViewPort, WorkspacePort } from './workspace-port.ts';

/**
 * Leaves without a screen. Events come in this order when a note is opened: `layout-change` where a view was made,
 * `active-leaf-change` where another leaf is in use now, `file-open` where another file is. The order is assumed:
 * obsidian.d.ts has none.
 */
export class HeadlessWorkspace extends Events implements WorkspacePort {
  layoutReady = false;
  private readonly leaves: WorkspaceLeaf[] = [];
  private readonly whenReady: (() => unknown)[] = [];
  private activeLeaf: WorkspaceLeaf | null = null;
  private activeFile: TFile | null = null;

  constructor(readonly app: App) {
    super();
  }

  /** There is no layout to keep. */
  readonly requestSaveLayout = debounce(() => undefined, 500);

  override on(name: 'file-open', listener: (file: TFile | null) => unknown, ctx?: unknown): EventRef;
  override on(name: 'active-leaf-change', listener: (leaf: LeafPort | null) => unknown, ctx?: unknown): EventRef;
  override on(name: 'editor-change', listener: (editor: Editor, note: EditedNote) => unknown, ctx?: unknown): EventRef;
  override on(name: string, listener: (...data: unknown[]) => unknown, ctx?: unknown): EventRef;
  override on(name: string, listener: (...data: never[]) => unknown, ctx?: unknown): EventRef {
    return this.listen(name, listener, ctx);
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.whenReady.push(callback);
  }

  /** For a test to decide when the layout is there. */
  setLayoutReady(): void {
    if (this.layoutReady) return;
    this.layoutReady = true;
    for (const callback of this.whenReady.splice(0)) callback();
    this.trigger('layout-change');
  }

  /** The note in use, or the last one that was. */
  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    return view instanceof MarkdownView ? view.file : this.activeFile;
  }

  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getEditedNote(): MarkdownView | null {
    const view = this.getActiveViewOfType(MarkdownView);
    return view?.getMode() === 'source' ? view : null;
  }

  /** Without an argument the leaf in use or a new one; otherwise a new one. */
  getLeaf(newLeaf: PaneType | boolean = false): WorkspaceLeaf {
    const mains = this.leaves.filter(({ side }) => side === 'main');
    const active = this.activeLeaf?.side === 'main' ? this.activeLeaf : mains[mains.length - 1];
    return newLeaf === false && active ? active : this.addLeaf('main');
  }

  getLeftLeaf(_split: boolean): WorkspaceLeaf {
    return this.addLeaf('left');
  }

  getRightLeaf(_split: boolean): WorkspaceLeaf {
    return this.addLeaf('right');
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.leaves.filter(({ view }) => view.getViewType() === viewType);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of [...this.leaves]) callback(leaf);
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.leaves.filter(({ side }) => side === 'main')) callback(leaf);
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    { active = true, reveal = true, state = {} }: Parameters<WorkspacePort['ensureSideLeaf']>[2] = {},
  ): Promise<WorkspaceLeaf> {
    const leaf = this.getLeavesOfType(type)[0] ?? this.addLeaf(side);
    if (leaf.view.getViewType() !== type) await leaf.setViewState({ type, state });
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf);
    return leaf;
  }

  /** Resolves once the leaf's view is made. */
  async revealLeaf(leaf: LeafPort): Promise<void> {
    await leaf.loadIfDeferred();
  }

  setActiveLeaf(leaf: WorkspaceLeaf): void {
    if (leaf !== this.activeLeaf) {
      this.activeLeaf = leaf;
      this.trigger('active-leaf-change', leaf);
    }
    this.viewChanged(leaf);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  viewTypeRemoved(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.defer(leaf.getViewState());
  }

  /** Opens the note that a link means, which is made at the vault's top where it is not there. */
  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf: PaneType | boolean = false,
    openViewState: OpenViewState = {},
  ): Promise<void> {
    const { path } = parseLinktext(linktext);
    const file =
      this.app.metadataCache.getFirstLinkpathDest(path, sourcePath) ??
      (await this.app.vault.create(path.endsWith('.md') ? path : `${path}.md`, ''));
    await this.getLeaf(newLeaf).openFile(file, openViewState);
  }

  /** Called by a leaf. A type that no plugin has registered cannot be shown. */
  createView(type: string, leaf: WorkspaceLeaf): ViewPort {
    if (type === 'markdown') return new MarkdownView(leaf);
    const create = this.app.views.get(type);
    if (!create) throw new Error(`No plugin has a view of type “${type}”.`);
    const view: unknown = Reflect.apply(create, undefined, [leaf]);
    if (!(view instanceof View)) throw new Error(`What was made for type “${type}” is no view.`);
    return view;
  }

  /** Called by a leaf whose view shows something else now. */
  viewChanged(leaf: WorkspaceLeaf): void {
    if (leaf !== this.activeLeaf || !(leaf.view instanceof MarkdownView)) return;
    if (leaf.view.file === this.activeFile) return;
    this.activeFile = leaf.view.file;
    this.trigger('file-open', this.activeFile);
  }

  /** Called by a leaf that goes; false where it is gone already. */
  remove(leaf: WorkspaceLeaf): boolean {
    const index = this.leaves.indexOf(leaf);
    if (index < 0) return false;
    this.leaves.splice(index, 1);
    if (leaf === this.activeLeaf) {
      this.activeLeaf = null;
      this.trigger('active-leaf-change', null);
    }
    this.trigger('layout-change');
    return true;
  }

  private addLeaf(side: LeafSide): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this, side);
    this.leaves.push(leaf);
    return leaf;
  }
}
