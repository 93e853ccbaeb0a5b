import { Keymap, Menu, type App, type Component, type PaneType } from 'obsidian';
import type { AccountActions } from '../../core/actions/account-actions.ts';
import {
  isFiltered,
  listActions,
  DEFAULT_OPTIONS,
  type ActionList,
  type ListOptions,
} from '../../core/actions/action-list.ts';
import type { AccountIndex } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';
import { drawHead } from './draw-head.ts';
import { drawItem } from './draw-item.ts';
import { drawEmptiness, type Emptiness } from './empty-state.ts';
import type { ItemCommands } from './item-commands.ts';
import { addItemActions } from './item-menu.ts';
import { nameRow } from './row-name.ts';
import { isGroupUnfolded, rowsOf, type ActionRow, type HeadRow, type ItemRow } from './rows.ts';
import type { Ticking } from './ticking.ts';
import { TreeKeys } from './tree-keys.ts';
import type { SidebarState } from './view-state.ts';
import { WindowList } from './window-list.ts';

/** What the list asks of the view that it stands in. */
export interface ListHost {
  readonly app: App;
  readonly index: AccountIndex;
  readonly component: Component;
  readonly commands: ItemCommands;
  readonly ticking: Ticking;
  readonly accounts: () => readonly AccountActions[];
  readonly currentId: () => string | null;
  readonly state: () => SidebarState;
  readonly choose: (change: Partial<ListOptions>) => void;
  readonly fold: (changes: ReadonlyMap<string, boolean>) => void;
  readonly openSettings: () => void;
  /** A key that begins a word was pressed in the list. */
  readonly type: () => void;
  /** A row with a page preview is below the pointer. */
  readonly preview: (event: MouseEvent, row: ItemRow, targetEl: HTMLElement) => void;
}

/** About how high rows are, in pixels, before they are drawn. */
const HEIGHTS = { head: 34, nothing: 34, item: 70, line: 20, perCharacter: 7, beside: 90 };

/** The tree of groups and items. */
export class ActionsList {
  readonly scroller: HTMLElement;
  private readonly tree: HTMLElement;
  private readonly emptyEl: HTMLElement;
  private readonly rows: WindowList<ActionRow>;
  private readonly sizes: ResizeObserver;
  private list: ActionList | null = null;

  constructor(
    parent: HTMLElement,
    private readonly host: ListHost,
  ) {
    this.scroller = parent.createDiv('account-pages-scroller');
    this.tree = this.scroller.createDiv({
      cls: 'account-pages-tree',
      attr: { role: 'tree' },
    });
    nameRow(this.tree, 'tree', texts.sidebar.tree);
    this.emptyEl = this.scroller.createDiv('account-pages-empty');
    this.rows = new WindowList<ActionRow>(this.scroller, this.tree, {
      draw: (row, el) => {
        this.draw(row, el);
      },
      number: (row, el) => {
        el.setAttrs({ 'aria-posinset': row.position, 'aria-setsize': row.setSize });
      },
      estimate: estimatedHeight,
    });
    this.sizes = new ResizeObserver(() => {
      this.rows.drawSoon();
    });
    this.sizes.observe(this.scroller);
    this.listen();
  }

  /** Draws what is open now. Returns how many match, and how many of them are overdue. */
  refresh(): ActionList {
    const { index, ticking } = this.host;
    const { options, unfolded } = this.host.state();
    const today = index.today();
    const accounts = this.host.accounts();
    const source = { accounts, ticked: ticking.items, currentId: this.host.currentId(), today };
    const list = listActions(source, options, texts.sidebar.groupTitles);
    this.list = list;
    const emptiness = this.emptiness(list, accounts, options);
    this.emptyEl.toggle(emptiness !== null);
    this.tree.toggle(emptiness === null);
    if (emptiness) {
      drawEmptiness(this.emptyEl, emptiness, {
        clearFilters: () => {
          const { text, owner, due, proposed } = DEFAULT_OPTIONS;
          this.host.choose({ text, owner, due, proposed });
        },
        openSettings: this.host.openSettings,
      });
    }
    this.rows.setRows(emptiness ? [] : rowsOf(list, { options, unfolded, ticked: ticking.items, today }));
    return list;
  }

  focus(): void {
    this.rows.focusRow(Math.max(0, this.rows.activeIndex));
  }

  scrollToTop(): void {
    this.rows.scrollToTop();
  }

  /** Unfolds all groups, or folds all where none is folded. */
  foldAll(): void {
    const { list } = this;
    if (!list) return;
    const choices = { ...this.host.state(), ticked: this.host.ticking.items, today: this.host.index.today() };
    const unfold = list.groups.some((group) => !isGroupUnfolded(group, list, choices));
    this.host.fold(new Map(list.groups.map(({ key }) => [key, unfold])));
  }

  close(): void {
    this.sizes.disconnect();
    this.rows.close();
  }

  private emptiness(list: ActionList, accounts: readonly AccountActions[], options: ListOptions): Emptiness | null {
    const { index } = this.host;
    if (accounts.length === 0 && index.progress) return { because: 'reading', progress: index.progress };
    if (accounts.length === 0) return { because: 'no accounts', folders: index.settings.accountFolders };
    if (list.groups.length > 0) return null;
    if (list.all === 0) return { because: 'no items', accounts: accounts.length };
    return isFiltered(options) ? { because: 'no match', all: list.all } : null;
  }

  private draw(row: ActionRow, el: HTMLElement): void {
    el.empty();
    el.className = 'account-pages-row';
    const today = this.host.index.today();
    if (row.kind === 'head') drawHead(row, el, today);
    else if (row.kind === 'nothing') drawNothing(el);
    else drawItem(row, el, { today, groupBy: this.host.state().options.groupBy });
  }

  private listen(): void {
    const { component } = this.host;
    component.registerDomEvent(this.scroller, 'scroll', () => {
      this.rows.drawSoon();
    });
    component.registerDomEvent(this.tree, 'click', (event) => {
      this.onClick(event);
    });
    component.registerDomEvent(this.tree, 'auxclick', (event) => {
      const row = this.rowOf(event);
      if (row?.kind === 'item' && event.button === 1) void this.host.commands.open(row.open, 'tab');
    });
    component.registerDomEvent(this.tree, 'contextmenu', (event) => {
      const row = this.rowOf(event);
      if (!row) return;
      event.preventDefault();
      this.menuFor(row).showAtMouseEvent(event);
    });
    component.registerDomEvent(this.tree, 'focusin', (event) => {
      const row = this.rowOf(event);
      if (row) this.rows.setActive(row.key);
    });
    component.registerDomEvent(this.tree, 'mouseover', (event) => {
      this.onHover(event);
    });
    const keys = new TreeKeys(this.rows, {
      press: (row, event) => {
        this.press(row, Keymap.isModEvent(event));
      },
      tick: (row) => {
        this.tickOrFold(row);
      },
      fold: (row, unfold) => {
        this.fold(row, unfold);
      },
      menu: (row, el) => {
        this.showMenuBelow(row, el);
      },
      undo: () => {
        void this.host.ticking.undo();
      },
      type: this.host.type,
    });
    component.registerDomEvent(this.tree, 'keydown', (event) => {
      keys.onKey(event);
    });
  }

  private rowOf({ target }: Event): ActionRow | null {
    return target === null ? null : this.rows.rowOf(target as Node);
  }

  private onClick(event: MouseEvent): void {
    const row = this.rowOf(event);
    const target = event.target as Element | null;
    if (!row || !target) return;
    const link = target.closest('a');
    if (row.kind === 'head') this.fold(row, !row.isUnfolded);
    else if (row.kind === 'nothing') return;
    else if (target.closest('.account-pages-undo')) void this.host.ticking.undo(row.open.key);
    else if (target.closest('.account-pages-tick')) this.clickCheckbox(row, event);
    else if (target.closest('.account-pages-more')) this.showMenuBelow(row, target.closest('button') ?? target);
    else if (link) this.followLink(link, row, event);
    else void this.host.commands.open(row.open, Keymap.isModEvent(event));
  }

  /** The row decides what its checkbox shows; nobody else does. */
  private clickCheckbox(row: ItemRow, event: MouseEvent): void {
    event.preventDefault();
    if (row.isTicked) void this.host.ticking.undo(row.open.key);
    else void this.host.ticking.tick(row.open);
  }

  /** Links to notes are the app's to open; other addresses go where links go. */
  private followLink(link: HTMLAnchorElement, { open }: ItemRow, event: MouseEvent): void {
    const target = link.getAttr('data-href');
    if (target === null) return;
    event.preventDefault();
    void this.host.app.workspace.openLinkText(target, open.item.places[0].path, Keymap.isModEvent(event));
  }

  private press(row: ActionRow, where: PaneType | boolean): void {
    if (row.kind === 'item') void this.host.commands.open(row.open, where);
    else if (row.kind === 'head' && where !== false && row.group.note !== null) {
      void this.host.commands.openNote(row.group.note, null, where);
    } else if (row.kind === 'head') this.fold(row, !row.isUnfolded);
  }

  private tickOrFold(row: ActionRow): void {
    if (row.kind === 'head') this.fold(row, !row.isUnfolded);
    if (row.kind !== 'item' || row.open.item.status === null) return;
    if (row.isTicked) void this.host.ticking.undo(row.open.key);
    else void this.host.ticking.tick(row.open);
  }

  private fold(row: HeadRow, unfold: boolean): void {
    this.host.fold(new Map([[row.group.key, unfold]]));
  }

  private showMenuBelow(row: ActionRow, el: Element): void {
    const { left, bottom } = el.getBoundingClientRect();
    this.menuFor(row).showAtPosition({ x: left, y: bottom }, el.doc);
  }

  private menuFor(row: ActionRow): Menu {
    const menu = new Menu();
    if (row.kind === 'item') this.addItemMenu(menu, row);
    else this.addGroupMenu(menu, row);
    return menu;
  }

  private addItemMenu(menu: Menu, { open }: ItemRow): void {
    const { commands, ticking, index } = this.host;
    const actions = {
      tick: () => void ticking.tick(open),
      open: (_: unknown, inNewTab: boolean) => void commands.open(open, inNewTab ? 'tab' : false),
      change: (_: unknown, change: Parameters<ItemCommands['change']>[1]) => void commands.change(open, change),
      pickDay: () => {
        commands.pickDay(open);
      },
      pickOwner: () => {
        commands.pickOwner(open);
      },
      copyText: () => void commands.copyText(open),
      copyLink: () => void commands.copyLink(open),
    };
    addItemActions(menu, open, actions, index.today());
  }

  private addGroupMenu(menu: Menu, { group }: ActionRow): void {
    const { note } = group;
    if (note !== null) {
      const add = (title: string, icon: string, where: PaneType | boolean) =>
        menu.addItem((item) =>
          item
            .setTitle(title)
            .setIcon(icon)
            .onClick(() => void this.host.commands.openNote(note, null, where)),
        );
      add(group.account ? texts.sidebar.openPage : texts.sidebar.openMeeting, 'file-text', false);
      add(texts.item.openInNewTab, 'file-plus', 'tab');
    }
    menu.addItem((item) =>
      item
        .setTitle(texts.sidebar.foldAll)
        .setIcon('chevrons-down-up')
        .onClick(() => {
          this.foldAll();
        }),
    );
  }

  private onHover(event: MouseEvent): void {
    const target = event.target as Element | null;
    const row = this.rowOf(event);
    if (row?.kind !== 'item' || !target) return;
    const source = target.closest<HTMLElement>('.account-pages-source');
    const whole = Keymap.isModifier(event, 'Mod') ? target.closest<HTMLElement>('.account-pages-item-body') : null;
    const over = source ?? whole;
    if (over) this.host.preview(event, row, over);
  }
}

function drawNothing(el: HTMLElement): void {
  el.addClass('account-pages-nothing');
  el.setAttrs({ role: 'treeitem', 'aria-level': 2 });
  el.setText(texts.sidebar.nothingOpen);
}

function estimatedHeight(row: ActionRow, width: number): number {
  if (row.kind !== 'item') return HEIGHTS[row.kind];
  const perLine = Math.max(10, (width - HEIGHTS.beside) / HEIGHTS.perCharacter);
  return HEIGHTS.item + Math.floor(row.open.item.text.length / perLine) * HEIGHTS.line;
}
