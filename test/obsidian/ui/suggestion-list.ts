interface Owner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** The rows below an input: one of them is chosen by the arrow keys or the pointer, and taken by Enter or a click. */
export class SuggestionList<T> {
  private values: readonly T[] = [];
  private rows: HTMLElement[] = [];
  private active = 0;

  constructor(
    private readonly owner: Owner<T>,
    readonly containerEl: HTMLElement,
  ) {
    containerEl.setAttr('role', 'listbox');
  }

  get size(): number {
    return this.values.length;
  }

  show(values: readonly T[], emptyText: string): void {
    this.values = values;
    this.containerEl.empty();
    this.rows = values.map((value, index) => this.drawRow(value, index));
    if (values.length === 0 && emptyText !== '') {
      this.containerEl.createDiv({ cls: 'suggestion-empty', text: emptyText });
    }
    this.choose(0);
  }

  /** Moves the choice, around the end to the other side. */
  move(by: number): void {
    if (this.values.length > 0) this.choose((this.active + by + this.values.length) % this.values.length);
  }

  /** Takes the chosen row; false where there is none. */
  take(event: MouseEvent | KeyboardEvent): boolean {
    const value = this.values[this.active];
    if (value === undefined) return false;
    this.owner.selectSuggestion(value, event);
    return true;
  }

  private drawRow(value: T, index: number): HTMLElement {
    const row = this.containerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
    this.owner.renderSuggestion(value, row);
    row.addEventListener('pointermove', () => {
      this.choose(index);
    });
    // The input keeps the keyboard.
    row.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    row.addEventListener('click', (event) => {
      this.choose(index);
      this.take(event);
    });
    return row;
  }

  private choose(index: number): void {
    this.active = index;
    this.rows.forEach((row, at) => {
      row.toggleClass('is-selected', at === index);
      row.setAttr('aria-selected', at === index);
    });
    this.rows[index]?.scrollIntoView({ block: 'nearest' });
  }
}
