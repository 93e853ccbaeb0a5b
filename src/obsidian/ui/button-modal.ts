import { Modal, type App } from 'obsidian';
import { texts } from '../i18n/texts.ts';

export interface ModalButton<Choice> {
  readonly text: string;
  readonly choice: Choice;
  /** `cta`: what most people want. `destructive`: what takes something away. */
  readonly look?: 'cta' | 'destructive';
}

/** A modal that ends with a choice. Closing it in any other way chooses nothing. */
export abstract class ButtonModal<Choice> extends Modal {
  private chosen: Choice | null = null;
  private settle: ((choice: Choice | null) => void) | null = null;

  constructor(
    app: App,
    private readonly title: string,
    private readonly buttons: readonly ModalButton<Choice>[],
  ) {
    super(app);
  }

  /** Shows what the choice is about. */
  protected abstract drawContent(contentEl: HTMLElement): void;

  /** Opens the modal; resolves when it has closed, to the choice or null. */
  ask(): Promise<Choice | null> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.open();
    });
  }

  choose(choice: Choice): void {
    this.chosen = choice;
    this.close();
  }

  override onOpen(): void {
    this.modalEl.addClass('account-pages-modal');
    this.setTitle(this.title);
    this.drawContent(this.contentEl);
    const row = this.contentEl.createDiv({ cls: 'modal-button-container' });
    for (const { text, choice, look } of this.buttons) {
      const cls = look === 'cta' ? 'mod-cta' : look === 'destructive' ? 'mod-warning' : '';
      row.createEl('button', { text, cls }).addEventListener('click', () => {
        this.choose(choice);
      });
    }
  }

  override onClose(): void {
    this.contentEl.empty();
    this.settle?.(this.chosen);
    this.settle = null;
  }
}

/** Asks before something that a person may not want. */
export class ConfirmModal extends ButtonModal<boolean> {
  constructor(
    app: App,
    title: string,
    private readonly text: string,
    button: { readonly text: string; readonly look: 'cta' | 'destructive' },
  ) {
    super(app, title, [
      { ...button, choice: true },
      { text: texts.buttons.cancel, choice: false },
    ]);
  }

  protected override drawContent(contentEl: HTMLElement): void {
    contentEl.createEl('p', { text: this.text });
  }
}
