import type { OpenViewState, PaneType, Side } from 'obsidian';
import type { VisibleApp } from './visible-app.ts';
import { Events, type EventRef } from '../events.ts';
import type { TFile } from '../files.ts';
import { debounce, parseLinktext } from '../helpers.ts';
import { Platform } from '../platform.ts';
import { CodeEditor } from './code-editor.ts';
import { layoutOf, restoreLayout } from './layout.ts';
import { WorkspaceLeaf } from './leaf.ts';
import { MarkdownView } from './markdown-view.ts';
import { FileView } from './text-file-view.ts';
import { EmptyView, MissingView, View } from './view.ts';
import {
  WorkspaceMobileDrawer,
  WorkspaceRibbon,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceTabs,
  type WorkspaceSplit,
} from './workspace-items.ts';

/** Where the layout is kept, per vault and device. */
const LAYOUT_KEY = 'workspace-layout';

/** What is on the screen: leaves in the middle and in two sidebars, and which of them is in use. */
export class Workspace extends Events {
  readonly containerEl: HTMLElement = createDiv('workspace');
  readonly leftRibbon: WorkspaceRibbon = new WorkspaceRibbon();
  readonly rightRibbon: WorkspaceRibbon = new WorkspaceRibbon();
  readonly leftSplit: WorkspaceSidedock;
  readonly rightSplit: WorkspaceSidedock;
  readonly rootSplit: WorkspaceRoot;
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  private readonly whenReady: (() => unknown)[] = [];
  private readonly extensions = new Map<string, string>([['md', 'markdown']]);
  private activeFile: TFile | null = null;
  private recent: string[] = [];
  private uses = 0;

  constructor(readonly app: VisibleApp) {
    super();
    const Side = Platform.isPhone ? WorkspaceMobileDrawer : WorkspaceSidedock;
    this.rootSplit = new WorkspaceRoot(this);
    this.leftSplit = new Side(this, 'left');
    this.rightSplit = new Side(this, 'right');
    const middle = [this.leftSplit, this.rootSplit, this.rightSplit].map(({ containerEl }) => containerEl);
    this.containerEl.append(this.leftRibbon.containerEl, ...middle);
  }

  readonly requestSaveLayout = debounce(() => {
    if (this.layoutReady) this.app.saveLocalStorage(LAYOUT_KEY, this.getLayout());
  }, 500);

  private readonly tellLayoutChange = debounce(() => {
    if (!this.layoutReady) return;
    this.trigger('layout-change');
    this.requestSaveLayout();
  }, 10);

  /** The editor that commands act on: that of the leaf in use. */
  get activeEditor(): MarkdownView | null {
    return this.getActiveViewOfType(MarkdownView);
  }

  /** Restores what was open, then tells whoever waits for it. Called by the host, once. */
  async start(): Promise<void> {
    await restoreLayout(this, this.app.loadLocalStorage(LAYOUT_KEY));
    if (this.rootSplit.leaves().length === 0) this.rootSplit.tabs().insert(new WorkspaceLeaf(this));
    this.layoutReady = true;
    for (const callback of this.whenReady.splice(0)) callback();
    this.trigger('layout-change');
  }

  override on(name: string, listener: (...data: never[]) => unknown, context?: unknown): EventRef {
    return this.listen(name, listener, context);
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.whenReady.push(callback);
  }

  getLayout(): Record<string, unknown> {
    return layoutOf(this);
  }

  async changeLayout(layout: unknown): Promise<void> {
    for (const leaf of this.allLeaves()) leaf.detach();
    await restoreLayout(this, layout);
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf();
    return recent && !recent.pinned ? recent : this.newTab();
  }

  /** A leaf of the middle: one in use, or a new one. There are no pop-out windows in a page: `window` gives a split. */
  getLeaf(newLeaf: PaneType | boolean = false): WorkspaceLeaf {
    if (newLeaf === false) return this.getUnpinnedLeaf();
    return newLeaf === 'split' || newLeaf === 'window' ? this.splitActiveLeaf() : this.newTab();
  }

  splitActiveLeaf(): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this);
    this.rootSplit.addTabs().insert(leaf);
    return leaf;
  }

  createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this);
    parent.tabs().insert(leaf, index);
    return leaf;
  }

  createLeafBySplit(): WorkspaceLeaf {
    return this.splitActiveLeaf();
  }

  async duplicateLeaf(leaf: WorkspaceLeaf, where: PaneType | boolean = 'split'): Promise<WorkspaceLeaf> {
    const copy = this.getLeaf(where);
    await copy.setViewState(leaf.getViewState(), leaf.getEphemeralState());
    return copy;
  }

  /** Opens what a link leads to; a note that is not there is made, as the app does. */
  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openViewState: OpenViewState = {},
  ): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    const file = this.app.metadataCache.getFirstLinkpathDest(path === '' ? sourcePath : path, sourcePath);
    const target = file ?? (await this.createNote(path, sourcePath));
    const eState = { ...openViewState.eState, ...(subpath === '' ? {} : { subpath }) };
    await this.getLeaf(newLeaf ?? false).openFile(target, { ...openViewState, eState });
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}, focus = false): void {
    const wantsFocus = typeof params === 'boolean' ? focus : params.focus === true;
    leaf.activeTime = ++this.uses;
    leaf.parent?.select(leaf);
    if (leaf !== this.activeLeaf) {
      this.activeLeaf?.containerEl.removeClass('mod-active');
      this.activeLeaf = leaf;
      leaf.containerEl.addClass('mod-active');
      this.trigger('active-leaf-change', leaf);
      this.tellLayoutChange();
    }
    if (wantsFocus) leaf.setEphemeralState({ focus: true });
    this.followActiveFile();
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.getGroup() === group);
  }

  getMostRecentLeaf(root: WorkspaceSplit = this.rootSplit): WorkspaceLeaf | null {
    return [...root.leaves()].sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.sideLeaf(this.rightSplit, split);
  }

  /** The sidebar's leaf with a view of that type, made where there is none yet. */
  async ensureSideLeaf(
    type: string,
    side: Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {},
  ): Promise<WorkspaceLeaf> {
    const dock = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = dock.leaves().find((leaf) => leaf.view.getViewType() === type);
    const leaf = known ?? this.sideLeaf(dock, options.split === true);
    const state = isRecord(options.state) ? { state: options.state } : {};
    if (!known || options.state !== undefined) await leaf.setViewState({ type, ...state });
    if (options.reveal !== false) await this.revealLeaf(leaf);
    if (options.active === true) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  /** Brings a leaf to the front and its sidebar out; its view is there when the promise is kept. */
  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.getRoot();
    if (root instanceof WorkspaceSidedock && root.collapsed) root.expand();
    leaf.parent?.select(leaf);
    await leaf.loadIfDeferred();
  }

  /** The note whose source is being edited. */
  getEditedNote(): MarkdownView | null {
    const view = this.activeEditor;
    return view?.getMode() === 'source' ? view : null;
  }

  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    return this.activeFile;
  }

  getLastOpenFiles(): string[] {
    return [...this.recent];
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.rootSplit.leaves()) callback(leaf);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.allLeaves()) callback(leaf);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.view.getViewType() === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  /** The views of a plugin that went go with it; their leaves keep what they showed for when it is back. */
  viewTypeRemoved(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) {
      if (leaf.isDeferred) leaf.defer(leaf.getViewState());
      else void leaf.open(new MissingView(leaf, leaf.getViewState()));
    }
  }

  updateOptions(): void {
    return undefined;
  }

  createView(type: string, leaf: WorkspaceLeaf): View {
    if (type === 'markdown') return new MarkdownView(leaf);
    if (type === 'empty') return new EmptyView(leaf);
    const creator = this.app.views.get(type) as ((leaf: WorkspaceLeaf) => unknown) | null;
    const view = creator?.(leaf);
    return view instanceof View ? view : new MissingView(leaf, { type });
  }

  viewTypeOf(file: TFile): string {
    return this.extensions.get(file.extension) ?? 'empty';
  }

  /** A leaf says that its view or its view's file is another one now. */
  viewChanged(leaf: WorkspaceLeaf): void {
    if (leaf === this.activeLeaf) this.followActiveFile();
    this.tellLayoutChange();
  }

  layoutChanged(): void {
    this.tellLayoutChange();
  }

  leafDetached(leaf: WorkspaceLeaf): void {
    if (leaf === this.activeLeaf) {
      this.activeLeaf = null;
      const next = this.getMostRecentLeaf() ?? this.newTab();
      this.setActiveLeaf(next);
    }
    this.tellLayoutChange();
  }

  /** What an editor's change leads to besides the saving. */
  editorChanged(editor: CodeEditor, view: MarkdownView): void {
    this.trigger('editor-change', editor, view);
    if (view.file && view.file === this.activeFile) this.trigger('quick-preview', view.file, editor.getValue());
  }

  private allLeaves(): WorkspaceLeaf[] {
    return [this.rootSplit, this.leftSplit, this.rightSplit].flatMap((split) => split.leaves());
  }

  private newTab(): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this);
    const near = this.getMostRecentLeaf()?.parent;
    const tabs = near instanceof WorkspaceTabs ? near : this.rootSplit.tabs();
    tabs.insert(leaf);
    return leaf;
  }

  private sideLeaf(dock: WorkspaceSidedock, split: boolean): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this);
    (split ? dock.addTabs() : dock.tabs()).insert(leaf);
    return leaf;
  }

  /** A sidebar without a file leaves the file of the middle the active one. */
  private followActiveFile(): void {
    const view = this.activeLeaf?.view;
    const file = view instanceof FileView ? view.file : null;
    if (!(view instanceof FileView) && !(view instanceof EmptyView && this.activeLeaf?.getRoot() === this.rootSplit))
      return;
    if (file === this.activeFile) return;
    this.activeFile = file;
    if (file) this.recent = [file.path, ...this.recent.filter((path) => path !== file.path)].slice(0, 10);
    this.trigger('file-open', file);
  }

  private async createNote(path: string, sourcePath: string): Promise<TFile> {
    const name = path.endsWith('.md') ? path : `${path}.md`;
    const folder = this.app.fileManager.getNewFileParent(sourcePath).path;
    const inFolder = name.includes('/') || folder === '/' ? name : `${folder}/${name}`;
    return await this.app.vault.create(inFolder, '');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
