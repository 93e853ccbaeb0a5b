import { Notice, setIcon } from 'obsidian';
import { reviewCount, reviewOf, type Review } from '../../core/actions/review.ts';
import type { Account } from '../../core/link/directory.ts';
import { reasonOf } from '../../core/reason-of.ts';
import type { AccountIndex } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';
import { drawReview } from './draw-review.ts';
import { createWords } from './own-direction.ts';
import type { ItemCommands } from './item-commands.ts';

/** What the part asks of the view that it stands in. */
export interface ReviewHost {
  readonly index: AccountIndex;
  readonly commands: ItemCommands;
  readonly currentId: () => string | null;
}

interface AccountSection {
  readonly el: HTMLElement;
  readonly head: HTMLElement;
  readonly count: HTMLElement;
  readonly body: HTMLElement;
  account: Account;
  /** null: as the part decides. */
  isUnfolded: boolean | null;
  signature: string;
}

/**
 * What of each account a person may want to look at: disagreements, edits whose notes say it otherwise by now, removed
 * lines, problems. Only what is unfolded is worked out, because each account's page is read and planned for it.
 */
export class ReviewPart {
  readonly el: HTMLElement;
  private readonly list: HTMLElement;
  private readonly emptyEl: HTMLElement;
  private readonly sections = new Map<string, AccountSection>();

  constructor(
    parent: HTMLElement,
    private readonly host: ReviewHost,
  ) {
    this.el = parent.createDiv('account-pages-scroller account-pages-review');
    this.emptyEl = this.el.createDiv('account-pages-empty');
    this.list = this.el.createDiv();
  }

  /** Shows the accounts that have pages, that of the open note first, and reads anew what is unfolded. */
  refresh(): void {
    const { index } = this.host;
    const currentId = this.host.currentId();
    const accounts = index.graph
      .accounts()
      .filter(({ path }) => path !== null)
      .sort((a, b) => Number(b.id === currentId) - Number(a.id === currentId));
    this.emptyEl.toggle(accounts.length === 0);
    this.emptyEl.setText(texts.review.noPages);
    const ids = new Set(accounts.map(({ id }) => id));
    for (const [id, { el }] of this.sections) {
      if (ids.has(id)) continue;
      el.remove();
      this.sections.delete(id);
    }
    accounts.forEach((account, place) => {
      const section = this.sectionOf(account);
      section.account = account;
      if (this.list.children[place] !== section.el)
        this.list.insertBefore(section.el, this.list.children[place] ?? null);
      this.show(section);
    });
  }

  private sectionOf(account: Account): AccountSection {
    const known = this.sections.get(account.id);
    if (known) return known;
    const el = this.list.createDiv('account-pages-review-account');
    const heading = el.createDiv({ attr: { role: 'heading', 'aria-level': 2 } });
    const head = heading.createEl('button', { cls: 'clickable-icon account-pages-head account-pages-review-head' });
    setIcon(head.createSpan('account-pages-fold'), 'chevron-down');
    createWords(head.createSpan('account-pages-head-title'), account.name);
    const count = head.createSpan('account-pages-count');
    const body = el.createDiv('account-pages-review-body');
    const section: AccountSection = { el, head, count, body, account, isUnfolded: null, signature: '' };
    head.addEventListener('click', () => {
      section.isUnfolded = !this.isUnfolded(section);
      this.show(section);
    });
    this.sections.set(account.id, section);
    return section;
  }

  private isUnfolded({ isUnfolded, account }: AccountSection): boolean {
    return isUnfolded ?? account.id === this.host.currentId();
  }

  private show(section: AccountSection): void {
    const isUnfolded = this.isUnfolded(section);
    section.head.setAttr('aria-expanded', String(isUnfolded));
    section.head.toggleClass('is-folded', !isUnfolded);
    section.head.toggleClass('is-current', section.account.id === this.host.currentId());
    section.body.toggle(isUnfolded);
    section.count.toggle(isUnfolded && section.count.textContent !== '');
    if (isUnfolded) void this.read(section);
  }

  private async read(section: AccountSection): Promise<void> {
    const { account } = section;
    const { index } = this.host;
    try {
      const plan = index.vault.plan(account, await index.host.current(account.path ?? ''), index.today());
      const review = reviewOf(account, plan, index.vault.keptEdits(plan), index.vault.problems(), index.graph);
      this.draw(section, review);
    } catch (error) {
      section.signature = '';
      section.count.setText('');
      section.count.hide();
      section.body.setText(texts.failures.readPage(reasonOf(error)));
    }
  }

  /** What has not changed is not drawn anew, so that the focus stays. */
  private draw(section: AccountSection, review: Review): void {
    const { disagreements, edits, removed, problems } = review;
    const lines = [edits.map(({ mine, newer }) => [mine, newer.markdown]), removed.map(({ line }) => line?.markdown)];
    const signature = JSON.stringify([disagreements, lines, problems]);
    if (section.signature === signature) return;
    const hadFocus = section.body.contains(section.body.doc.activeElement);
    section.signature = signature;
    const entries = reviewCount(review);
    section.count.setText(entries === 0 ? '' : String(entries));
    section.count.toggle(entries > 0);
    const { account } = section;
    drawReview(section.body, review, {
      open: (path, line) => void this.host.commands.openNote(path, line, false),
      settle: (edit, use) =>
        void this.change(texts.failures.settle, (today, run) =>
          this.host.index.vault.settle(account, edit, use, today, run),
        ),
      restore: (line) =>
        void this.change(texts.failures.restoreLine, (today, run) =>
          this.host.index.vault.restore(account, [line], today, run),
        ),
    });
    if (hadFocus) section.head.focus();
  }

  private async change(
    failure: (reason: string) => string,
    change: (today: string, run: string) => Promise<void>,
  ): Promise<void> {
    const { index } = this.host;
    try {
      await index.whenCurrent();
      await change(index.today(), new Date().toISOString());
      await index.whenCurrent();
    } catch (error) {
      new Notice(failure(reasonOf(error)));
    }
    this.refresh();
  }
}
