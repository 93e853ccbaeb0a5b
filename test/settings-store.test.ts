import type { Plugin } from 'obsidian';
import { expect, it } from 'vitest';
import { SettingsStore } from '../src/obsidian/settings-store.ts';

/** A plugin whose file is written and read only when it is told to, as on a slow disk. */
class SlowPlugin {
  readonly manifest = { id: 'account-pages', dir: 'plugins/account-pages' };
  private file = '{}';
  private readonly waiting: (() => void)[] = [];

  loadData(): Promise<unknown> {
    return this.later(() => JSON.parse(this.file) as unknown);
  }

  saveData(data: unknown): Promise<void> {
    const text = JSON.stringify(data);
    return this.later(() => {
      this.file = text;
    });
  }

  /** Does what was asked for, in its order, until nothing more is. */
  async work(): Promise<void> {
    for (let idle = 0; idle < 20; idle++) {
      await Promise.resolve();
      const next = this.waiting.shift();
      if (!next) continue;
      idle = 0;
      next();
    }
  }

  private later<T>(act: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.waiting.push(() => {
        resolve(act());
      });
    });
  }
}

it('keeps the newest value where the settings are read anew while they are being saved', async () => {
  const plugin = new SlowPlugin();
  const store = new SettingsStore(plugin as unknown as Plugin);
  const all = [
    store.set('sections.keyFacts.heading', 'Facts'),
    store.load(),
    store.set('sections.keyFacts.limit', 3),
    store.load(),
    store.set('refreshDelay', 7),
  ];
  await plugin.work();
  await Promise.all(all);
  const { sections, refreshDelay } = store.settings;
  expect([sections.keyFacts.heading, sections.keyFacts.limit, refreshDelay]).toEqual(['Facts', 3, 7]);
  const saved = plugin.loadData();
  await plugin.work();
  expect(await saved).toEqual({ sections: { keyFacts: { heading: 'Facts', limit: 3 } }, refreshDelay: 7 });
});
