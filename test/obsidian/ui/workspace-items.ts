import { Events } from '../events.ts';
import { WorkspaceLeaf } from './leaf.ts';
import { setIcon } from './icons.ts';
import { onPress } from './buttons.ts';
import type { Workspace } from './workspace.ts';

/** Anything in the tree of the workspace. */
export abstract class WorkspaceItem extends Events {
  abstract parent: WorkspaceParent | null;

  getRoot(): WorkspaceItem {
    return this.parent?.getRoot() ?? this;
  }

  getContainer(): WorkspaceItem {
    return this.getRoot();
  }
}

/** Something that holds others. */
export abstract class WorkspaceParent extends WorkspaceItem {
  parent: WorkspaceParent | null = null;
  readonly children: (WorkspaceLeaf | WorkspaceItem)[] = [];
  abstract readonly containerEl: HTMLElement;

  /** The leaves below, in the order in which they are seen. */
  leaves(): WorkspaceLeaf[] {
    return this.children.flatMap((child) => {
      if (child instanceof WorkspaceLeaf) return [child];
      return child instanceof WorkspaceParent ? child.leaves() : [];
    });
  }
}

/** Leaves behind each other, one of them in front, with a row of tabs to choose by. */
export class WorkspaceTabs extends WorkspaceParent {
  readonly containerEl: HTMLElement = createDiv('workspace-tabs');
  private readonly headersEl: HTMLElement;
  private readonly contentEl: HTMLElement;
  private current: WorkspaceLeaf | null = null;

  constructor(
    readonly workspace: Workspace,
    override readonly parent: WorkspaceSplit,
  ) {
    super();
    const bar = this.containerEl.createDiv('workspace-tab-header-container');
    this.headersEl = bar.createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist' } });
    if (parent instanceof WorkspaceRoot) this.addNewTabButton(bar);
    bar.createDiv('workspace-tab-header-spacer');
    this.contentEl = this.containerEl.createDiv('workspace-tab-container');
  }

  get currentLeaf(): WorkspaceLeaf | null {
    return this.current;
  }

  insert(leaf: WorkspaceLeaf, index = this.children.length): void {
    this.insertBehind(leaf, index);
    if (!this.current) this.select(leaf);
  }

  /** Takes a leaf in without bringing it to the front. */
  insertBehind(leaf: WorkspaceLeaf, index = this.children.length): void {
    leaf.parent = this;
    this.children.splice(index, 0, leaf);
    this.headersEl.insertBefore(leaf.tabHeaderEl, this.headersEl.children[index] ?? null);
    this.contentEl.append(leaf.containerEl);
    leaf.containerEl.hide();
  }

  remove(leaf: WorkspaceLeaf): void {
    const index = this.children.indexOf(leaf);
    if (index < 0) return;
    this.children.splice(index, 1);
    leaf.containerEl.remove();
    leaf.tabHeaderEl.remove();
    if (this.current !== leaf) return;
    this.current = null;
    const next = this.leaves()[Math.max(0, index - 1)];
    if (next) this.select(next);
    else if (this.parent.children.length > 1) this.parent.removeTabs(this);
  }

  /** Brings a leaf to the front, whose view is made now where that was put off. */
  select(leaf: WorkspaceLeaf): void {
    this.current = leaf;
    for (const child of this.leaves()) {
      child.containerEl.toggle(child === leaf);
      child.tabHeaderEl.toggleClass('is-active', child === leaf);
      child.tabHeaderEl.setAttr('aria-selected', child === leaf);
    }
    void leaf.loadIfDeferred();
  }

  private addNewTabButton(bar: HTMLElement): void {
    const button = bar.createDiv({
      cls: 'clickable-icon workspace-tab-header-new-tab',
      attr: { role: 'button', tabindex: 0, 'aria-label': 'New tab' },
    });
    setIcon(button, 'plus');
    onPress(button, () => {
      const leaf = new WorkspaceLeaf(this.workspace);
      this.insert(leaf);
      this.workspace.setActiveLeaf(leaf);
    });
  }
}

/** Groups of tabs beside or below each other. */
export class WorkspaceSplit extends WorkspaceParent {
  readonly containerEl: HTMLElement;

  constructor(
    readonly workspace: Workspace,
    cls: string,
  ) {
    super();
    this.containerEl = createDiv(`workspace-split ${cls}`);
  }

  /** The group that new leaves go to. */
  tabs(): WorkspaceTabs {
    const last = this.children.at(-1);
    return last instanceof WorkspaceTabs ? last : this.addTabs();
  }

  addTabs(): WorkspaceTabs {
    const tabs = new WorkspaceTabs(this.workspace, this);
    this.children.push(tabs);
    this.containerEl.append(tabs.containerEl);
    return tabs;
  }

  removeTabs(tabs: WorkspaceTabs): void {
    const index = this.children.indexOf(tabs);
    if (index >= 0) this.children.splice(index, 1);
    tabs.containerEl.remove();
  }
}

/** The middle of the window, where notes are open. */
export class WorkspaceRoot extends WorkspaceSplit {
  readonly win: Window = window;
  readonly doc: Document = document;

  constructor(workspace: Workspace) {
    super(workspace, 'mod-root mod-vertical');
  }
}

/** What a sidebar can do, on a desk and on a phone. */
export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = true;

  constructor(
    workspace: Workspace,
    readonly side: 'left' | 'right',
    cls = 'mod-sidedock mod-horizontal',
  ) {
    super(workspace, `mod-${side}-split ${cls}`);
    this.containerEl.setAttrs({
      role: 'complementary',
      'aria-label': side === 'left' ? 'Left sidebar' : 'Right sidebar',
    });
    this.apply();
  }

  toggle(): void {
    if (this.collapsed) this.expand();
    else this.collapse();
  }

  collapse(): void {
    this.collapsed = true;
    this.apply();
  }

  expand(): void {
    this.collapsed = false;
    this.apply();
  }

  private apply(): void {
    this.containerEl.toggleClass('is-collapsed', this.collapsed);
    document.body.toggleClass(`is-${this.side}-open`, !this.collapsed);
    this.workspace.layoutChanged();
  }
}

/** A sidebar on a phone: it slides over the note, and a touch beside it closes it. */
export class WorkspaceMobileDrawer extends WorkspaceSidedock {
  private readonly backdrop: HTMLElement = createDiv('workspace-drawer-backdrop');

  constructor(workspace: Workspace, side: 'left' | 'right') {
    super(workspace, side, 'mod-sidedock mod-horizontal workspace-drawer');
    this.backdrop.addEventListener('click', () => {
      this.collapse();
    });
  }

  override expand(): void {
    super.expand();
    this.containerEl.before(this.backdrop);
  }

  override collapse(): void {
    super.collapse();
    this.backdrop.remove();
  }
}

/** The column of icons at the edge of the window. */
export class WorkspaceRibbon {
  readonly containerEl: HTMLElement = createDiv({
    cls: 'workspace-ribbon',
    attr: { role: 'navigation', 'aria-label': 'Ribbon' },
  });
  private readonly actionsEl = this.containerEl.createDiv('side-dock-actions');
  private readonly settingsEl = this.containerEl.createDiv('side-dock-settings');

  /** Adds an icon; the element is what `addRibbonIcon` hands to the plugin, which removes it when it unloads. */
  addIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown, atEnd = false): HTMLElement {
    const el = (atEnd ? this.settingsEl : this.actionsEl).createDiv({
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { role: 'button', tabindex: 0, 'aria-label': title },
    });
    setIcon(el, icon);
    el.addEventListener('click', callback);
    el.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') el.click();
    });
    return el;
  }
}
