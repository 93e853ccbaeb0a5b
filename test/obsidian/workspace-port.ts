import type { OpenViewState, PaneType, Side, ViewState } from 'obsidian/obsidian.d.ts';
import type { Component } from './component.ts';
import type { Editor } from './editor.ts';
import type { EventRef, Events } from './events.ts';
import type { TFile } from './files.ts';

/** What the app, plugins and commands need of a view, visible or not. */
export interface ViewPort extends Component {
  getViewType(): string;
  getDisplayText(): string;
  getState(): Record<string, unknown>;
}

export interface LeafPort {
  readonly view: ViewPort;
  readonly isDeferred: boolean;
  openFile(file: TFile, openState?: OpenViewState): Promise<void>;
  getViewState(): ViewState;
  setViewState(viewState: ViewState, eState?: unknown): Promise<void>;
  loadIfDeferred(): Promise<void>;
  detach(): void;
}

/** The note that is being edited, as commands are handed it. */
export interface EditedNote extends ViewPort {
  readonly file: TFile | null;
  readonly editor: Editor;
}

/** What the app, plugins and commands need of a workspace: the headless one and the visible one both are such. */
export interface WorkspacePort extends Events {
  /** Keeps the layout, some time after the last call. */
  readonly requestSaveLayout: () => unknown;
  readonly layoutReady: boolean;
  on(name: 'editor-change', listener: (editor: Editor, note: EditedNote) => unknown, ctx?: unknown): EventRef;
  on(name: string, listener: (...data: unknown[]) => unknown, ctx?: unknown): EventRef;
  onLayoutReady(callback: () => unknown): void;
  getActiveFile(): TFile | null;
  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null;
  /** The note whose editor a command would act on: the active leaf's, where that is a note in source mode. */
  getEditedNote(): EditedNote | null;
  getLeaf(newLeaf?: PaneType | boolean): LeafPort;
  getLeavesOfType(viewType: string): LeafPort[];
  iterateAllLeaves(callback: (leaf: LeafPort) => unknown): void;
  ensureSideLeaf(
    type: string,
    side: Side,
    options?: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> },
  ): Promise<LeafPort>;
  revealLeaf(leaf: LeafPort): Promise<void>;
  detachLeavesOfType(viewType: string): void;
  /** A plugin that goes takes its views along, and leaves keep what they showed for when it is back. */
  viewTypeRemoved?(viewType: string): void;
  openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openViewState?: OpenViewState,
  ): Promise<void>;
}
