import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** What the store's scan looks at and can be looked at here; docs/store-checklist.md has the whole list. */
const ROOT = new URL('../', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const jsonOf = (path: string) => JSON.parse(textOf(path)) as Record<string, unknown>;

describe('the manifest', () => {
  const manifest = jsonOf('manifest.json');
  const { id, name, version, description } = manifest as Record<string, string>;

  it('has what it must have, and nothing that the store does not know', () => {
    const required = ['author', 'description', 'id', 'isDesktopOnly', 'minAppVersion', 'name', 'version'];
    const optional = ['authorUrl', 'fundingUrl'];
    expect(
      Object.keys(manifest)
        .filter((key) => !optional.includes(key))
        .sort(),
    ).toEqual(required);
    expect([typeof manifest['isDesktopOnly'], version, manifest['minAppVersion']]).toEqual([
      'boolean',
      expect.stringMatching(/^\d+\.\d+\.\d+$/),
      expect.stringMatching(/^\d+\.\d+\.\d+$/),
    ]);
  });

  it('has an id and a name that the store takes', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(id).not.toMatch(/obsidian|plugin$/);
    expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9 +()-]*$/);
    expect(name).not.toMatch(/obsi|sidian|plugin/i);
  });

  it('describes the plugin in the characters and the length that are allowed', () => {
    expect(description).toMatch(/^[A-Z][A-Za-z0-9\s.,!?'"-]*\.$/);
    expect(description?.length).toBeGreaterThanOrEqual(10);
    expect(description?.length).toBeLessThanOrEqual(250);
    expect(description).not.toMatch(/obsidian|plugin|^This is/i);
  });

  it('has the version of the other files, and versions.json says from which app on', () => {
    const lock = jsonOf('package-lock.json') as { version: string; packages: Record<string, { version: string }> };
    expect([jsonOf('package.json')['version'], lock.version, lock.packages['']?.version]).toEqual([
      version,
      version,
      version,
    ]);
    const versions = Object.entries(jsonOf('versions.json'));
    for (const entry of versions.flat()) expect(entry).toMatch(/^\d+\.\d+\.\d+$/);
    expect(versions.map(([, app]) => app)).toContain(manifest['minAppVersion']);
  });
});

describe('the repository', () => {
  it('has the license in its usual words, so that it is recognized', () => {
    const [title, , copyright, , ...words] = textOf('LICENSE').trim().split('\n');
    expect([title, copyright]).toEqual(['MIT License', expect.stringMatching(/^Copyright \(c\) \d{4} \S/)]);
    // The same words in a library's, of which only the title and whose it is differ.
    const [, , , , ...usual] = textOf('node_modules/zod/LICENSE').trim().split('\n');
    expect(words.join('\n')).toBe(usual.join('\n'));
  });

  it('has what people and the scorecard look for', () => {
    for (const file of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'package-lock.json', 'LICENSE'])
      expect(textOf(file).length, file).toBeGreaterThan(300);
    expect(textOf('.gitignore')).toMatch(/^\/main\.js$/m);
    expect(textOf('.npmrc')).toMatch(/^tag-version-prefix=""$/m);
    expect(readdirSync(ROOT).filter((name) => /^(?:yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/.test(name))).toEqual([]);
  });

  it('discloses what the store asks about', () => {
    const [, disclosures = ''] = textOf('README.md').split('## Privacy and disclosures\n');
    for (const subject of ['Network use', 'Accounts and payment', 'Telemetry', 'Ads', 'Files outside the vault'])
      expect(disclosures.split('\n## ')[0]).toContain(`**${subject}**`);
  });

  it.each(['main.js', 'dist/cli.mjs', 'dist/core.mjs'])(
    'has in %s whose its libraries are, and under which words',
    (file) => {
      const built = textOf(file);
      const page = textOf('docs/third-party.md');
      for (const [, name, license, owner] of page.matchAll(/^\| ([\w@/-]+) \| (MIT|ISC|BSD-3-Clause) \| ([^|]+) \|$/gm))
        expect(built).toContain(`${name ?? ''}: ${license ?? ''}, Copyright (c) ${owner ?? ''}`);
      for (const words of [
        'Permission is hereby granted, free of charge',
        'Permission to use, copy, modify, and/or distribute this software',
        'Redistributions in binary form must reproduce the above copyright notice',
      ])
        expect(built.split(words)).toHaveLength(2);
    },
  );

  it('names every library that goes into what is built, with its license', async () => {
    const page = textOf('docs/third-party.md');
    const rows = [...page.matchAll(/^\| ([\w@/-]+) \| ([\w-]+) \| [^|]+ \|$/gm)].filter(
      ([, name]) => name !== 'library',
    );
    const listed = rows.map(([, name = '', license = '']) => `${name}: ${license}`);
    const bundles = ['src/main.ts', 'src/cli/main.mts', 'src/package/core.ts'];
    const shipped = (await Promise.all(bundles.map((entry) => librariesIn(entry)))).flat();
    expect(shipped.length).toBeGreaterThan(10);
    for (const name of new Set(shipped))
      expect(listed).toContain(`${name}: ${String(jsonOf(`node_modules/${name}/package.json`)['license'])}`);
    for (const license of new Set(rows.map((row) => row[2]))) expect(page).toContain(`## ${license ?? ''}\n`);
  });
});

/** The packages of which something is left in a bundle; js-yaml is left out of what is built. */
async function librariesIn(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(ROOT),
    entryPoints: [entry],
    platform: entry.endsWith('.mts') ? 'node' : 'browser',
    external: ['obsidian', 'js-yaml'],
    bundle: true,
    format: 'esm',
    // As the command line is: what a smaller file leaves out must not be missing for a larger one.
    minify: entry === 'src/main.ts',
    metafile: true,
    write: false,
  });
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
}

describe('styles.css', () => {
  const css = textOf('styles.css').replace(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    body,
  }));

  it('overrides no other rule by force, and asks nothing slow', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(css).not.toMatch(/!important|:has\(/);
  });

  it('styles only what is its own', () => {
    const foreign = rules
      .flatMap(({ selector }) => selector.split(/,(?![^(]*\))/))
      .map((selector) => selector.trim())
      .filter((selector) => !selector.includes('.account-pages-') && !/^(?:@|from$|to$|\d+%$)/.test(selector));
    expect(foreign).toEqual([]);
  });

  it('says nothing twice', () => {
    const outside = css.replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    const selectors = [...outside.matchAll(/([^{}]+)\{/g)].map(([, selector = '']) =>
      selector.replace(/\s+/g, ' ').trim(),
    );
    expect(selectors.filter((selector, index) => selectors.indexOf(selector) !== index)).toEqual([]);
    for (const { selector, body } of rules) {
      const names = [...body.matchAll(/(?:^|;)\s*([\w-]+)\s*:/g)].map((match) => match[1]);
      expect(
        names.filter((name, index) => names.indexOf(name) !== index),
        selector,
      ).toEqual([]);
    }
  });
});

describe('the built plugin, as the scan looks at it', () => {
  const built = textOf('main.js');
  const sources = Object.values(
    import.meta.glob<string>(['../src/main.ts', '../src/core/**/*.ts', '../src/obsidian/**/*.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  );

  it.each([
    ['the network', /XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|requestUrl|\bfetch\(/],
    ['code that is loaded or made', /\bimport\(|\beval\(|\bnew Function\b/],
    ['all files of the vault at once', /\.getFiles\(|\.getMarkdownFiles\(|\.getAllLoadedFiles\(/],
    ['the browser’s own storage', /\blocalStorage\b|\bsessionStorage\b/],
    ['a source map or a machine’s path', /sourceMappingURL|node_modules/],
  ])('does not use %s', (_, forbidden) => {
    expect(forbidden.exec(built)?.[0]).toBeUndefined();
  });

  it('writes to the console only what failed, and suppresses no rule', () => {
    const code = sources.join('\n');
    expect(code).not.toMatch(/console\.(?:log|info|debug|trace)\(/);
    const said = [...code.matchAll(/console\.(?:warn|error)\(\s*['`]([^'`]*)/g)].map(([, words = '']) => words);
    expect(said).toHaveLength(code.match(/console\./g)?.length ?? 0);
    for (const words of said) expect(words).toMatch(/Account Pages .*(?:because|could not)|Account Pages failed/);
    expect(code).not.toMatch(/eslint-disable|@ts-(?:ignore|expect-error|nocheck)/);
    expect(code).not.toMatch(/['"`/]\.obsidian\b/);
  });
});

describe('workflows and forms', () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }
  interface Job {
    readonly steps: readonly Step[];
    readonly permissions?: Readonly<Record<string, string>>;
    readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
    readonly 'timeout-minutes'?: number;
  }
  interface Workflow {
    readonly on: Readonly<Record<string, { readonly tags?: readonly string[] } | null>>;
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, Job>>;
  }
  const workflow = (name: string) => parse(textOf(`.github/workflows/${name}.yml`)) as Workflow;
  const [checks, release] = [workflow('checks'), workflow('release')];
  const jobs = [...Object.values(checks.jobs), ...Object.values(release.jobs)];

  it('check on three systems and three versions of Node', () => {
    expect(checks.jobs['test']?.strategy?.matrix).toEqual({
      os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
      node: [20, 22, 24],
    });
    expect(checks.jobs['test']?.steps.flatMap(({ run }) => run ?? [])).toEqual(['npm ci', 'npm test']);
    expect(checks.permissions).toEqual({ contents: 'read' });
  });

  it('release from a tag without a letter: three files, attested, as a draft', () => {
    expect(release.on['push']?.tags).toEqual(['[0-9]+.[0-9]+.[0-9]+']);
    expect([release.permissions, release.jobs['build']?.permissions]).toEqual([{}, { contents: 'read' }]);
    const steps = release.jobs['draft']?.steps ?? [];
    // What may write runs nothing that others wrote.
    expect(steps.map(({ uses, run }) => uses?.split('@')[0] ?? run?.split(' ').slice(0, 3).join(' '))).toEqual([
      'actions/download-artifact',
      'actions/attest',
      'gh release create',
    ]);
    const attested = steps.find(({ uses }) => uses?.startsWith('actions/attest@'));
    expect(attested?.with?.['subject-path']).toBe('main.js\nmanifest.json\nstyles.css\n');
    const create = steps.find(({ run }) => run?.includes('gh release create'))?.run ?? '';
    expect(create).toContain('gh release create "$TAG" main.js manifest.json styles.css \\');
    for (const flag of ['--draft', '--verify-tag', '--notes-file']) expect(create).toContain(flag);
  });

  it('use actions by their commit, keep no credentials, and end', () => {
    for (const { steps, ...job } of jobs) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      for (const { uses, run, with: given } of steps) {
        if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
        if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
        // What a person named a branch or tag must not become a part of a command.
        expect(run ?? '').not.toContain('${{');
      }
    }
  });

  it('have forms and updates that can be read', () => {
    for (const name of ['bug', 'feature']) {
      const form = parse(textOf(`.github/ISSUE_TEMPLATE/${name}.yml`)) as {
        readonly name: string;
        readonly body: readonly { readonly type: string; readonly id?: string }[];
      };
      expect(form.name).not.toBe('');
      const ids = form.body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      expect(ids).not.toContain(undefined);
    }
    const updates = parse(textOf('.github/dependabot.yml')) as {
      readonly updates: readonly { readonly 'package-ecosystem': string }[];
    };
    expect(updates.updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'npm', 'github-actions']);
  });
});
