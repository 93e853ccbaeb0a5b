import type { HoverPopover } from './hover.ts';
import type { OpenViewState, ViewState } from 'obsidian';
import type { TFile } from '../files.ts';
import { Events, type EventRef } from '../events.ts';
import { onPress } from './buttons.ts';
import { DeferredView, EmptyView, type View } from './view.ts';
import { setIcon } from './icons.ts';
import { Menu } from './menu.ts';
import { setTooltip } from './tooltip.ts';
import type { WorkspaceParent, WorkspaceTabs } from './workspace-items.ts';
import type { Workspace } from './workspace.ts';

/** A place for one view, with its tab. */
export class WorkspaceLeaf extends Events {
  parent: WorkspaceTabs | null = null;
  readonly id: string = crypto.randomUUID();
  readonly containerEl: HTMLElement = createDiv('workspace-leaf');
  readonly tabHeaderEl: HTMLElement;
  hoverPopover: HoverPopover | null = null;
  pinned = false;
  /** When it was last in use, so that the most recent of several is known. */
  activeTime = 0;
  view: View;
  private group: string | null = null;
  /** Coming to the front and being waited for are two calls, and make one view. */
  private loading: Promise<void> | null = null;
  private readonly titleEl: HTMLElement;
  private readonly iconEl: HTMLElement;

  constructor(readonly workspace: Workspace) {
    super();
    this.tabHeaderEl = createDiv({ cls: 'workspace-tab-header', attr: { role: 'tab', tabindex: 0 } });
    const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
    this.iconEl = inner.createDiv('workspace-tab-header-inner-icon');
    this.titleEl = inner.createDiv('workspace-tab-header-inner-title');
    const close = inner.createDiv({
      cls: 'workspace-tab-header-inner-close-button',
      attr: { role: 'button', 'aria-label': 'Close' },
    });
    setIcon(close, 'x');
    close.addEventListener('click', (event) => {
      event.stopPropagation();
      this.detach();
    });
    onPress(this.tabHeaderEl, () => {
      this.workspace.setActiveLeaf(this, { focus: true });
    });
    this.tabHeaderEl.addEventListener('auxclick', () => {
      this.detach();
    });
    this.tabHeaderEl.addEventListener('contextmenu', (event) => {
      this.showTabMenu(event);
    });
    this.containerEl.addEventListener('focusin', () => {
      this.workspace.setActiveLeaf(this);
    });
    this.containerEl.addEventListener('pointerdown', () => {
      this.workspace.setActiveLeaf(this);
    });
    this.view = new EmptyView(this);
    this.containerEl.append(this.view.containerEl);
    this.updateHeader();
  }

  override on(name: string, listener: (...data: never[]) => unknown, context?: unknown): EventRef {
    return this.listen(name, listener, context);
  }

  getRoot(): WorkspaceParent | null {
    let parent: WorkspaceParent | null = this.parent;
    while (parent?.parent) parent = parent.parent;
    return parent;
  }

  getContainer(): WorkspaceParent | null {
    return this.getRoot();
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const type = this.workspace.viewTypeOf(file);
    const mode = this.view.getViewType() === type ? this.view.getState() : {};
    const state = { ...mode, ...openState.state, file: file.path };
    await this.setViewState({ type, state, active: openState.active ?? true }, openState.eState);
  }

  /** Puts a view in place of the one that is here. */
  async open(view: View): Promise<View> {
    const before = this.view;
    before.containerEl.remove();
    await before.closeInLeaf();
    this.view = view;
    this.containerEl.append(view.containerEl);
    await view.openInLeaf();
    this.updateHeader();
    this.workspace.layoutChanged();
    return view;
  }

  getViewState(): ViewState {
    const { view } = this;
    const state: ViewState = { type: view.getViewType(), state: view.getState() };
    if (this.pinned) state.pinned = true;
    return state;
  }

  /** A view is made where its type differs from that of the one that is here; then it is given its state. */
  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    if (this.isDeferred || this.view.getViewType() !== viewState.type) {
      await this.open(this.workspace.createView(viewState.type, this));
    }
    await this.view.setState(viewState.state ?? {}, { history: false });
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    if (eState !== undefined && eState !== null) this.setEphemeralState(eState);
    this.updateHeader();
    if (viewState.active === true) this.workspace.setActiveLeaf(this, { focus: true });
    this.workspace.viewChanged(this);
  }

  /** Remembers what is to be shown, and makes the view once it comes to the front. */
  defer(viewState: ViewState): void {
    this.view.containerEl.remove();
    this.view = new DeferredView(this, viewState);
    this.containerEl.append(this.view.containerEl);
    this.updateHeader();
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  async loadIfDeferred(): Promise<void> {
    if (!(this.view instanceof DeferredView)) return;
    this.loading ??= this.setViewState(this.view.viewState).finally(() => {
      this.loading = null;
    });
    await this.loading;
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    if (pinned === this.pinned) return;
    this.pinned = pinned;
    this.tabHeaderEl.toggleClass('is-pinned', pinned);
    this.trigger('pinned-change', pinned);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    this.setGroup(other.getGroup() ?? other.id);
  }

  getGroup(): string | null {
    return this.group;
  }

  detach(): void {
    const { parent } = this;
    if (!parent) return;
    this.parent = null;
    parent.remove(this);
    void this.view.closeInLeaf();
    this.workspace.leafDetached(this);
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  /** Writes the view's name and icon on the tab. */
  updateHeader(): void {
    const name = this.getDisplayText();
    this.titleEl.setText(name);
    setIcon(this.iconEl, this.getIcon());
    this.tabHeaderEl.setAttr('data-type', this.view.getViewType());
    setTooltip(this.tabHeaderEl, name);
  }

  private showTabMenu(event: MouseEvent): void {
    event.preventDefault();
    const menu = new Menu();
    menu.addItem((item) =>
      item
        .setTitle('Close')
        .setIcon('x')
        .setSection('title')
        .onClick(() => {
          this.detach();
        }),
    );
    this.view.onPaneMenu(menu, 'tab-header');
    menu.showAtMouseEvent(event);
  }
}
