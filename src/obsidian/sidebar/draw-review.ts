import type { Review } from '../../core/actions/review.ts';
import type { Problem } from '../../core/problem.ts';
import { baseName, type NotePath } from '../../core/vault.ts';
import type { KeptEdit } from '../../core/write/kept-edits.ts';
import type { RemovedLine } from '../../core/write/removed-lines.ts';
import { texts } from '../i18n/texts.ts';
import { createWords } from './own-direction.ts';

/** What can be done about an entry. */
export interface ReviewActions {
  readonly open: (path: NotePath, line: number | null) => void;
  readonly settle: (edit: KeptEdit, use: 'mine' | 'newer') => void;
  readonly restore: (line: RemovedLine) => void;
}

/** Draws an account's review into its element, in place of what is there. */
export function drawReview(el: HTMLElement, review: Review, actions: ReviewActions): void {
  el.empty();
  const { disagreements, edits, removed, problems } = review;
  drawEntries(el, texts.review.disagreements, disagreements, (entry, problem) => {
    drawProblem(entry, problem, actions);
  });
  drawEntries(el, texts.review.edits, edits, (entry, edit) => {
    drawEdit(entry, edit, actions);
  });
  drawEntries(el, texts.review.removed, removed, (entry, line) => {
    drawRemoved(entry, line, actions);
  });
  drawEntries(el, texts.review.problems, problems, (entry, problem) => {
    drawProblem(entry, problem, actions);
  });
  if (el.childElementCount === 0) el.createDiv({ cls: 'account-pages-nothing', text: texts.review.nothing });
}

function drawEntries<T>(
  parent: HTMLElement,
  title: string,
  entries: readonly T[],
  draw: (el: HTMLElement, entry: T) => void,
): void {
  if (entries.length === 0) return;
  parent.createDiv({ cls: 'account-pages-review-title', text: title, attr: { role: 'heading', 'aria-level': 3 } });
  const list = parent.createEl('ul', 'account-pages-review-list');
  for (const entry of entries) draw(list.createEl('li', 'account-pages-review-entry'), entry);
}

function drawProblem(el: HTMLElement, problem: Problem, { open }: ReviewActions): void {
  const { path, line } = problem;
  const { message, fix } = texts.problems.say(problem);
  createWords(el.createDiv(), message);
  createWords(el.createDiv('account-pages-review-fix'), fix);
  const note = baseName(path);
  const name = line === null ? texts.review.openNote(note) : texts.review.openLine(note, line);
  addButton(el.createDiv('account-pages-review-actions'), name, () => {
    open(path, line);
  });
}

function drawEdit(el: HTMLElement, edit: KeptEdit, { settle }: ReviewActions): void {
  drawWording(el, texts.review.mine(edit.heading), edit.mine);
  drawWording(el, texts.review.newer, edit.newer.text);
  const buttons = el.createDiv('account-pages-review-actions');
  addButton(buttons, texts.review.useNewer, () => {
    settle(edit, 'newer');
  });
  addButton(buttons, texts.review.keepMine, () => {
    settle(edit, 'mine');
  });
}

function drawRemoved(el: HTMLElement, removed: RemovedLine, { restore }: ReviewActions): void {
  drawWording(el, removed.heading, removed.line?.text ?? texts.review.wholeSection);
  addButton(el.createDiv('account-pages-review-actions'), texts.review.restore, () => {
    restore(removed);
  });
}

function drawWording(el: HTMLElement, label: string, text: string): void {
  createWords(el.createDiv('account-pages-review-label'), label);
  createWords(el.createDiv(), text);
}

function addButton(el: HTMLElement, text: string, action: () => void): void {
  el.createEl('button', { text }).addEventListener('click', action);
}
