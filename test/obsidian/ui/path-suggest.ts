import type { App } from '../app.ts';
import { AbstractInputSuggest } from './suggest.ts';

/** Suggests paths that contain what was typed. */
export class PathSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    private readonly inputEl: HTMLInputElement,
    private readonly paths: () => string[],
  ) {
    super(app, inputEl);
  }

  protected getSuggestions(query: string): string[] {
    const wanted = query.toLowerCase();
    return this.paths()
      .filter((path) => path.toLowerCase().includes(wanted))
      .sort((a, b) => (a < b ? -1 : 1));
  }

  renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }

  override selectSuggestion(path: string, event: MouseEvent | KeyboardEvent): void {
    super.selectSuggestion(path, event);
    this.inputEl.blur();
  }
}
