// Builds the plugin (main.js) and the command line (dist/cli.mjs). `--watch` builds again on every change,
// and puts the plugin into the vault that DEV_VAULT names, if it names one.
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import esbuild from 'esbuild';

/**
 * gray-matter brings engines that evaluate code and needs Node's Buffer. The core hands it the only engine that it
 * may use, so these are left out of what is shipped: no note can run code, and the plugin runs on phones.
 */
const plainGrayMatter = {
  name: 'plain-gray-matter',
  setup(build) {
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: 'module.exports = Object.create(null);',
    }));
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]utils\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const patched = source.replace('Buffer.from(input)', 'input');
      if (patched === source) throw new Error('gray-matter changed: its use of Buffer is not where it was.');
      return { contents: patched };
    });
    build.onResolve({ filter: /^fs$/ }, ({ importer }) =>
      importer.includes('gray-matter') ? { path: 'fs', namespace: 'no-fs' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'no-fs' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** How every bundle is built; the benchmark builds its own with it, so that it measures what is shipped. */
export const shared = { bundle: true, legalComments: 'none', logLevel: 'warning', plugins: [plainGrayMatter] };

const plugin = {
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: 'main.js',
  format: 'cjs',
  platform: 'browser',
  // The browser build of remark's entity decoder makes an element on loading; the worker build has a table.
  conditions: ['worker'],
  target: 'es2021',
  external: ['obsidian'],
  minify: true,
};

const commandLine = {
  ...shared,
  entryPoints: ['src/cli/main.mts'],
  outfile: 'dist/cli.mjs',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: { VERSION: JSON.stringify(JSON.parse(await readFile('manifest.json', 'utf8')).version) },
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

const isStarted = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isStarted && process.argv.includes('--watch')) {
  const { intoVault } = await import('./test/dev-vault.mjs');
  const watched = { ...plugin, plugins: [...plugin.plugins, ...intoVault(process.env.DEV_VAULT)] };
  for (const options of [watched, commandLine]) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else if (isStarted) {
  await Promise.all([plugin, commandLine].map((options) => esbuild.build(options)));
}
