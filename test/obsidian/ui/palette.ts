import type { VisibleApp } from './visible-app.ts';
import { FuzzySuggestModal } from './suggest-modal.ts';

/** A command as the palette shows it. */
export interface ListedCommand {
  readonly id: string;
  readonly name: string;
}

/** The list of commands to choose from by a few letters. */
export class CommandPalette extends FuzzySuggestModal<ListedCommand> {
  constructor(
    app: VisibleApp,
    private readonly commands: () => ListedCommand[],
    private readonly run: (command: ListedCommand) => void,
  ) {
    super(app);
    this.setPlaceholder('Select a command…');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getItems(): ListedCommand[] {
    return this.commands();
  }

  getItemText({ name }: ListedCommand): string {
    return name;
  }

  onChooseItem(command: ListedCommand): void {
    this.run(command);
  }
}

/** The list of notes to choose from by a few letters. */
export class QuickSwitcher extends FuzzySuggestModal<string> {
  constructor(app: VisibleApp) {
    super(app);
    this.setPlaceholder('Find a note…');
  }

  getItems(): string[] {
    return this.app.vault.getMarkdownFiles().map(({ path }) => path.replace(/\.md$/, ''));
  }

  getItemText(path: string): string {
    return path;
  }

  onChooseItem(path: string): void {
    void this.app.workspace.openLinkText(path, '');
  }
}
