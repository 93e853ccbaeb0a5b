import type { App } from '../app.ts';
import { Scope } from './keymap.ts';
import { SuggestionList } from './suggestion-list.ts';

/** Suggestions in a bubble below something. */
export abstract class PopoverSuggest<T> {
  readonly scope: Scope;
  protected readonly popoverEl: HTMLElement;
  protected readonly suggestionList: SuggestionList<T>;
  protected isPopoverOpen = false;

  constructor(
    readonly app: App,
    scope?: Scope,
  ) {
    this.scope = new Scope(scope ?? app.scope);
    this.popoverEl = createDiv('suggestion-container');
    this.suggestionList = new SuggestionList<T>(this, this.popoverEl.createDiv('suggestion'));
    this.#registerKeys();
  }

  open(): void {
    if (this.isPopoverOpen) return;
    this.isPopoverOpen = true;
    this.app.keymap.pushScope(this.scope);
    activeDocument.body.append(this.popoverEl);
  }

  close(): void {
    if (!this.isPopoverOpen) return;
    this.isPopoverOpen = false;
    this.app.keymap.popScope(this.scope);
    this.popoverEl.remove();
  }

  onHistoryBack(): void {
    this.close();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  #registerKeys(): void {
    const keys: Record<string, (event: KeyboardEvent) => unknown> = {
      ArrowDown: () => {
        this.suggestionList.move(1);
      },
      ArrowUp: () => {
        this.suggestionList.move(-1);
      },
      Escape: () => {
        this.close();
      },
      Enter: (event) => this.suggestionList.take(event),
    };
    for (const [key, action] of Object.entries(keys)) {
      this.scope.register([], key, (event) => {
        action(event);
        return false;
      });
    }
  }
}

/** Suggestions for an input field while it has the keyboard. */
export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  readonly #inputEl: HTMLInputElement | HTMLDivElement;
  #selected: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  #asked = 0;

  constructor(app: App, textInputEl: HTMLInputElement | HTMLDivElement) {
    super(app);
    this.#inputEl = textInputEl;
    for (const type of ['input', 'focus', 'click']) {
      textInputEl.addEventListener(type, () => void this.#update());
    }
    textInputEl.addEventListener('blur', () => {
      this.close();
    });
  }

  setValue(value: string): void {
    if (this.#inputEl.instanceOf(HTMLInputElement)) this.#inputEl.value = value;
    else this.#inputEl.setText(value);
  }

  getValue(): string {
    return this.#inputEl.instanceOf(HTMLInputElement) ? this.#inputEl.value : this.#inputEl.getText();
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.#selected?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#selected = callback;
    return this;
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const values = await this.getSuggestions(this.getValue());
    if (asked !== this.#asked) return;
    if (values.length === 0 || !this.#inputEl.isActiveElement()) {
      this.close();
      return;
    }
    this.open();
    this.suggestionList.show(this.limit > 0 ? values.slice(0, this.limit) : values, '');
    const { left, bottom, width } = this.#inputEl.getBoundingClientRect();
    this.popoverEl.setCssStyles({
      left: `${String(left)}px`,
      top: `${String(bottom + 4)}px`,
      minWidth: `${String(width)}px`,
    });
  }
}
