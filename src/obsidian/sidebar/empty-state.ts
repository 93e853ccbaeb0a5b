import type { IndexProgress } from '../account-index.ts';

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
    el.createEl('button', { text: 'Open settings' }).addEventListener('click', ways.openSettings);
  }
  if (emptiness.because === 'no match') {
    el.createEl('button', { text: 'Clear filters' }).addEventListener('click', ways.clearFilters);
  }
}

function wordsFor(emptiness: Emptiness): { title: string; lines: string[] } {
  switch (emptiness.because) {
    case 'reading': {
      const { done, all } = emptiness.progress;
      return { title: 'Reading your notes…', lines: all === 0 ? [] : [`${String(done)} of ${String(all)}`] };
    }
    case 'no accounts':
      return {
        title: 'No accounts found',
        lines: [
          `Folders looked for: ${emptiness.folders.join(', ')}.`,
          'An account is a folder below one of these, or a note whose type property is “customer”. Other folder names can be set in the plugin’s settings.',
        ],
      };
    case 'no items':
      return {
        title: 'Nothing is open',
        lines: [
          `No meeting note of your ${emptiness.accounts === 1 ? 'account' : `${String(emptiness.accounts)} accounts`} has an unticked checkbox.`,
        ],
      };
    case 'no match':
      return {
        title: 'Nothing matches',
        lines: [`None of ${String(emptiness.all)} open ${emptiness.all === 1 ? 'item' : 'items'} fits the filter.`],
      };
  }
}
