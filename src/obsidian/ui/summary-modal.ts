import { Modal, type App } from 'obsidian';
import { reasonOf } from '../../core/reason-of.ts';
import type { Rebuild, RebuiltPage } from '../../core/write/account-vault.ts';
import { texts } from '../i18n/texts.ts';
import { openNote } from './open-note.ts';

/** What a rebuild of all pages did, with links to the pages that changed. */
export class SummaryModal extends Modal {
  constructor(
    app: App,
    private readonly rebuild: Rebuild,
    private readonly wasCancelled: boolean,
    private readonly onShowProblems: () => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { contentEl, rebuild } = this;
    const changed = rebuild.pages.filter((page) => page.changed);
    this.modalEl.addClass('account-pages-modal');
    this.setTitle(this.wasCancelled ? texts.rebuild.cancelled : texts.rebuild.done);
    contentEl.createEl('p', { text: texts.rebuild.changed(changed.length, rebuild.pages.length) });
    const list = contentEl.createEl('ul', { cls: 'account-pages-rebuilt' });
    for (const page of changed) this.drawPage(list, page);
    if (rebuild.problems.length === 0) return;
    const row = contentEl.createDiv({ cls: 'modal-button-container' });
    row
      .createEl('button', { text: texts.rebuild.showProblems(rebuild.problems.length) })
      .addEventListener('click', () => {
        this.close();
        this.onShowProblems();
      });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private drawPage(list: HTMLElement, { account, path, sections }: RebuiltPage): void {
    const item = list.createEl('li');
    item.createEl('a', { text: account.name, href: '#' }).addEventListener('click', (event) => {
      event.preventDefault();
      openNote(this.app, path, null, true).catch((error: unknown) => {
        console.error(`Account Pages could not open ${path}: ${reasonOf(error)}`);
      });
    });
    item.createSpan({ cls: 'account-pages-hint', text: ` ${changesOf(sections)}` });
  }
}

/** `Decisions +2 −1, Blockers +1`. */
export function changesOf(sections: RebuiltPage['sections']): string {
  return sections
    .flatMap(({ heading, merged: { added, removed } }) => {
      const parts = [added > 0 ? `+${String(added)}` : '', removed > 0 ? `−${String(removed)}` : ''];
      const text = parts.filter((part) => part !== '').join(' ');
      return text === '' ? [] : [`${heading} ${text}`];
    })
    .join(', ');
}
