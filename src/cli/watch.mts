import { watch as watchFolder } from 'node:fs';
import type { NotePath } from '../core/vault.ts';
import { openVault, type VaultOptions } from './commands.mts';
import { count, problemText, rebuildText } from './report.mts';
import type { Terminal } from './terminal.mts';

/** Editors save in several steps, and sync in bursts: what comes within this time is one change. In milliseconds. */
const QUIET = 300;

/** Keeps pages current while notes change, until `stop` is aborted. */
export async function watch(
  path: string,
  options: VaultOptions,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<number> {
  const { folder, vault, today, keepNotes } = await openVault(path, options, terminal);
  const day = () => options.today ?? terminal.today();
  const first = await vault.rebuild(vault.graph.accounts(), today, terminal.now());
  await keepNotes();
  terminal.out(
    `${rebuildText(first, true)}\nWatching ${count((await folder.list()).length, 'note')} in ${folder.root}. Press Ctrl+C to stop.`,
  );
  const changed = new Set<NotePath>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const refresh = async () => {
    const paths = [...changed];
    changed.clear();
    const existing = new Set(await folder.list());
    const { accounts } = await vault.follow({
      written: paths.filter((note) => existing.has(note)),
      gone: paths.filter((note) => !existing.has(note)),
    });
    const { pages, problems } = await vault.rebuildPages(accounts, day(), terminal.now());
    if (pages.some((page) => page.changed)) terminal.out(rebuildText({ pages, problems: [] }, true));
    for (const problem of problems) terminal.err(problemText(problem));
  };
  const watcher = watchFolder(folder.root, { recursive: true }, (_, file) => {
    const note = file?.split('\\').join('/') ?? '';
    if (!note.toLowerCase().endsWith('.md') || note.split('/').some((part) => part.startsWith('.'))) return;
    changed.add(note);
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running
        .then(refresh)
        .catch((error: unknown) =>
          terminal.err(`A change could not be followed: ${String(error)}. The next one will be.`),
        );
    }, QUIET);
  });
  await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  clearTimeout(timer);
  watcher.close();
  await running;
  return 0;
}
