import { Modal, type App } from 'obsidian';
import type { Problem } from '../../core/problem.ts';
import { reasonOf } from '../../core/reason-of.ts';
import { baseName } from '../../core/vault.ts';
import { texts } from '../i18n/texts.ts';
import { openNote } from './open-note.ts';

/** More are told about by number: nobody reads a thousand, and each costs time to draw. */
const MOST_SHOWN = 300;

/** Every problem of the vault, by note: what it does, and what to do. Selecting one opens its note at the line. */
export class ProblemsModal extends Modal {
  constructor(
    app: App,
    readonly problems: readonly Problem[],
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('account-pages-modal');
    this.setTitle(texts.problems.title(this.problems.length));
    if (this.problems.length === 0) {
      this.contentEl.createEl('p', { text: texts.problems.none });
      return;
    }
    const byNote = new Map<string, Problem[]>();
    for (const problem of this.problems.slice(0, MOST_SHOWN)) {
      const known = byNote.get(problem.path);
      if (known) known.push(problem);
      else byNote.set(problem.path, [problem]);
    }
    for (const [path, problems] of byNote) this.drawNote(path, problems);
    const rest = this.problems.length - MOST_SHOWN;
    if (rest > 0) this.contentEl.createEl('p', { cls: 'account-pages-hint', text: texts.problems.more(rest) });
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private drawNote(path: string, problems: readonly Problem[]): void {
    const note = this.contentEl.createDiv({ cls: 'account-pages-problems' });
    note.createEl('h2', { text: baseName(path) });
    note.createDiv({ cls: 'account-pages-hint', text: path });
    const list = note.createEl('ul');
    for (const problem of problems) {
      const { line } = problem;
      const { message, fix } = texts.problems.say(problem);
      const item = list.createEl('li');
      const button = item.createEl('button', { cls: 'account-pages-problem' });
      const placed = line === null ? message : texts.problems.atLine(line, message);
      button.createSpan({ cls: 'account-pages-problem-message', text: placed });
      button.createSpan({ cls: 'account-pages-problem-fix', text: fix });
      button.addEventListener('click', () => {
        this.jumpTo(path, line);
      });
    }
  }

  private jumpTo(path: string, line: number | null): void {
    openNote(this.app, path, line)
      .then((isOpen) => {
        if (isOpen) this.close();
      })
      .catch((error: unknown) => {
        console.error(`Account Pages could not open ${path}: ${reasonOf(error)}`);
      });
  }
}
