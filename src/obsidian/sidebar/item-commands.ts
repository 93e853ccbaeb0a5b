import { Notice, type App, type PaneType } from 'obsidian';
import type { OpenItem } from '../../core/actions/account-actions.ts';
import type { TaskChange } from '../../core/actions/change-note.ts';
import { itemAsText } from '../../core/actions/item-text.ts';
import { collaboratorsOf } from '../../core/compose/people.ts';
import { reasonOf } from '../../core/reason-of.ts';
import type { NotePath } from '../../core/vault.ts';
import type { AccountIndex } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';
import { changeItem, currentItem } from './item-changes.ts';
import { DatePicker, OwnerPicker, type OwnerChoice } from './pickers.ts';

/** Does what a person asks for with an item, apart from ticking it. */
export class ItemCommands {
  /** The note that was opened last from the list: its account is not moved to the top of it. */
  openedHere: NotePath | null = null;

  constructor(
    private readonly app: App,
    private readonly index: AccountIndex,
    private readonly said: (words: string) => void,
  ) {}

  /** Opens the newest note that has the item, at its line. */
  async open({ item }: OpenItem, where: PaneType | boolean): Promise<void> {
    const [{ path, line }] = item.places;
    await this.openNote(path, line, where);
  }

  /** Opens a note, at a line counted from 1 where one is given. */
  async openNote(path: NotePath, line: number | null, where: PaneType | boolean): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) {
      new Notice(texts.item.noteGone(path));
      return;
    }
    this.openedHere = path;
    const state = line === null ? {} : { eState: { line: line - 1 } };
    await this.app.workspace.getLeaf(where).openFile(file, state);
  }

  async change(open: OpenItem, change: TaskChange): Promise<void> {
    const current = await currentItem(this.index, open);
    const { notes, refused } = await changeItem(this.index.host, current, change, this.index.today(), () => null);
    if (refused.length > 0) new Notice(texts.changes.notChanged(refused.join(' ')));
    else if (notes.length > 0) this.said(texts.changes.changed(open.item.text));
  }

  pickDay(open: OpenItem): void {
    new DatePicker(this.app, open.item.due ?? this.index.today(), (day) => {
      void this.change(open, { kind: 'due', day });
    }).open();
  }

  pickOwner(open: OpenItem): void {
    new OwnerPicker(this.app, this.ownerChoices(open), (name) => {
      void this.change(open, { kind: 'owner', name });
    }).open();
  }

  async copyText(open: OpenItem): Promise<void> {
    await this.copy(itemAsText(open, texts.item.dueOn));
  }

  /** A link to the heading that the item stands under, as the vault's settings have links. */
  async copyLink({ item }: OpenItem): Promise<void> {
    const [{ path, task }] = item.places;
    const file = this.app.vault.getFileByPath(path);
    if (!file) return;
    const subpath = task.heading === null ? '' : `#${task.heading.replace(/[#^|[\]\\]/g, ' ').trim()}`;
    await this.copy(this.app.fileManager.generateMarkdownLink(file, '', subpath));
  }

  /** Whoever keeps the vault, nobody, then the account's people, its own first. */
  private ownerChoices({ item, owners }: OpenItem): OwnerChoice[] {
    const me = this.index.settings.ownNames[0] ?? 'Me';
    const people = collaboratorsOf(item.account, this.index.graph)
      .sort((a, b) => Number(b.ofAccount) - Number(a.ofAccount) || b.meetings - a.meetings)
      .map(({ name, company }) => ({ name, title: company === '' ? name : `${name} (${company})` }));
    const nobody = owners.length > 0 ? [{ name: null, title: texts.item.nobody }] : [];
    return [{ name: me, title: me === 'Me' ? texts.item.me : texts.item.nameOfMe(me) }, ...nobody, ...people];
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      new Notice(texts.item.copied);
    } catch (error) {
      new Notice(texts.item.notCopied(reasonOf(error)));
    }
  }
}
