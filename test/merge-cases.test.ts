import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSettings, type Settings } from '../src/core/settings.ts';
import type { AccountVault, Rebuild } from '../src/core/write/account-vault.ts';
import { escapeText, savedSettings, withResults } from './case-file.ts';
import { MemoryVault, opened } from './memory-vault.ts';
import { pageOfStep, readMergeCase, withoutHashes, type MergeStep } from './merge-case-file.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/merge/', import.meta.url));
const FILES = Object.keys(import.meta.glob('../fixtures/merge/*.md', { query: '?raw' }))
  .map((path) => basename(path))
  .sort();
const TODAY = '2026-02-01';

/** How notes reach the plugin must not show on a page. */
const READINGS = ['read anew for each rebuild', 'read in reverse order', 'read as they change'] as const;

describe('merging, case by case', () => {
  it.each(FILES)('%s', async (name) => {
    const file = readFileSync(FOLDER + name, 'utf8');
    const steps = readMergeCase(file);
    const results = steps.filter(({ kind }) => kind === 'result');
    expect(results.length, 'a case has results').toBeGreaterThan(0);
    const actual = await outcomes(steps, results, READINGS[0]);
    for (const reading of READINGS.slice(1)) expect(await outcomes(steps, results, reading), reading).toEqual(actual);
    if (!namesProblems(results)) expect(actual.problems, 'problems that the case does not name').toEqual([]);
    await expect(withResults(file, results, actual.results)).toMatchFileSnapshot(FOLDER + name);
  });
});

function namesProblems(results: readonly MergeStep[]): boolean {
  return results.some(({ name }) => name === 'problems');
}

interface Outcomes {
  readonly results: readonly string[];
  readonly problems: readonly string[];
}

async function outcomes(
  steps: readonly MergeStep[],
  results: readonly MergeStep[],
  reading: (typeof READINGS)[number],
): Promise<Outcomes> {
  const saved = savedSettings(steps.find(({ kind }) => kind === 'settings')?.text ?? '{}');
  const vault = reading === READINGS[1] ? new ReversedVault([]) : new MemoryVault([]);
  const { settings } = readSettings(saved, 'settings');
  const story = new Story(vault, settings, reading === READINGS[2]);
  for (const step of steps) await story.happens(step);
  const problems = story.problems();
  const lines = { problems: () => problems, removed: () => story.removedLines() };
  return {
    problems,
    results: results.map(({ name }) => {
      if (name.startsWith('page ')) return escapeText(withoutHashes(vault.notes.get(name.slice(5)) ?? ''));
      const what = lines[name as keyof typeof lines];
      expect(what, `a result is a page or one of ${Object.keys(lines).join(', ')}`).toBeDefined();
      return what()
        .map((line) => `${line}\n`)
        .join('');
    }),
  };
}

class ReversedVault extends MemoryVault {
  override async list(): Promise<readonly string[]> {
    return [...(await super.list())].reverse();
  }
}

/** What happens in a vault, step by step. */
class Story {
  private accounts: AccountVault | null = null;
  private rebuilt: Rebuild | null = null;
  /** The pages after the last rebuild, and after the one before. */
  private pages: readonly ReadonlyMap<string, string>[] = [];

  constructor(
    private readonly vault: MemoryVault,
    private readonly settings: Settings,
    private readonly keptOpen: boolean,
  ) {}

  async happens(step: MergeStep): Promise<void> {
    const { kind, name, to } = step;
    if (kind === 'page' || kind === 'note') {
      const before = this.vault.notes.get(name) ?? '';
      await this.changes(name, pageOfStep(step, before, this.pages[1]?.get(name) ?? ''));
    } else if (kind === 'delete') {
      expect(this.vault.notes.has(name), `${name} is there to be deleted`).toBe(true);
      await this.changes(name, null);
    } else if (kind === 'rename') await this.renames(name, to);
    else if (kind === 'rebuild') await this.rebuilds();
  }

  problems(): string[] {
    return (this.rebuilt?.problems ?? []).map(({ path, line, code }) => `${path}:${String(line ?? '-')} ${code}`);
  }

  removedLines(): string[] {
    const sections = (this.rebuilt?.pages ?? []).flatMap((page) => page.sections);
    return sections.flatMap(({ heading, merged }) =>
      merged.stayedAway
        .filter(({ because }) => because === 'removed')
        .map(({ line }) => `${heading} | ${line.text.trim()}`),
    );
  }

  private async changes(path: string, text: string | null): Promise<void> {
    if (text === null) this.vault.notes.delete(path);
    else this.vault.notes.set(path, text);
    if (text === null) this.accounts?.forget(path);
    else await this.accounts?.read(path);
  }

  private async renames(from: string, to: string): Promise<void> {
    const moved = [...this.vault.notes.keys()].filter((path) => path === from || path.startsWith(`${from}/`));
    expect(moved, `${from} is there to be renamed`).not.toEqual([]);
    for (const path of moved) {
      const text = this.vault.notes.get(path) ?? '';
      await this.changes(path, null);
      await this.changes(to + path.slice(from.length), text);
    }
  }

  private async rebuilds(): Promise<void> {
    const before = new Map(this.vault.notes);
    this.rebuilt = await this.once();
    const pages = new Set(this.rebuilt.pages.map(({ path }) => path));
    for (const [path, text] of before)
      if (!pages.has(path)) expect(this.vault.notes.get(path), `${path} is no page and stays as it is`).toBe(text);
    const written = this.vault.writes.length;
    await this.once();
    expect(this.vault.writes.slice(written), 'a second rebuild writes nothing').toEqual([]);
    this.pages = [new Map(this.vault.notes), ...this.pages];
  }

  private async once(): Promise<Rebuild> {
    if (!this.keptOpen || this.accounts === null) this.accounts = await opened(this.vault, this.settings);
    const written = this.vault.writes.length;
    const rebuilt = await this.accounts.rebuild(this.accounts.graph.accounts(), TODAY, 'a run');
    // As the app does, the vault tells of the plugin's own writing too.
    for (const path of this.vault.writes.slice(written)) await this.accounts.read(path);
    return rebuilt;
  }
}
