import type { OpenViewState, ViewState } from 'obsidian/obsidian.d.ts';
import type { App } from './app.ts';
import { Events } from './events.ts';
import type { TFile } from './files.ts';
import { DeferredView, EmptyView } from './headless-views.ts';
import type { HeadlessWorkspace } from './headless-workspace.ts';
import type { ViewPort } from './workspace-port.ts';

/** A view that can be put into a leaf: it has what the leaf calls. */
interface OpenableView extends ViewPort {
  setState(state: unknown, result: { history: boolean }): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

export type LeafSide = 'main' | 'left' | 'right';

/** A place for one view. */
export class WorkspaceLeaf extends Events {
  readonly app: App;
  view: ViewPort = new EmptyView(this);

  constructor(
    private readonly workspace: HeadlessWorkspace,
    readonly side: LeafSide,
  ) {
    super();
    this.app = workspace.app;
    this.view = new EmptyView(this);
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  async loadIfDeferred(): Promise<void> {
    if (this.view instanceof DeferredView) await this.setViewState(this.getViewState());
  }

  /** Remembers what is to be shown, as the app does with leaves in the background, and closes what is shown now. */
  defer({ type, state = {} }: ViewState): void {
    if (isOpenable(this.view)) void this.view.close();
    this.view = new DeferredView(this, type, state);
  }

  async openFile(file: TFile, { active = true, state = {} }: OpenViewState = {}): Promise<void> {
    await this.setViewState({ type: 'markdown', state: { ...state, file: file.path }, active });
  }

  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState() };
  }

  /** Makes a view where its type differs from that of the one that is here, then gives it its state. */
  async setViewState({ type, state = {}, active = false }: ViewState): Promise<void> {
    if (this.isDeferred || this.view.getViewType() !== type) await this.open(this.workspace.createView(type, this));
    if (isOpenable(this.view)) await this.view.setState(state, { history: false });
    if (active) this.workspace.setActiveLeaf(this);
    this.workspace.viewChanged(this);
  }

  async open(view: ViewPort): Promise<ViewPort> {
    const before = this.view;
    if (isOpenable(before)) await before.close();
    this.view = view;
    if (isOpenable(view)) await view.open();
    this.workspace.trigger('layout-change');
    return view;
  }

  /** Closes the view and takes the leaf out of the workspace. */
  detach(): void {
    if (!this.workspace.remove(this)) return;
    if (isOpenable(this.view)) void this.view.close();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }
}

/** A deferred or empty view was never opened. */
function isOpenable(view: ViewPort): view is OpenableView {
  return !(view instanceof EmptyView) && !(view instanceof DeferredView) && 'open' in view && 'setState' in view;
}
