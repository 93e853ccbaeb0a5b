import type { FuzzyMatch, Instruction, SearchMatches } from 'obsidian';
import type { App } from '../app.ts';
import { prepareFuzzySearch } from '../helpers.ts';
import { Modal } from './modal.ts';
import { SuggestionList } from './suggestion-list.ts';

/** An input with suggestions below it, in front of everything. */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  readonly #list: SuggestionList<T>;
  #asked = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.empty();
    this.modalEl.removeAttribute('aria-labelledby');
    this.modalEl.addClass('prompt');
    this.modalEl.setAttr('aria-label', 'Choose');
    const frame = this.modalEl.createDiv('prompt-input-container');
    this.inputEl = frame.createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: { 'aria-label': 'Search', enterkeyhint: 'done', autocomplete: 'off', spellcheck: 'false' },
    });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.#list = new SuggestionList(this, this.resultContainerEl);
    this.inputEl.addEventListener('input', () => {
      this.#updateSuggestions();
    });
    this.#registerKeys();
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.#updateSuggestions();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Instruction[]): void {
    this.modalEl.querySelector('.prompt-instructions')?.remove();
    const footer = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const entry = footer.createDiv('prompt-instruction');
      entry.createSpan({ cls: 'prompt-instruction-command', text: command });
      entry.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.#list.show([], this.emptyStateText);
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.#list.take(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  protected override firstFocus(): HTMLElement {
    return this.inputEl;
  }

  #registerKeys(): void {
    for (const [key, by] of [
      ['ArrowDown', 1],
      ['ArrowUp', -1],
    ] as const) {
      this.scope.register([], key, () => {
        this.#list.move(by);
        return false;
      });
    }
    this.scope.register(null, 'Enter', (event) => {
      if (event.isComposing) return undefined;
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  /** An answer that comes after a later question was asked is dropped. */
  #updateSuggestions(): void {
    const asked = ++this.#asked;
    const answer = this.getSuggestions(this.inputEl.value);
    if (!(answer instanceof Promise)) this.#showSuggestions(answer);
    else {
      void answer.then((values) => {
        if (asked === this.#asked) this.#showSuggestions(values);
      });
    }
  }

  #showSuggestions(values: T[]): void {
    if (values.length === 0) this.onNoSuggestion();
    else this.#list.show(this.limit > 0 ? values.slice(0, this.limit) : values, this.emptyStateText);
  }
}

/** Suggestions out of a fixed list, found by the letters typed, in their order. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  getSuggestions(query: string): FuzzyMatch<T>[] {
    if (query === '') return this.getItems().map((item) => ({ item, match: { score: 0, matches: [] } }));
    const search = prepareFuzzySearch(query);
    const found = this.getItems().flatMap((item) => {
      const match = search(this.getItemText(item));
      return match ? [{ item, match }] : [];
    });
    return found.sort((a, b) => b.match.score - a.match.score);
  }

  renderSuggestion({ item, match }: FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(item), match.matches);
  }

  onChooseSuggestion({ item }: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(item, event);
  }
}

/** Writes a text with the matched parts of it marked. */
export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: SearchMatches | null,
  offset = 0,
): void {
  let written = 0;
  for (const [from, to] of matches ?? []) {
    const [start, end] = [from + offset, to + offset];
    if (end <= written || start >= text.length) continue;
    el.appendText(text.slice(written, Math.max(start, written)));
    el.createSpan({ cls: 'suggestion-highlight', text: text.slice(Math.max(start, written), end) });
    written = end;
  }
  el.appendText(text.slice(written));
}
