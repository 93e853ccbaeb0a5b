import type { App } from 'obsidian';
import type { NotePath } from '../../core/vault.ts';

/** Opens a note, at a line (from 1) where one is given. Resolves to false where the note is not there. */
export async function openNote(app: App, path: NotePath, line: number | null, inNewTab = false): Promise<boolean> {
  const file = app.vault.getFileByPath(path);
  if (!file) return false;
  const state = line === null ? {} : { eState: { line: line - 1 } };
  await app.workspace.getLeaf(inNewTab ? 'tab' : false).openFile(file, state);
  return true;
}
