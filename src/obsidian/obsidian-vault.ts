import { TFile, TFolder, type Vault } from 'obsidian';
import type { NotePath, VaultHost } from '../core/vault.ts';

/** The vault that is open in the app. */
export class ObsidianVault implements VaultHost {
  constructor(private readonly vault: Vault) {}

  list(): Promise<readonly NotePath[]> {
    const notes: NotePath[] = [];
    const folders = [this.vault.getRoot()];
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      for (const child of folder.children) {
        if (child instanceof TFolder) folders.push(child);
        else if (child instanceof TFile && child.extension === 'md') notes.push(child.path);
      }
    }
    return Promise.resolve(notes);
  }

  read(path: NotePath): Promise<string> {
    return this.vault.cachedRead(this.file(path));
  }

  process(path: NotePath, edit: (text: string) => string): Promise<string> {
    return this.vault.process(this.file(path), edit);
  }

  private file(path: NotePath): TFile {
    const file = this.vault.getFileByPath(path);
    if (!file) throw new Error('it is no longer in the vault');
    return file;
  }
}
