import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionItemsOf } from '../src/core/compose/action-items.ts';
import { FAMILIES } from '../src/core/families.ts';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { DEFAULT_SETTINGS, readSettings, SECTION_IDS, type Settings } from '../src/core/settings.ts';
import type { AccountVault, Rebuild } from '../src/core/write/account-vault.ts';
import { examplesIn, fencesIn, type DocExample, type DocStep } from './doc-examples.ts';
import { MemoryVault, opened } from './memory-vault.ts';
import { pageOfStep, readMergeCase, withoutHashes } from './merge-case-file.ts';
import { problemCodes } from './problem-codes.ts';

const ROOT = new URL('../', import.meta.url);
const TODAY = '2026-02-01';

function textOf(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

function markdownIn(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => posix.join(folder, name));
}

const PAGES = [...markdownIn('./'), ...markdownIn('docs/'), ...markdownIn('.github/'), 'e2e/README.md'];

describe('examples in the documentation', () => {
  const examples = PAGES.flatMap((path) =>
    examplesIn(textOf(path)).map((example): [string, DocExample] => [`${path}:${String(example.line)}`, example]),
  );

  it('are found', () => {
    const pages = new Set(examples.map(([name]) => name.split(':')[0]));
    for (const path of ['README.md', 'docs/how-linking-decides.md', 'docs/how-merging-decides.md'])
      expect([...pages]).toContain(path);
    expect(examples.length).toBeGreaterThanOrEqual(12);
  });

  it.each(examples)('%s', async (_, { steps }) => {
    const saved = steps.filter(({ label }) => label === 'Settings').map(({ text }) => JSON.parse(text) as object);
    const { settings, problems } = readSettings(Object.assign({}, ...saved), 'the example');
    expect(problems).toEqual([]);
    const story = new Story(settings);
    let checks = 0;
    for (const step of steps) if (await story.happens(step)) checks++;
    expect(checks, 'an example shows what comes of it').toBeGreaterThan(0);
  });
});

/** What happens in the vault of an example, step by step. */
class Story {
  private readonly vault = new MemoryVault([]);

  constructor(private readonly settings: Settings) {}

  /** True where the step says what something comes to. */
  async happens({ label, path, text, line }: DocStep): Promise<boolean> {
    const where = `line ${String(line)}`;
    if (label === 'Settings') return false;
    if (label === 'Note' || label === 'Page') {
      this.vault.notes.set(path, label === 'Page' ? this.withRecord(path, text) : text);
      return false;
    }
    const { accounts, rebuilt } = await this.rebuild(label.endsWith('after a rebuild'));
    if (label === 'Page after a rebuild') expect(this.page(path), where).toBe(text);
    else if (label === 'Part of the page after a rebuild') expect(`\n${this.page(path)}`, where).toContain(`\n${text}`);
    else expect(linesFor(label, accounts, rebuilt, this.vault, this.settings), where).toEqual(text.trim().split('\n'));
    return true;
  }

  /** The page as a person left it, who does not touch what the plugin keeps at its end. */
  private withRecord(path: string, text: string): string {
    const record = /\n%% account-pages [\s\S]*$/.exec(this.vault.notes.get(path) ?? '')?.[0];
    return record === undefined ? text : text + record;
  }

  private page(path: string): string {
    return takeLedger(this.vault.notes.get(path) ?? '').text;
  }

  private async rebuild(writes: boolean): Promise<{ accounts: AccountVault; rebuilt: Rebuild }> {
    const vault = writes ? this.vault : new MemoryVault(this.vault.notes);
    const accounts = await opened(vault, this.settings);
    return { accounts, rebuilt: await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run') };
  }
}

function linesFor(
  label: DocStep['label'],
  { graph }: AccountVault,
  { problems }: Rebuild,
  vault: MemoryVault,
  settings: Settings,
): string[] {
  if (label === 'Problems') return problems.map(({ path, line, code }) => `${path}:${String(line ?? '-')} ${code}`);
  if (label === 'Action items')
    return graph
      .accounts()
      .flatMap((account) =>
        actionItemsOf(account, graph, settings).map(({ text, owners, due, done, priority }) =>
          [
            account.name,
            text,
            owners.join(' and ') || 'nobody',
            due ?? 'no date',
            priority,
            done ? 'done' : 'open',
          ].join(' · '),
        ),
      );
  return [...vault.notes.keys()]
    .filter((path) => graph.get(path)?.kind === 'meeting')
    .sort()
    .flatMap((path) => {
      const { links } = graph.linksOf(path);
      if (links.length === 0) return [`${path} → nobody`];
      return links.map(
        ({ account, closeness, evidence }) =>
          `${path} → ${account.name} (${closeness}: ${evidence.map(({ rule }) => rule).join(', ')})`,
      );
    });
}

describe('links in the documentation', () => {
  const links = PAGES.flatMap((path) => {
    const fenced = new Set(fencesIn(textOf(path)).map(({ text }) => text));
    const prose = [...fenced]
      .reduce((text, inside) => text.replace(inside, ''), textOf(path))
      .replace(/`[^`\n]*`/g, '');
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)];
    return targets.map((match): [string, string] => [path, match[1] ?? match[2] ?? '']);
  });

  it('are many', () => {
    expect(links.length).toBeGreaterThan(20);
  });

  it.each(links.filter(([, target]) => !/^[a-z]+:/.test(target)))('%s leads to %s', (path, target) => {
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
    expect(existsSync(new URL(to, ROOT)), `${to} is there`).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(textOf(to))).toContain(anchor);
  });

  it('show every picture that there is in light', () => {
    const shown = links.map(([path, target]) => posix.join(posix.dirname(path), target));
    const light = readdirSync(new URL('docs/images', ROOT)).filter((name) => name.endsWith('-light.png'));
    expect(light.filter((name) => !shown.includes(`docs/images/${name}`))).toEqual([]);
  });

  it('lead nowhere outside but where readers expect it', () => {
    const outside = links.filter(([, target]) => /^[a-z]+:/.test(target)).map(([, target]) => target);
    expect(
      outside.filter((target) => !/^https:\/\/(?:help\.obsidian\.md|www\.contributor-covenant\.org)\//.test(target)),
    ).toEqual([]);
  });
});

/** As they are made of headings on the web: lower case, marks dropped, dashes for spaces. */
function anchorsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

describe('CONTRIBUTING.md', () => {
  it('names nothing of the code that is no more', () => {
    const sources = Object.values(
      import.meta.glob<string>(['../src/**/*.ts', '../src/**/*.mts', './*.ts', './obsidian/*.ts', './dev-vault.mjs'], {
        query: '?raw',
        import: 'default',
        eager: true,
      }),
    ).join('\n');
    const text = textOf('CONTRIBUTING.md');
    const names = [...text.matchAll(/`((?:[A-Z]?[a-z]+(?:[A-Z][a-z]+)+|[A-Z]+_[A-Z]+|[A-Z][a-z]+))(?:\.\w+)?`/g)];
    const known = new Set(sources.match(/\w+/g));
    expect(names.length).toBeGreaterThan(30);
    expect(names.map((match) => match[1] ?? '').filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('docs/settings.md', () => {
  const rows = textOf('docs/settings.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

  it('has every setting with its default', () => {
    const documented = rows
      .filter((cells) => cells.length === 6)
      .map(([, key = '', , value = '']) => [bare(key), json(value)]);
    const { sections: _, ...others } = DEFAULT_SETTINGS;
    expect(Object.fromEntries(documented)).toEqual(others);
    expect(documented.map(([key]) => key)).toHaveLength(Object.keys(others).length);
  });

  it('has every section with its defaults, in the order of a page', () => {
    const documented = rows
      .filter((cells) => cells.length === 8)
      .map(([, key = '', heading = '', on = '', limit = '']) => [
        bare(key),
        { on: on === 'on', heading, limit: Number(limit) },
      ]);
    expect(documented).toEqual(SECTION_IDS.map((id) => [`sections.${id}`, DEFAULT_SETTINGS.sections[id]]));
  });

  it('names every kind of heading that can be added', () => {
    const text = textOf('docs/settings.md');
    for (const family of FAMILIES) expect(text).toContain(`\`${family}\``);
  });
});

function bare(cell: string): string {
  return cell.replace(/`/g, '');
}

function json(cell: string): unknown {
  return JSON.parse(bare(cell));
}

describe('docs/api.md', () => {
  it('names everything that answers hold, and every question', () => {
    const types = textOf('src/obsidian/plugin-api.ts');
    const names = [...types.matchAll(/^ {2}(?:readonly )?(\w+)(?=[:(?])/gm)].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThan(30);
    const guide = textOf('docs/api.md');
    expect(names.filter((name) => !new RegExp(`\`${name}\\b`).test(guide))).toEqual([]);
  });
});

describe('docs/troubleshooting.md', () => {
  it('has a heading for each problem code, and none for one that is no more', () => {
    const codes = problemCodes();
    expect(codes.length).toBeGreaterThan(10);
    const headings = [...textOf('docs/troubleshooting.md').matchAll(/^### `([a-z-]+)`$/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(headings.sort()).toEqual(codes);
  });
});

describe('docs/accounts-by-last-contact.base', () => {
  interface Base {
    readonly filters: { readonly and: readonly string[] };
    readonly formulas: Readonly<Record<string, string>>;
    readonly properties: Readonly<Record<string, { readonly displayName: string }>>;
    readonly views: readonly {
      readonly type: string;
      readonly name: string;
      readonly filters?: { readonly and: readonly string[] };
      readonly order: readonly string[];
      readonly sort: readonly { readonly property: string; readonly direction: string }[];
    }[];
  }
  const base = parse(textOf('docs/accounts-by-last-contact.base')) as Base;

  it('is made of what a base may have', () => {
    expect(Object.keys(base)).toEqual(['filters', 'formulas', 'properties', 'views']);
    for (const view of base.views) {
      expect(Object.keys(view).filter((key) => !['type', 'name', 'filters', 'order', 'sort'].includes(key))).toEqual(
        [],
      );
      expect(view.type).toBe('table');
      for (const { direction } of view.sort) expect(['ASC', 'DESC']).toContain(direction);
    }
  });

  it('shows formulas that it has, and properties that pages of the sample vault have', () => {
    const shown = [
      ...Object.keys(base.properties),
      ...base.views.flatMap(({ order, sort }) => [...order, ...sort.map(({ property }) => property)]),
    ];
    const formulas = shown.filter((name) => name.startsWith('formula.'));
    expect(formulas.filter((name) => !(name.slice('formula.'.length) in base.formulas))).toEqual([]);
    const properties = shown
      .filter((name) => !/^(?:formula|file)\./.test(name))
      .map((name) => name.replace(/^note\./, ''));
    const conditions = [...base.filters.and, ...base.views.flatMap(({ filters }) => filters?.and ?? [])];
    const asked = conditions.flatMap((text) => /hasProperty\("(\w+)"\)/.exec(text)?.[1] ?? []);
    expect(asked).toContain('last_contact');
    const page = textOf('fixtures/demo/Accounts/Brightwell Foods/README.md');
    for (const property of [...properties, ...asked]) expect(page).toMatch(new RegExp(`^${property}:`, 'm'));
  });
});

describe('the case in the issue form', () => {
  it('can be run as it stands, so that one that is written after it can be too', async () => {
    const form = parse(textOf('.github/ISSUE_TEMPLATE/bug.yml')) as {
      readonly body: readonly { readonly id?: string; readonly attributes: { readonly value?: string } }[];
    };
    const steps = readMergeCase(form.body.find(({ id }) => id === 'case')?.attributes.value ?? '');
    const vault = new MemoryVault([]);
    let rebuilds = 0;
    for (const step of steps) {
      if (step.kind === 'page' || step.kind === 'note')
        vault.notes.set(step.name, pageOfStep(step, vault.notes.get(step.name) ?? '', ''));
      if (step.kind === 'rebuild') {
        const accounts = await opened(vault);
        await accounts.rebuild(accounts.graph.accounts(), TODAY, 'a run');
        rebuilds++;
      }
      if (step.kind === 'result')
        expect(withoutHashes(vault.notes.get(step.name.replace('page ', '')) ?? '')).toBe(step.text);
    }
    expect([rebuilds, steps.map(({ kind }) => kind).includes('result')]).toEqual([2, true]);
  });
});
