import { Notice, type App } from 'obsidian';
import type { Account } from '../core/link/directory.ts';
import { takeLedger } from '../core/merge/ledger.ts';
import { repairEncoding } from '../core/read/encoding.ts';
import type { NotePath } from '../core/vault.ts';
import { NoteWriter } from '../core/write/note-writer.ts';
import { diffPage } from '../core/write/page-diff.ts';
import { removedLines, type RemovedLine } from '../core/write/removed-lines.ts';
import { undo, type Undone } from '../core/write/undo.ts';
import type { AccountIndex } from './account-index.ts';
import { breather } from './breather.ts';
import { ButtonModal, ConfirmModal } from './ui/button-modal.ts';
import { ChoiceModal } from './ui/choice-modal.ts';
import { drawDiff } from './ui/diff-view.ts';
import { count, reasonOf } from './wording.ts';

/** What takes the plugin's work back: undo, lines that were removed, its record on pages; and a note's damaged text. */
export class TakeBackActions {
  constructor(
    private readonly app: App,
    private readonly index: AccountIndex,
  ) {}

  /** Takes back the last change of the open page; elsewhere the last rebuild, after asking where it was of several pages. */
  async undoLast(here: readonly NotePath[]): Promise<void> {
    await this.index.whenCurrent();
    const changes = await this.index.history.list();
    const ofPage = changes.filter(({ path }) => here.includes(path));
    const last = changes.reduce((latest, { run }) => (run > latest ? run : latest), '');
    const wanted = ofPage.length > 0 ? ofPage : changes.filter(({ run }) => run === last);
    if (wanted.length === 0) {
      new Notice('Nothing to undo: no rebuild on this device has changed a page since.');
      return;
    }
    const isSure =
      wanted.length === 1 ||
      (await new ConfirmModal(
        this.app,
        'Undo the last rebuild?',
        `${count(wanted.length, 'page')} get the text back that they had before it. Pages that were changed since are left as they are.`,
        { text: 'Undo', look: 'cta' },
      ).ask());
    if (isSure !== true) return;
    const undone = await undo(
      this.index.host,
      this.index.history,
      wanted.map(({ path }) => path),
    );
    new Notice(undone.length > 5 ? inNumbers(undone) : undone.map((one) => lineOf(one)).join('\n'), 10_000);
  }

  /** Lets a person choose among the lines that were removed from a page, and puts the chosen one back. */
  async restoreLine(account: Account): Promise<void> {
    await this.index.whenCurrent();
    const page = await this.index.host.current(account.path ?? '');
    const removed = removedLines(this.index.vault.plan(account, page, this.index.today()));
    if (removed.length === 0) {
      new Notice(`No line was removed from the page of ${account.name}.`);
      return;
    }
    new ChoiceModal(this.app, 'Put which line back?', removed, textOf, (line) => {
      this.index.vault
        .restore(account, [line], this.index.today(), new Date().toISOString())
        .then(() => new Notice(`Restored in ${line.heading}: ${line.line?.text ?? 'the whole section'}`))
        .catch((error: unknown) => new Notice(`The line was not restored, because ${reasonOf(error)}.`));
    }).open();
  }

  /** Takes the plugin's record off all pages, which leaves plain Markdown. */
  async eject(accounts: readonly Account[]): Promise<void> {
    await this.index.whenCurrent();
    const isSure = await new ConfirmModal(
      this.app,
      'Remove the plugin’s record from all pages?',
      'Every page keeps its text; only the hidden record at its end goes. Removed lines are no longer remembered, and a later rebuild begins anew. Do this before you stop using the plugin.',
      { text: 'Remove records', look: 'destructive' },
    ).ask();
    if (isSure !== true) return;
    const [writer, run, pause] = [this.writer(), new Date().toISOString(), breather()];
    const failed: string[] = [];
    let changed = 0;
    for (const { path } of accounts) {
      if (path === null) continue;
      await pause();
      try {
        await writer.change(path, run, (text) => {
          const after = takeLedger(text).text;
          if (after !== text) changed++;
          return { after };
        });
      } catch (error) {
        failed.push(`${path} keeps its record, because ${reasonOf(error)}.`);
      }
    }
    new Notice([`${count(changed, 'page')} lost the record; every other byte stays.`, ...failed].join('\n'), 10_000);
  }

  /** Shows how a note whose text was once read in a wrong encoding would be put right, and does it where agreed to. */
  async repairEncoding(path: NotePath): Promise<void> {
    const before = await this.index.host.current(path);
    const after = repairEncoding(before).text;
    if (after === before) {
      new Notice('Nothing to repair: the text of this note is whole.');
      return;
    }
    if ((await new RepairModal(this.app, before, after).ask()) !== true) return;
    await this.writer().change(path, new Date().toISOString(), (text) => ({ after: repairEncoding(text).text }));
    new Notice('The note’s text was repaired. While it is open, undoing the last rebuild takes that back.');
  }

  private writer(): NoteWriter {
    return new NoteWriter(this.index.host, this.index.history);
  }
}

class RepairModal extends ButtonModal<boolean> {
  constructor(
    app: App,
    private readonly before: string,
    private readonly after: string,
  ) {
    super(app, 'Repair the text of this note?', [
      { text: 'Repair', choice: true, look: 'cta' },
      { text: 'Cancel', choice: false },
    ]);
  }

  protected override drawContent(contentEl: HTMLElement): void {
    drawDiff(contentEl, diffPage(this.before, this.after));
  }
}

function textOf({ line, heading }: RemovedLine): string {
  return `${heading}: ${line ? line.text : 'the whole section'}`;
}

function lineOf({ path, outcome, reason }: Undone): string {
  return outcome === 'undone'
    ? `${path} is as it was before.`
    : `${path} stays as it is, because ${reason}. Take back those changes first, or undo by hand what you do not want.`;
}

function inNumbers(undone: readonly Undone[]): string {
  const declined = undone.filter(({ outcome }) => outcome === 'declined');
  const done = `${count(undone.length - declined.length, 'page')} have their earlier text again.`;
  return declined.length === 0
    ? done
    : `${done} ${count(declined.length, 'page')} changed since and stay as they are: ${declined.map(({ path }) => path).join(', ')}`;
}
