import type { MenuPositionDef } from 'obsidian';
import { Component } from '../component.ts';
import { MenuItem } from './menu-item.ts';

/** A line between rows of a menu. */
export class MenuSeparator {
  readonly dom = createDiv('menu-separator');
}

/** The order in which sections stand whose names the app itself uses; others follow in the order of their rows. */
const SECTION_ORDER = ['', 'title', 'open', 'action', 'view', 'info', 'danger'];
/** Between a menu and the edge of its window, in pixels. */
const MARGIN = 4;

const menuOfEvent = new WeakMap<Event, Menu>();

/** A list of actions at the pointer or below a button. */
export class Menu extends Component {
  private readonly dom: HTMLElement;
  private readonly entries: (MenuItem | MenuSeparator)[] = [];
  private readonly hidden: (() => unknown)[] = [];
  private parentMenu: Menu | null = null;
  private parentElement: HTMLElement | null = null;
  private chosen: MenuItem | null = null;
  private focusedBefore: Element | null = null;
  private open = false;

  constructor() {
    super();
    this.dom = createDiv({ cls: 'menu', attr: { role: 'menu', tabindex: -1 } });
    this.dom.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
  }

  /** One menu for an event, which several listeners may add to. It shows when they have had their turn. */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    const known = menuOfEvent.get(event);
    if (known) return known;
    const menu = new Menu();
    menuOfEvent.set(event, menu);
    event.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(event));
    return menu;
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  /** There are no native menus in a page. */
  setUseNativeMenu(): this {
    return this;
  }

  setParentElement(el: HTMLElement): this {
    this.parentElement = el;
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.entries.push(item);
    callback(item);
    return this;
  }

  addSeparator(): this {
    this.entries.push(new MenuSeparator());
    return this;
  }

  isEmpty(): boolean {
    return this.items().length === 0;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.doc);
  }

  showAtPosition(position: MenuPositionDef, doc: Document = activeDocument): this {
    if (this.open) return this;
    this.open = true;
    this.focusedBefore = doc.activeElement;
    this.layOut();
    doc.body.append(this.dom);
    this.place(position, doc);
    void this.load();
    this.parentElement?.addClass('has-active-menu');
    // The click that opened the menu must not close it.
    window.setTimeout(() => {
      if (this.open) this.watchOutside(doc);
    });
    this.dom.focus();
    return this;
  }

  hide(): this {
    if (!this.open) return this;
    this.open = false;
    this.unload();
    for (const item of this.items()) item.submenu?.hide();
    this.dom.remove();
    this.parentElement?.removeClass('has-active-menu');
    if (this.focusedBefore?.instanceOf(HTMLElement)) this.focusedBefore.focus();
    for (const callback of this.hidden) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hidden.push(callback);
  }

  onHistoryBack(): void {
    this.hide();
  }

  makeSubmenu(item: MenuItem): Menu {
    const submenu = new Menu();
    submenu.parentMenu = this;
    submenu.parentElement = item.dom;
    return submenu;
  }

  closeAll(): void {
    this.hide();
    this.parentMenu?.closeAll();
  }

  /** Makes a row the chosen one, and shows its submenu in place of another's. */
  choose(item: MenuItem | null): void {
    if (this.chosen !== item) this.chosen?.submenu?.hide();
    this.chosen = item;
    for (const known of this.items()) known.dom.toggleClass('selected', known === item);
    if (item?.submenu) this.openSubmenu(item);
  }

  openSubmenu(item: MenuItem): void {
    const { right, top, left } = item.dom.getBoundingClientRect();
    item.submenu?.showAtPosition({ x: right, y: top - MARGIN, width: right - left, overlap: true });
  }

  private items(): MenuItem[] {
    return this.entries.filter((entry) => entry instanceof MenuItem);
  }

  /** Rows of one section stand together, with a line between sections and where a separator was asked for. */
  private layOut(): void {
    const rank = (entry: MenuItem | MenuSeparator): string => (entry instanceof MenuItem ? entry.section : '');
    const sections = [...new Set(this.entries.map(rank))];
    const place = (section: string): number => {
      const known = SECTION_ORDER.indexOf(section);
      return known < 0 ? SECTION_ORDER.length + sections.indexOf(section) : known;
    };
    this.dom.empty();
    sections.sort((a, b) => place(a) - place(b));
    sections.forEach((section, index) => {
      if (index > 0) this.dom.append(new MenuSeparator().dom);
      this.dom.append(...this.entries.filter((entry) => rank(entry) === section).map(({ dom }) => dom));
    });
  }

  private place({ x, y, width = 0, overlap, left }: MenuPositionDef, doc: Document): void {
    const { offsetWidth, offsetHeight } = this.dom;
    const room = { width: doc.win.innerWidth - MARGIN, height: doc.win.innerHeight - MARGIN };
    const beyond = x + offsetWidth > room.width;
    const across = overlap === true && beyond ? x - width - offsetWidth : x;
    const wanted = left === true ? x - offsetWidth : across;
    this.dom.setCssStyles({
      left: `${String(Math.max(MARGIN, Math.min(wanted, room.width - offsetWidth)))}px`,
      top: `${String(Math.max(MARGIN, Math.min(y, room.height - offsetHeight)))}px`,
    });
  }

  private watchOutside(doc: Document): void {
    const onPress = (event: Event): void => {
      const inMenu = event.target instanceof Element && event.target.closest('.menu');
      if (!inMenu) this.hide();
    };
    this.registerDomEvent(doc, 'pointerdown', onPress);
    this.registerDomEvent(doc, 'contextmenu', onPress);
  }

  private onKey(event: KeyboardEvent): void {
    const actions: Record<string, () => void> = {
      ArrowDown: () => {
        this.step(1);
      },
      ArrowUp: () => {
        this.step(-1);
      },
      ArrowRight: () => {
        this.chosen?.submenu?.step(1);
      },
      ArrowLeft: () => {
        if (this.parentMenu) this.hide();
      },
      Escape: () => {
        this.hide();
      },
      Enter: () => {
        this.chosen?.press(event);
      },
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  private step(by: number): void {
    const stops = this.items().filter(({ disabled }) => !disabled);
    if (stops.length === 0) return;
    const at = this.chosen ? stops.indexOf(this.chosen) : by > 0 ? -1 : 0;
    this.dom.focus();
    this.choose(stops[(at + by + stops.length) % stops.length] ?? null);
    this.dom.focus();
  }
}
