// What is measured, built as it is shipped: the core as one file that Node can run, and the plugin.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { shared } from '../esbuild.config.mjs';
import { BUNDLE } from './core.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the benchmark uses, and the module that it comes from. */
const USED = {
  AccountVault: 'core/write/account-vault.ts',
  AccountGraph: 'core/link/account-graph.ts',
  planPage: 'core/write/plan-page.ts',
  readNote: 'core/parse/read-note.ts',
  readingRules: 'core/parse/read-note.ts',
  textHash: 'core/parse/read-note.ts',
  actionItemsOf: 'core/compose/action-items.ts',
  DEFAULT_SETTINGS: 'core/settings.ts',
  hash8: 'core/words.ts',
  FolderVault: 'cli/folder-vault.mts',
  NoteCache: 'cli/note-cache.mts',
  parseYaml: 'cli/yaml.mts',
};

/** Builds the plugin as it is shipped; rejects where it cannot be built. */
export function buildPlugin() {
  const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], { stdio: 'inherit', cwd: ROOT });
  return status === 0 ? Promise.resolve() : Promise.reject(new Error('The plugin could not be built.'));
}

/** Builds the bundle; rejects where the core does not compile or no longer exports what is used. */
export async function buildCore() {
  const lines = Object.entries(USED).map(([name, module]) => `export { ${name} } from './src/${module}';`);
  await esbuild.build({
    ...shared,
    stdin: { contents: lines.join('\n'), resolveDir: ROOT, loader: 'ts' },
    outfile: fileURLToPath(BUNDLE),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    define: { VERSION: JSON.stringify('benchmark') },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}
