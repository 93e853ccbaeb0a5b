import type { IndexProgress } from '../account-index.ts';
import { texts } from '../i18n/texts.ts';

/** Why there is nothing in the list. */
export type Emptiness =
  | { readonly because: 'reading'; readonly progress: IndexProgress }
  /** With the names of the folders that were looked through. */
  | { readonly because: 'no accounts'; readonly folders: readonly string[] }
  | { readonly because: 'no items'; readonly accounts: number }
  | { readonly because: 'no match'; readonly all: number };

/** Ways out of an empty list. */
export interface WaysOut {
  readonly clearFilters: () => void;
  readonly openSettings: () => void;
}

/** Says why a list is empty, and what can be done. */
export function drawEmptiness(el: HTMLElement, emptiness: Emptiness, ways: WaysOut): void {
  el.empty();
  const { title, lines } = wordsFor(emptiness);
  el.createDiv({ cls: 'account-pages-empty-title', text: title });
  for (const line of lines) el.createEl('p', { text: line });
  if (emptiness.because === 'reading') {
    const { done, all } = emptiness.progress;
    el.createEl('progress', { attr: { value: done, max: Math.max(1, all), 'aria-label': title } });
  }
  if (emptiness.because === 'no accounts') {
    el.createEl('button', { text: texts.buttons.openSettings }).addEventListener('click', ways.openSettings);
  }
  if (emptiness.because === 'no match') {
    el.createEl('button', { text: texts.empty.clearFilters }).addEventListener('click', ways.clearFilters);
  }
}

function wordsFor(emptiness: Emptiness): { title: string; lines: string[] } {
  switch (emptiness.because) {
    case 'reading': {
      const { done, all } = emptiness.progress;
      return { title: texts.empty.reading, lines: all === 0 ? [] : [texts.empty.progress(done, all)] };
    }
    case 'no accounts':
      return {
        title: texts.empty.noAccounts,
        lines: [texts.empty.lookedFor(emptiness.folders.join(', ')), texts.empty.whatAccountsAre],
      };
    case 'no items':
      return { title: texts.sidebar.nothingOpen, lines: [texts.empty.nothingOpen(emptiness.accounts)] };
    case 'no match':
      return { title: texts.empty.noMatch, lines: [texts.empty.noneFits(emptiness.all)] };
  }
}
