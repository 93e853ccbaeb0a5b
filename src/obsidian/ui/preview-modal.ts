import type { App } from 'obsidian';
import type { PagePlan } from '../../core/write/plan-page.ts';
import { diffPage } from '../../core/write/page-diff.ts';
import { texts } from '../i18n/texts.ts';
import { ButtonModal } from './button-modal.ts';
import { drawDiff } from './diff-view.ts';

export interface PreviewedPage {
  readonly name: string;
  readonly plan: PagePlan;
}

/** More are told about by number: nobody looks through a hundred pages, and each costs time to draw. */
const MOST_SHOWN = 30;

/** Shows what rebuilding pages would change on them, before anything is written. */
export class PreviewModal extends ButtonModal<'rebuild' | 'cancel'> {
  constructor(
    app: App,
    private readonly pages: readonly PreviewedPage[],
  ) {
    const [first] = pages;
    const title =
      first && pages.length === 1 ? texts.preview.title(first.name) : texts.preview.titleOfMany(pages.length);
    super(app, title, [
      { text: texts.buttons.rebuild, choice: 'rebuild', look: 'cta' },
      { text: texts.buttons.cancel, choice: 'cancel' },
    ]);
  }

  protected override drawContent(contentEl: HTMLElement): void {
    contentEl.createEl('p', {
      cls: 'account-pages-hint',
      text: texts.preview.hint,
    });
    const isOneOfMany = this.pages.length > 1;
    for (const { name, plan } of this.pages.slice(0, MOST_SHOWN)) {
      if (isOneOfMany) contentEl.createEl('h2', { cls: 'account-pages-diff-page', text: name });
      const sections = diffPage(plan.before, plan.after);
      if (sections.length > 0) drawDiff(contentEl, sections, isOneOfMany ? 'h3' : 'h2');
      else
        contentEl.createEl('p', {
          text: plan.before === plan.after ? texts.preview.nothingChanges : texts.preview.onlyRecord,
        });
      drawProblems(contentEl, plan);
    }
    const rest = this.pages.length - MOST_SHOWN;
    if (rest > 0) contentEl.createEl('p', { cls: 'account-pages-hint', text: texts.preview.more(rest) });
  }
}

/** Below what changes, and folded, because there may be many; in sight where they may be why nothing changes. */
function drawProblems(parent: HTMLElement, { problems, before, after }: PagePlan): void {
  if (problems.length === 0) return;
  const details = parent.createEl('details', { cls: 'account-pages-preview-problems' });
  details.open = before === after;
  details.createEl('summary', { text: texts.problems.title(problems.length) });
  for (const problem of problems)
    details.createEl('p', { cls: 'account-pages-warning', text: texts.problems.say(problem).message });
}
