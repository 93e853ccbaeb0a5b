import { readdirSync, readFileSync } from 'node:fs';
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
});

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
  const code = sources.join('\n');

  it.each([
    ['the network', /XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|requestUrl|\bfetch\(/],
    ['code that is loaded or made', /\bimport\(|\beval\(|\bnew Function\b/],
    ['all files of the vault at once', /\.getFiles\(|\.getMarkdownFiles\(|\.getAllLoadedFiles\(/],
    ['the browser’s own storage', /\blocalStorage\b|\bsessionStorage\b/],
    ['a source map or a machine’s path', /sourceMappingURL|node_modules/],
  ])('does not use %s', (_, forbidden) => {
    expect(forbidden.exec(built)?.[0]).toBeUndefined();
  });

  it('writes to the console only that something failed, and of notes no more than a path', () => {
    const logs = [...code.matchAll(/console\.(\w+)\(([^;]*)\);/g)].map(([, kind = '', said = '']) => `${kind} ${said}`);
    expect(logs.sort()).toEqual([
      "error 'A plugin that listens to Account Pages failed:', error",
      'error `Account Pages could not open ${path}: ${reasonOf(error)}`',
      'error `Account Pages could not open ${path}: ${reasonOf(error)}`',
      "warn 'Account Pages could not tell other plugins what has changed:', error",
      "warn 'Account Pages keeps nothing between starts, because its database could not be opened:', error",
      "warn 'Account Pages reads all notes anew, because its cache could not be read:', error",
      "warn 'Account Pages reads some notes anew at the next start, because its cache failed:', error",
    ]);
    expect(code.match(/\bconsole\b/g)).toHaveLength(logs.length);
  });

  it('makes no error of a note’s words, which might be logged', () => {
    const made = [...code.matchAll(/new (?:\w*Error)\(([^;]*)\);/g)].map(([, words]) => words);
    expect(made.length).toBeGreaterThan(5);
    // A text of the interface, one of its texts with the path that the person gave, or a fixed sentence.
    for (const words of made) expect(words).toMatch(/^(?:texts\.reasons\.\w+(?:\(path\))?|'[^']*')$/);
  });

  it('suppresses no rule', () => {
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
    readonly needs?: string;
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
  const { updates } = parse(textOf('.github/dependabot.yml')) as {
    readonly updates: readonly {
      readonly 'package-ecosystem': string;
      readonly groups: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }[];
  };
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
    const steps = release.jobs['draft']?.steps ?? [];
    const attested = steps.find(({ uses }) => uses?.startsWith('actions/attest@'));
    expect(attested?.with?.['subject-path']).toBe('main.js\nmanifest.json\nstyles.css\n');
    const create = steps.find(({ run }) => run?.includes('gh release create'))?.run ?? '';
    expect(create).toContain('gh release create "$TAG" main.js manifest.json styles.css \\');
    for (const flag of ['--draft', '--verify-tag', '--notes-file']) expect(create).toContain(flag);
  });

  it('build a release where nothing but reading is allowed, and draft it where nothing is built', () => {
    expect(Object.keys(release.jobs)).toEqual(['test', 'build', 'draft']);
    const { test, build, draft } = release.jobs;
    expect([release.permissions, test?.permissions, build?.permissions]).toEqual([
      {},
      { contents: 'read' },
      { contents: 'read' },
    ]);
    expect([build?.needs, draft?.needs]).toEqual(['test', 'build']);
    const usesOf = (job?: Job) => job?.steps.flatMap(({ uses }) => uses?.split('@')[0] ?? []);
    expect(usesOf(draft)).toEqual(['actions/download-artifact', 'actions/attest']);
    expect(draft?.steps.flatMap(({ run }) => run ?? []).map((run) => run.split(' ')[0])).toEqual(['gh']);

    const handed = build?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with;
    expect(handed?.['path']).toBe('main.js\nmanifest.json\nstyles.css\nnotes.md\n');
    expect(draft?.steps[0]?.with?.['name']).toBe(handed?.['name']);
  });

  it('release only what is on the main branch', () => {
    const steps = release.jobs['build']?.steps ?? [];
    expect(steps[0]?.with?.['fetch-depth']).toBe(0);
    const looked = steps.findIndex(({ run }) => run === 'git merge-base --is-ancestor "$GITHUB_SHA" origin/main');
    const built = steps.findIndex(({ run }) => run === 'npm run build');
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(built);
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
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'npm', 'github-actions']);
  });

  it('update what is shipped apart from the tools', () => {
    const { devDependencies } = jsonOf('package.json') as { devDependencies: Record<string, string> };
    const page = textOf('docs/third-party.md');
    const shipped = Object.keys(devDependencies).filter((name) => page.includes(`\n| ${name} | `));
    expect(shipped.length).toBeGreaterThan(5);
    // All are development dependencies, and the first group that fits takes one.
    expect(Object.entries(updates[0]?.groups ?? {})).toEqual([
      ['shipped', { patterns: shipped }],
      ['tools', { patterns: ['*'] }],
    ]);
    expect(jsonOf('package.json')).not.toHaveProperty('dependencies');
  });
});
