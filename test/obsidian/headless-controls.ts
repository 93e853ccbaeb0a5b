import type { App } from './app.ts';
import { Component } from './component.ts';
import { inertElement } from './inert-element.ts';

/** One row of a menu, as a test finds it. */
export class MenuItem {
  title: string | DocumentFragment = '';
  section = '';
  icon: string | null = null;
  checked: boolean | null = null;
  private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  setTitle(title: string | DocumentFragment): this {
    this.title = title;
    return this;
  }

  setIcon(icon: string | null): this {
    this.icon = icon;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.checked = checked;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  choose(event: MouseEvent): void {
    this.callback?.(event);
  }
}

/** A menu that nobody sees; a test finds its rows in `items`. */
export class Menu extends Component {
  readonly items: MenuItem[] = [];

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    this.items.push(item);
    callback(item);
    return this;
  }

  showAtMouseEvent(_event: MouseEvent): this {
    return this;
  }

  showAtPosition(_position: { x: number; y: number }, _doc?: Document): this {
    return this;
  }
}

/** A field that holds a text. */
export abstract class AbstractTextComponent {
  readonly inputEl: HTMLElement = inertElement('inputEl');
  private value = '';
  private callback: ((value: string) => unknown) | null = null;

  getValue(): string {
    return this.value;
  }

  setValue(value: string): this {
    this.value = value;
    return this;
  }

  setPlaceholder(_placeholder: string): this {
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }

  onChanged(): void {
    this.callback?.(this.value);
  }
}

export class SearchComponent extends AbstractTextComponent {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

/** Nothing is drawn without a page. */
export class MarkdownRenderer extends Component {
  static render(_app: App, _markdown: string, _el: HTMLElement, _path: string, _component: Component): Promise<void> {
    return Promise.resolve();
  }
}

/** A bubble that never shows. */
export class HoverPopover extends Component {
  constructor(readonly parent: { hoverPopover: HoverPopover | null }) {
    super();
    parent.hoverPopover = this;
  }
}
