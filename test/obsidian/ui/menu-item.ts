import type { Menu } from './menu.ts';
import { setIcon } from './icons.ts';

/** One row of a menu. */
export class MenuItem {
  readonly dom: HTMLElement;
  section = '';
  disabled = false;
  submenu: Menu | null = null;
  private readonly iconEl: HTMLElement;
  private readonly titleEl: HTMLElement;
  private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor(private readonly menu: Menu) {
    this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: -1 } });
    this.iconEl = this.dom.createDiv('menu-item-icon');
    this.titleEl = this.dom.createDiv('menu-item-title');
    this.dom.addEventListener('click', (event) => {
      this.press(event);
    });
    this.dom.addEventListener('pointerenter', () => {
      this.menu.choose(this);
    });
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon === null) this.iconEl.empty();
    else setIcon(this.iconEl, icon);
    return this;
  }

  /** A tick at the end of the row; null where the row is no choice at all. */
  setChecked(checked: boolean | null): this {
    this.dom.querySelector('.mod-checked')?.remove();
    this.dom.toggleClass('is-checked', checked === true);
    this.dom.setAttrs({
      role: checked === null ? 'menuitem' : 'menuitemcheckbox',
      'aria-checked': checked,
    });
    if (checked === true) setIcon(this.dom.createDiv('menu-item-icon mod-checked'), 'check');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.disabled = isLabel;
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  /** Gives the row a menu of its own. Not in obsidian.d.ts, but widely used; said here so that it is missed by nobody. */
  setSubmenu(): Menu {
    const submenu = this.menu.makeSubmenu(this);
    this.submenu = submenu;
    this.dom.addClass('has-submenu');
    this.dom.setAttr('aria-haspopup', 'menu');
    setIcon(this.dom.createDiv('menu-item-icon mod-submenu'), 'chevron-right');
    return submenu;
  }

  press(event: MouseEvent | KeyboardEvent): void {
    if (this.disabled) return;
    if (this.submenu) {
      this.menu.openSubmenu(this);
      return;
    }
    this.menu.closeAll();
    this.callback?.(event);
  }
}
