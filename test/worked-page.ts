import { expect } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/core/settings.ts';
import { MemoryVault, opened } from './memory-vault.ts';

/** A customer's page and its notes, and what a person and the app do to them between rebuilds. */
export class WorkedPage {
  static readonly path = 'Accounts/Norvane/README.md';
  readonly vault: MemoryVault;

  constructor(
    properties = 'type: customer\n',
    readonly settings: Settings = DEFAULT_SETTINGS,
  ) {
    this.vault = new MemoryVault([[WorkedPage.path, `---\n${properties}---\n# Norvane\n`]]);
  }

  /** With its record. */
  get text(): string {
    return this.vault.notes.get(WorkedPage.path) ?? '';
  }

  edit(change: (text: string) => string): void {
    const changed = change(this.text);
    expect(changed, 'the edit changes something').not.toBe(this.text);
    this.vault.notes.set(WorkedPage.path, changed);
  }

  /** Writes a note; a name alone is that of a meeting's note in the account's folder. */
  note(name: string, text: string): void {
    this.vault.notes.set(pathOf(name), text);
  }

  delete(name: string): void {
    this.vault.notes.delete(pathOf(name));
  }

  /** As the app does it: the links to it follow, on the page and in the notes. */
  rename(name: string, to: string): void {
    this.note(to, this.vault.notes.get(pathOf(name)) ?? '');
    this.delete(name);
    const linked = new RegExp(`\\[\\[${lastOf(name)}(?=[|#\\\\\\]])`, 'g');
    for (const [path, text] of this.vault.notes) this.vault.notes.set(path, text.replace(linked, `[[${lastOf(to)}`));
  }

  /** Rebuilds the page, and sees that a second rebuild changes nothing. */
  async rebuild(): Promise<void> {
    await this.run('a run');
    const once = this.text;
    await this.run('a second run');
    expect(this.text, 'a second rebuild changes nothing').toBe(once);
  }

  /** The lines below a heading that say something. */
  section(heading: string): string[] {
    const { text } = takeLedger(this.text);
    const below = text.split(`\n## ${heading}\n`)[1] ?? '';
    return (below.split(/\n#+ /)[0] ?? '').split('\n').filter((line) => line.trim() !== '');
  }

  private async run(name: string): Promise<void> {
    const accounts = await opened(this.vault, this.settings);
    await accounts.rebuild(accounts.graph.accounts(), '2026-02-01', name);
  }
}

function pathOf(name: string): string {
  return name.includes('/') ? name : `Accounts/Norvane/${name}.md`;
}

function lastOf(name: string): string {
  return name.replace(/^.*\/|\.md$/g, '');
}
