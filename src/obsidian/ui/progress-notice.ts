import { Notice } from 'obsidian';
import { texts } from '../i18n/texts.ts';

/** Work that is done sooner needs no notice. In milliseconds. */
const SHOWN_AFTER = 1000;

/** Tells how far some work is, once it takes longer than a second. Close it when the work has ended. */
export class ProgressNotice {
  private notice: Notice | null = null;
  private textEl: HTMLElement | null = null;
  private text = '';
  private readonly timer: number;

  /** `onCancel`: what a button to stop does; null for work that ends by itself. */
  constructor(private readonly onCancel: (() => void) | null) {
    this.timer = window.setTimeout(() => {
      this.show();
    }, SHOWN_AFTER);
  }

  set(text: string): void {
    this.text = text;
    this.textEl?.setText(text);
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.notice?.hide();
    this.notice = null;
    this.textEl = null;
  }

  private show(): void {
    this.notice = new Notice('', 0);
    const { messageEl } = this.notice;
    this.textEl = messageEl.createDiv({ text: this.text });
    const { onCancel } = this;
    if (!onCancel) return;
    const buttons = messageEl.createDiv({ cls: 'account-pages-notice-buttons' });
    buttons.createEl('button', { text: texts.buttons.cancel }).addEventListener('click', () => {
      onCancel();
    });
  }
}
