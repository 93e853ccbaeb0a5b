import { Notice, type App } from 'obsidian';
import type { Account } from '../core/link/directory.ts';
import { takeLedger } from '../core/merge/ledger.ts';
import { repairEncoding } from '../core/read/encoding.ts';
import { reasonOf } from '../core/reason-of.ts';
import type { NotePath } from '../core/vault.ts';
import { NoteWriter } from '../core/write/note-writer.ts';
import { diffPage } from '../core/write/page-diff.ts';
import { removedLines, type RemovedLine } from '../core/write/removed-lines.ts';
import { undo, type Undone } from '../core/write/undo.ts';
import type { AccountIndex } from './account-index.ts';
import { breather } from './breather.ts';
import { texts } from './i18n/texts.ts';
import { ButtonModal, ConfirmModal } from './ui/button-modal.ts';
import { ChoiceModal } from './ui/choice-modal.ts';
import { drawDiff } from './ui/diff-view.ts';

/** What takes the plugin's work back: undo, lines that were removed, its record on pages; and a note's damaged text. */
export class TakeBackActions {
  constructor(
    private readonly app: App,
    private readonly index: AccountIndex,
    private readonly forget: () => Promise<void>,
  ) {}

  /** Takes back the last change of the open page; elsewhere the last rebuild, after asking where it was of several pages. */
  async undoLast(here: readonly NotePath[]): Promise<void> {
    await this.index.whenCurrent();
    const changes = await this.index.history.list();
    const ofPage = changes.filter(({ path }) => here.includes(path));
    const last = changes.reduce((latest, { run }) => (run > latest ? run : latest), '');
    const wanted = ofPage.length > 0 ? ofPage : changes.filter(({ run }) => run === last);
    if (wanted.length === 0) {
      new Notice(texts.takeBack.nothing);
      return;
    }
    const isSure =
      wanted.length === 1 ||
      (await new ConfirmModal(this.app, texts.takeBack.title, texts.takeBack.extent(wanted.length), {
        text: texts.buttons.undo,
        look: 'cta',
      }).ask());
    if (isSure !== true) return;
    const undone = await undo(
      this.index.host,
      this.index.history,
      wanted.map(({ path }) => path),
      texts.takeBack.changedSince,
    );
    new Notice(undone.length > 5 ? inNumbers(undone) : undone.map((one) => lineOf(one)).join('\n'), 10_000);
  }

  /** Lets a person choose among the lines that were removed from a page, and puts the chosen one back. */
  async restoreLine(account: Account): Promise<void> {
    await this.index.whenCurrent();
    const page = await this.index.host.current(account.path ?? '');
    const removed = removedLines(this.index.vault.plan(account, page, this.index.today()));
    if (removed.length === 0) {
      new Notice(texts.takeBack.noLines(account.name));
      return;
    }
    new ChoiceModal(this.app, texts.questions.restoreLine, removed, textOf, (line) => {
      this.index.vault
        .restore(account, [line], this.index.today(), new Date().toISOString())
        .then(() => new Notice(texts.takeBack.restored(line.heading, line.line?.text ?? texts.takeBack.wholeSection)))
        .catch((error: unknown) => new Notice(texts.failures.restoreLine(reasonOf(error))));
    }).open();
  }

  /** Takes the plugin's record off all pages, which leaves plain Markdown, and forgets what this device keeps. */
  async eject(accounts: readonly Account[]): Promise<void> {
    await this.index.whenCurrent();
    const isSure = await new ConfirmModal(this.app, texts.records.title, texts.records.extent, {
      text: texts.buttons.removeRecords,
      look: 'destructive',
    }).ask();
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
        failed.push(texts.records.kept(path, reasonOf(error)));
      }
    }
    new Notice([texts.records.removed(changed), ...failed, await this.forgotten()].join('\n'), 10_000);
  }

  /** Forgets what this device keeps, and says whether that was possible. */
  private async forgotten(): Promise<string> {
    try {
      await this.index.whenCurrent();
      await this.forget();
      return texts.records.forgotten;
    } catch (error) {
      return texts.records.stillKept(reasonOf(error));
    }
  }

  /** Shows how a note whose text was once read in a wrong encoding would be put right, and does it where agreed to. */
  async repairEncoding(path: NotePath): Promise<void> {
    const before = await this.index.host.current(path);
    const after = repairEncoding(before).text;
    if (after === before) {
      new Notice(texts.encoding.whole);
      return;
    }
    if ((await new RepairModal(this.app, before, after).ask()) !== true) return;
    await this.writer().change(path, new Date().toISOString(), (text) => ({ after: repairEncoding(text).text }));
    new Notice(texts.encoding.repaired);
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
    super(app, texts.encoding.title, [
      { text: texts.buttons.repair, choice: true, look: 'cta' },
      { text: texts.buttons.cancel, choice: false },
    ]);
  }

  protected override drawContent(contentEl: HTMLElement): void {
    drawDiff(contentEl, diffPage(this.before, this.after));
  }
}

function textOf({ line, heading }: RemovedLine): string {
  return `${heading}: ${line ? line.text : texts.takeBack.wholeSection}`;
}

function lineOf({ path, outcome, reason }: Undone): string {
  return outcome === 'undone' ? texts.takeBack.undone(path) : texts.takeBack.declined(path, reason);
}

function inNumbers(undone: readonly Undone[]): string {
  const declined = undone.filter(({ outcome }) => outcome === 'declined');
  const done = texts.takeBack.undoneMany(undone.length - declined.length);
  return declined.length === 0
    ? done
    : `${done} ${texts.takeBack.declinedMany(declined.length, declined.map(({ path }) => path).join(', '))}`;
}
