import { FuzzySuggestModal, type App } from 'obsidian';

/** Lets a person choose one of several things by letters of their names; Escape chooses nothing. */
export class ChoiceModal<T> extends FuzzySuggestModal<T> {
  constructor(
    app: App,
    placeholder: string,
    private readonly items: readonly T[],
    private readonly nameOf: (item: T) => string,
    private readonly onChoose: (item: T) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
  }

  override getItems(): T[] {
    return [...this.items];
  }

  override getItemText(item: T): string {
    return this.nameOf(item);
  }

  override onChooseItem(item: T): void {
    this.onChoose(item);
  }
}
