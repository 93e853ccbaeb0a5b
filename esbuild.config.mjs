// Builds the plugin (main.js), the command line (dist/cli.mjs) and the core for other programs (dist/core.mjs).
// `--watch` builds again on every change, and puts the plugin into the vault that DEV_VAULT names, if it names one.
import { realpathSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import esbuild from 'esbuild';
import { withNotices } from './notices.mjs';

/** gray-matter asks of a value only whether it is a text, an object or neither. */
const KIND_OF = `
  module.exports = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
`;

const ROOT = import.meta.dirname;

/**
 * gray-matter brings engines that evaluate code and needs Node's Buffer. The core hands it the only engine that it
 * may use, so these are left out of what is shipped: no note can run code, and the plugin runs on phones. Nor is it
 * asked for the sections of a text.
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
    build.onResolve({ filter: /^(?:fs|kind-of|section-matter)$/ }, ({ path, importer }) =>
      importer.includes('gray-matter') ? { path, namespace: 'instead' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'instead' }, ({ path }) => ({
      contents: path === 'kind-of' ? KIND_OF : 'module.exports = {};',
    }));
  },
};

/**
 * remark is handed one line at a time that begins as plain text (the core's `readInline`), so of its syntax only the
 * inlines can be met. The blocks are left out: lists, quotes, code, headings, HTML blocks, definitions.
 */
const inlinesOnly = {
  name: 'inlines-only',
  setup(build) {
    build.onLoad({ filter: /micromark[\\/]lib[\\/]constructs\.js$/ }, ({ suffix }) =>
      suffix === ''
        ? {
            contents: `
              export { attentionMarkers, disable, insideSpan, string, text } from './constructs.js?whole';
              export const document = {}, contentInitial = {}, flowInitial = {}, flow = {};
            `,
          }
        : undefined,
    );
  },
};

/** zod asks for one of its helpers by a detour over all of them, which would bring all of them along. */
const leanZod = {
  name: 'lean-zod',
  setup(build) {
    build.onLoad({ filter: /zod[\\/]v4[\\/]mini[\\/]schemas\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const patched = source.replaceAll('core.util.', 'util.');
      if (patched === source) throw new Error('zod changed: its use of `core.util` is not where it was.');
      return { contents: patched };
    });
  },
};

/**
 * What was read of notes is kept for the next start, for who reads them in the same way. So the core is told of what it
 * was built: anew for each build, since `--watch` builds again.
 */
const ownSources = {
  name: 'own-sources',
  setup(build) {
    build.onLoad({ filter: /core[\\/]parse[\\/]rules\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const patched = source.replace("'not built'", JSON.stringify(await hashOfSources()));
      if (patched === source) throw new Error('The place for the hash of the sources is not where it was.');
      return { contents: patched, loader: 'ts' };
    });
  },
};

/** The same in any folder and on any system. Beside the core it is of the libraries, and of what is left out of them. */
async function hashOfSources() {
  const hash = createHash('sha256');
  const { version, devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  hash.update(JSON.stringify([version, devDependencies]));
  const files = await readdir(join(ROOT, 'src', 'core'), { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => `src/core/${file.replaceAll('\\', '/')}`);
  for (const file of [...sources, 'esbuild.config.mjs'].sort())
    hash.update((await readFile(join(ROOT, file), 'utf8')).replaceAll('\r\n', '\n'));
  return hash.digest('hex').slice(0, 16);
}

/** How every bundle is built; the benchmark builds its own with it, so that it measures what is shipped. */
export const shared = {
  bundle: true,
  // A few of the libraries' own comments would stand for all of them; the notices are complete.
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [plainGrayMatter, inlinesOnly, leanZod, ownSources],
};

const plugin = {
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: 'main.js',
  format: 'cjs',
  platform: 'browser',
  // remark's own way to read `&eacute;` in a browser writes HTML into an element, and its other way is a long table.
  alias: { 'decode-named-character-reference': './src/obsidian/character-reference.ts' },
  target: 'es2022',
  // The texts in other languages are full of letters beyond ASCII, whose escapes take twice the room.
  charset: 'utf8',
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

/** Neither for Node nor for a browser: what needs one of them does not build. */
const core = {
  ...shared,
  entryPoints: ['src/package/core.ts'],
  outfile: 'dist/core.mjs',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
};

const BUNDLES = [plugin, commandLine, core].map((options) => ({
  ...options,
  plugins: [...options.plugins, withNotices],
}));
const isStarted = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isStarted && process.argv.includes('--watch')) {
  const { intoVault } = await import('./test/dev-vault.mjs');
  const [plugin, ...others] = BUNDLES;
  const watched = { ...plugin, plugins: [...plugin.plugins, ...intoVault(process.env.DEV_VAULT)] };
  for (const options of [watched, ...others]) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else if (isStarted) {
  await Promise.all(BUNDLES.map((options) => esbuild.build(options)));
}
