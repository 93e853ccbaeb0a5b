import { TFile, type Plugin } from 'obsidian';
import type { AccountIndex } from './account-index.ts';
import type { AutomaticRefresh } from './automatic-refresh.ts';

/** From now on the index hears of every note that changes, and the refresh of every key that is typed into one. */
export function followVault(plugin: Plugin, index: AccountIndex, refresh: AutomaticRefresh): void {
  const { vault, workspace } = plugin.app;
  const written = (file: unknown) => {
    if (file instanceof TFile && index.host.reads(file)) index.noteWritten(file.path);
  };
  plugin.registerEvent(vault.on('create', written));
  plugin.registerEvent(vault.on('modify', written));
  plugin.registerEvent(
    vault.on('rename', (file, oldPath) => {
      index.noteGone(oldPath);
      written(file);
    }),
  );
  plugin.registerEvent(
    vault.on('delete', (file) => {
      if (file instanceof TFile) index.noteGone(file.path);
    }),
  );
  plugin.registerEvent(
    workspace.on('editor-change', (_editor, info) => {
      refresh.typed(info.file?.path ?? null);
    }),
  );
}
