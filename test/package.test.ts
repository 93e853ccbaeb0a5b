import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEMO = join(ROOT, 'fixtures', 'demo');
const GUIDE = readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8');
const TYPESCRIPT = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** npm and npx are scripts, which Windows starts through a shell only. */
function run(cwd: string, command: string, ...args: readonly string[]): Ran {
  const shell = process.platform === 'win32' && command !== process.execPath;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, shell, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** The package as it would be published, made from a copy of the sources, installed where nothing else is. */
describe('the npm package', () => {
  let folder = '';
  let packed = '';
  let installed = '';
  /** An empty cache and no network: whatever the package needed beside itself would be missed. */
  const alone = () => ['--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'cache')];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'package-'));
    const sources = join(folder, 'sources');
    installed = join(folder, 'installed');
    for (const made of [sources, installed, join(folder, 'empty')]) mkdirSync(made);
    const named = ['src', 'docs', 'manifest.json', 'package.json', 'tsconfig.json', 'README.md', 'LICENSE'];
    for (const name of [...named, 'esbuild.config.mjs', 'notices.mjs'])
      cpSync(join(ROOT, name), join(sources, name), { recursive: true });
    for (const name of ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'])
      cpSync(join(ROOT, name), join(sources, name));
    symlinkSync(join(ROOT, 'node_modules'), join(sources, 'node_modules'), 'junction');

    expect(run(sources, 'npm', 'pack', '--pack-destination', folder, '--cache', join(folder, 'cache'))).toMatchObject({
      code: 0,
    });
    packed = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'nothing was packed');
    writeFileSync(join(installed, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
    expect(run(installed, 'npm', 'install', ...alone(), packed)).toMatchObject({ code: 0 });
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings nothing along', () => {
    expect(readdirSync(join(installed, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'account-pages',
    ]);
    expect(readdirSync(join(installed, 'node_modules', 'account-pages')).sort()).toEqual([
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'dist',
      'docs',
      'package.json',
    ]);
  });

  it('has all that its README leads to', () => {
    const at = join(installed, 'node_modules', 'account-pages');
    const readme = readFileSync(join(at, 'README.md'), 'utf8');
    const paths = [...readme.matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)|<img src="([^"]+)"/g)].map(
      ([, link, picture]) => link ?? picture ?? '',
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(at, path)))).toEqual([]);
  });

  it('has the command line, where it is installed and straight from the file', () => {
    const where = run(installed, 'npx', ...alone(), 'account-pages', 'accounts', DEMO);
    expect(where).toMatchObject({ code: 0, out: expect.stringContaining('Norvane') as unknown });
    const straight = run(
      join(folder, 'empty'),
      'npx',
      ...alone(),
      '--yes',
      '--package',
      packed,
      'account-pages',
      'accounts',
      DEMO,
    );
    expect(straight).toMatchObject({ code: 0, out: where.out });
  });

  it('has the core, with which the guide’s example plans a page', () => {
    const [, example = ''] = /```js\n(import [\s\S]*?)\n```/.exec(GUIDE) ?? [];
    const program = `
      const page = '---\\ntype: customer\\n---\\n# Norvane\\n';
      const call = '## Decisions\\n- The pilot starts in May.\\n';
      const notes = new Map([
        ['Accounts/Norvane/README.md', page],
        ['Accounts/Norvane/2026-01-05 - Call.md', call],
      ]);
      const parseYaml = (text) => Object.fromEntries(text.trim().split('\\n').map((line) => line.split(': ')));
      ${example}
    `;
    writeFileSync(join(installed, 'plan.mjs'), program);
    const { code, out, err } = run(installed, process.execPath, 'plan.mjs');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('# Norvane\n');
    expect(out).toContain('- ✅ The pilot starts in May. ([[2026-01-05 - Call#Decisions|2026-01-05]])');
  });

  it('has a core that needs nothing of Node', () => {
    const core = readFileSync(join(installed, 'node_modules', 'account-pages', 'dist', 'core.mjs'), 'utf8');
    expect(core.match(/^(?:import|export)\b.*\bfrom\b.*|\bBuffer\.\w+|(?<![.\w$])process\.\w+/gm)).toBe(null);
  });

  it('has types, for programs and for plugins', () => {
    writeFileSync(
      join(installed, 'consumer.ts'),
      `
        import { AccountGraph, DEFAULT_SETTINGS, planPage, type Account, type Settings } from 'account-pages';
        import type { AccountPagesApi, ApiOpenItem } from 'account-pages/api';

        const settings: Settings = { ...DEFAULT_SETTINGS, ownNames: ['Robin Hale'] };
        export const planned = (account: Account, text: string): string =>
          planPage(account, text, new AccountGraph(settings), settings, '2026-01-09').after;
        export const texts = async (api: AccountPagesApi): Promise<string[]> =>
          (await api.openItems('Norvane')).map((item: ApiOpenItem) => item.text);

        // @ts-expect-error No setting is a number here.
        export const wrong: Settings = { ...settings, ownNames: 1 };
        // @ts-expect-error What is handed out is not to be changed.
        export const alsoWrong = (item: ApiOpenItem): void => void (item.text = 'mine');
        // @ts-expect-error The API writes nothing.
        export const stillWrong = (api: AccountPagesApi): unknown => api.rebuild('Norvane');
      `,
    );
    expect(compiled('consumer.ts', 'bundler', 'esnext')).toEqual({ code: 0, out: '', err: '' });
    expect(compiled('consumer.ts', 'nodenext', 'nodenext')).toEqual({ code: 0, out: '', err: '' });
    // Of old, and still in the plugins of many.
    expect(compiled('consumer.ts', 'node10', 'esnext')).toEqual({ code: 0, out: '', err: '' });
  });

  it('has types with which every snippet of the guide compiles', () => {
    const snippets = [...GUIDE.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, snippet = '']) => snippet);
    expect(snippets.length).toBeGreaterThan(1);
    for (const snippet of snippets) {
      writeFileSync(join(installed, 'snippet.ts'), snippet);
      expect(compiled('snippet.ts', 'bundler', 'esnext')).toEqual({ code: 0, out: '', err: '' });
    }
  });

  function compiled(file: string, moduleResolution: string, module: string): Ran {
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      // The app's typings ask for more than is there.
      skipLibCheck: file === 'snippet.ts',
      types: [],
      moduleResolution,
      module,
      target: 'es2022',
      // The next TypeScript drops the resolution of old.
      ignoreDeprecations: '6.0',
      paths: { obsidian: [join(ROOT, 'node_modules', 'obsidian', 'obsidian.d.ts')] },
    };
    writeFileSync(join(installed, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
    return run(installed, process.execPath, TYPESCRIPT, '-p', '.');
  }
});
