import { FuzzySuggestModal, Modal, type App } from 'obsidian';
import { isDay, type PlainDate } from '../../core/plain-date.ts';
import { texts } from '../i18n/texts.ts';

/** Somebody to do an item; `null` is nobody. */
export interface OwnerChoice {
  readonly name: string | null;
  readonly title: string;
}

/** Asks who is to do an item. */
export class OwnerPicker extends FuzzySuggestModal<OwnerChoice> {
  constructor(
    app: App,
    private readonly choices: readonly OwnerChoice[],
    private readonly onChoose: (name: string | null) => void,
  ) {
    super(app);
    this.setPlaceholder(texts.item.whoDoesIt);
  }

  getItems(): OwnerChoice[] {
    return [...this.choices];
  }

  getItemText({ title }: OwnerChoice): string {
    return title;
  }

  onChooseItem({ name }: OwnerChoice): void {
    this.onChoose(name);
  }
}

/** Asks for a due date. */
export class DatePicker extends Modal {
  constructor(
    app: App,
    private readonly day: PlainDate,
    private readonly onChoose: (day: PlainDate) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(texts.item.dueDate);
    const form = this.contentEl.createEl('form', 'account-pages-date');
    const input = form.createEl('input', { type: 'date', value: this.day, attr: { 'aria-label': texts.item.dueDate } });
    form.createEl('button', { cls: 'mod-cta', text: texts.item.set, attr: { type: 'submit' } });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!isDay(input.value)) return;
      this.close();
      this.onChoose(input.value);
    });
    input.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
