import type { ViewState, ViewStateResult } from 'obsidian';
import type { VisibleApp } from './visible-app.ts';
import { Component } from '../component.ts';
import { onPress } from './buttons.ts';
import { setIcon } from './icons.ts';
import type { Scope } from './keymap.ts';
import type { WorkspaceLeaf } from './leaf.ts';
import { Menu } from './menu.ts';

/** What a leaf shows. */
export abstract class View extends Component {
  readonly app: VisibleApp;
  icon = 'file';
  navigation = false;
  readonly containerEl: HTMLElement = createDiv('workspace-leaf-content');
  scope: Scope | null = null;
  #shown = false;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.workspace.app;
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

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

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {
    return undefined;
  }

  onPaneMenu(_menu: Menu, _source: string): void {
    return undefined;
  }

  /** Called by the leaf: loads the view, then waits for it to be drawn. */
  async openInLeaf(): Promise<void> {
    this.#shown = true;
    this.containerEl.setAttr('data-type', this.getViewType());
    if (this.scope) this.app.keymap.pushScope(this.scope);
    await this.load();
    await this.onOpen();
  }

  /** Called by the leaf. A view that was never opened has nothing to undo. */
  async closeInLeaf(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    if (this.scope) this.app.keymap.popScope(this.scope);
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

/** A view with a bar on top and its content below. */
export abstract class ItemView extends View {
  readonly contentEl: HTMLElement;
  protected readonly headerEl: HTMLElement;
  protected readonly headerTitleEl: HTMLElement;
  readonly #actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv('view-header');
    this.headerTitleEl = this.headerEl
      .createDiv('view-header-title-container')
      .createDiv({ cls: 'view-header-title', attr: { dir: 'auto' } });
    this.#actionsEl = this.headerEl.createDiv('view-actions');
    this.#addMoreOptions();
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  override async openInLeaf(): Promise<void> {
    await super.openInLeaf();
    this.headerTitleEl.setText(this.getDisplayText());
  }

  /** Adds an icon to the bar, to the left of those that are there. */
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createDiv({
      cls: 'clickable-icon view-action',
      attr: { role: 'button', tabindex: 0, 'aria-label': title },
    });
    setIcon(el, icon);
    el.addEventListener('click', callback);
    el.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') el.click();
    });
    this.#actionsEl.prepend(el);
    return el;
  }

  #addMoreOptions(): void {
    const el = this.#actionsEl.createDiv({
      cls: 'clickable-icon view-action mod-more-options',
      attr: { role: 'button', tabindex: 0, 'aria-label': 'More options' },
    });
    setIcon(el, 'ellipsis-vertical');
    onPress(el, () => {
      const menu = new Menu().setParentElement(el);
      this.onPaneMenu(menu, 'more-options');
      const { left, bottom } = el.getBoundingClientRect();
      menu.showAtPosition({ x: left, y: bottom });
    });
  }
}

/** What a tab shows while nothing is open in it. */
export class EmptyView extends View {
  override icon = 'file';

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const frame = this.containerEl.createDiv('empty-state');
    frame.createDiv({ cls: 'empty-state-title', text: 'No file is open' });
    frame.createDiv({ cls: 'empty-state-action', text: 'Choose a note in the file list.' });
  }

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }
}

/** A view that is not made before it comes to the front. It answers for its type without being of it. */
export class DeferredView extends View {
  constructor(
    leaf: WorkspaceLeaf,
    readonly viewState: ViewState,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return this.viewState.type;
  }

  getDisplayText(): string {
    const file: unknown = this.viewState.state?.['file'];
    return typeof file === 'string' ? nameOf(file) : this.viewState.type;
  }

  override getState(): Record<string, unknown> {
    return this.viewState.state ?? {};
  }
}

/** A view whose plugin is not there: it keeps the state for when the plugin is back. */
export class MissingView extends DeferredView {
  protected override onOpen(): Promise<void> {
    this.containerEl.empty();
    this.containerEl.createDiv('empty-state').createDiv({
      cls: 'empty-state-title',
      text: 'The plugin of this view is not loaded.',
    });
    return Promise.resolve();
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
