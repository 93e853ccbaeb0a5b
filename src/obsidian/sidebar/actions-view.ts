import { ItemView, type HoverPopover, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import type { ListOptions } from '../../core/actions/action-list.ts';
import type { NotePath } from '../../core/vault.ts';
import type { AccountIndex } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';
import { ActionFeed } from './action-feed.ts';
import { ActionsList } from './actions-list.ts';
import { ChoicesBar } from './choices-bar.ts';
import { ItemCommands } from './item-commands.ts';
import { createWords } from './own-direction.ts';
import { PartTabs } from './part-tabs.ts';
import { ReviewPart } from './review-part.ts';
import type { ItemRow } from './rows.ts';
import { Ticking } from './ticking.ts';
import { FIRST_STATE, readState, savedState, type SidebarState } from './view-state.ts';

export const ACTIONS_VIEW = 'account-pages-actions';
export const ACTIONS_ICON = 'list-checks';

/** How often it is looked whether another day has begun, in milliseconds. */
const DAY_CHECK = 60_000;

/** The sidebar with every account's open action items. */
export class AccountActionsView extends ItemView {
  override icon = ACTIONS_ICON;
  hoverPopover: HoverPopover | null = null;
  private sidebar: SidebarState = FIRST_STATE;
  private currentId: string | null = null;
  private day = '';
  private frame = 0;
  private parts: Parts | null = null;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly index: AccountIndex,
    private readonly openSettings: () => void,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return ACTIONS_VIEW;
  }

  getDisplayText(): string {
    return texts.sidebar.title;
  }

  override getState(): Record<string, unknown> {
    return savedState(this.sidebar);
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.sidebar = readState(state);
    this.drawSoon();
  }

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('account-pages-actions');
    this.parts = this.makeParts();
    this.followNote(true);
    this.registerEvent(
      this.app.workspace.on('file-open', () => {
        this.followNote(false);
      }),
    );
    this.registerInterval(
      window.setInterval(() => {
        if (this.index.today() !== this.day) this.drawSoon();
      }, DAY_CHECK),
    );
    this.draw();
    return Promise.resolve();
  }

  protected override async onClose(): Promise<void> {
    if (this.frame !== 0) this.containerEl.win.cancelAnimationFrame(this.frame);
    this.parts?.feed.close();
    this.parts?.ticking.close();
    this.parts?.list.close();
    this.parts = null;
    this.contentEl.empty();
    return Promise.resolve();
  }

  private makeParts(): Parts {
    const { app, index } = this;
    const redraw = () => {
      this.drawSoon();
    };
    const say = (words: string) => {
      this.parts?.said.setText(words);
    };
    const commands = new ItemCommands(app, index, say);
    const ticking = new Ticking(app, index, redraw, say);
    const feed = new ActionFeed(index, () => {
      this.followNote(true);
      this.drawSoon();
    });
    const choose = (change: Partial<ListOptions>) => {
      this.change({ options: { ...this.sidebar.options, ...change } });
      this.parts?.list.scrollToTop();
    };
    const tabs = new PartTabs(this.contentEl, this, (part) => {
      this.change({ part });
    });
    const itemsEl = this.contentEl.createDiv('account-pages-part');
    const bar = new ChoicesBar(itemsEl, this, {
      options: () => this.sidebar.options,
      choose,
      foldAll: () => this.parts?.list.foldAll(),
      enterList: () => this.parts?.list.focus(),
    });
    const summary = createWords(itemsEl.createDiv({ cls: 'account-pages-summary', attr: { role: 'status' } }));
    const list = new ActionsList(itemsEl, {
      app,
      index,
      component: this,
      commands,
      ticking,
      accounts: () => feed.accounts,
      currentId: () => this.currentId,
      state: () => this.sidebar,
      choose,
      fold: (changes) => {
        this.change({ unfolded: new Map([...this.sidebar.unfolded, ...changes]) });
      },
      openSettings: this.openSettings,
      type: () => {
        bar.search.inputEl.focus();
      },
      preview: (event, row, targetEl) => {
        this.preview(event, row, targetEl);
      },
    });
    const currentId = () => this.currentId;
    const review = new ReviewPart(this.contentEl, { index, commands, currentId });
    const said = this.contentEl.createDiv({ cls: 'account-pages-unseen', attr: { 'aria-live': 'polite' } });
    return { commands, ticking, feed, tabs, itemsEl, bar, list, review, summary, said };
  }

  /** Something was chosen in the pane, which the app keeps with its layout. */
  private change(change: Partial<SidebarState>): void {
    this.sidebar = { ...this.sidebar, ...change };
    this.draw();
    this.app.workspace.requestSaveLayout();
  }

  /** The account of the open note comes first. What was opened from the list itself does not move the list. */
  private followNote(isSame: boolean): void {
    const path = this.app.workspace.getActiveFile()?.path ?? null;
    const { commands } = this.parts ?? {};
    if (path !== null && path === commands?.openedHere) return;
    if (commands) commands.openedHere = null;
    const id = path === null ? null : this.accountOf(path);
    if (id === this.currentId) return;
    this.currentId = id;
    if (isSame) return;
    this.draw();
    const hasFocus = this.containerEl.contains(this.containerEl.doc.activeElement);
    if (id !== null && !hasFocus) this.parts?.list.scrollToTop();
  }

  private accountOf(path: NotePath): string | null {
    if (this.index.progress) return null;
    return this.index.vault.accountsOf(path)[0]?.id ?? null;
  }

  private drawSoon(): void {
    if (this.frame !== 0 || !this.parts) return;
    this.frame = this.containerEl.win.requestAnimationFrame(() => {
      this.draw();
    });
  }

  private draw(): void {
    if (this.frame !== 0) this.containerEl.win.cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!this.parts) return;
    const { tabs, itemsEl, bar, list, review, summary } = this.parts;
    const { part } = this.sidebar;
    this.day = this.index.today();
    tabs.update(part);
    itemsEl.toggle(part === 'items');
    review.el.toggle(part === 'review');
    if (part === 'review') {
      review.refresh();
      return;
    }
    bar.update();
    const { matching, all, overdue } = list.refresh();
    const shown = matching === all ? texts.sidebar.open(all) : texts.sidebar.someOpen(matching, all);
    const text = overdue === 0 ? shown : `${shown}, ${texts.sidebar.overdue(overdue)}`;
    if (summary.textContent !== text) summary.setText(text);
    summary.toggle(all > 0);
  }

  /** Tells the app's page preview, which shows the note at the item's line. */
  private preview(event: MouseEvent, { open }: ItemRow, targetEl: HTMLElement): void {
    const [{ path, line }] = open.item.places;
    this.app.workspace.trigger('hover-link', {
      event,
      source: ACTIONS_VIEW,
      hoverParent: this,
      targetEl,
      linktext: path,
      sourcePath: '',
      state: { scroll: line - 1 },
    });
  }
}

/** What the view is made of while it is open. */
interface Parts {
  readonly commands: ItemCommands;
  readonly ticking: Ticking;
  readonly feed: ActionFeed;
  readonly tabs: PartTabs;
  readonly itemsEl: HTMLElement;
  readonly bar: ChoicesBar;
  readonly list: ActionsList;
  readonly review: ReviewPart;
  readonly summary: HTMLElement;
  /** Read out by screen readers, seen by nobody. */
  readonly said: HTMLElement;
}
