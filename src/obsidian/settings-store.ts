import type { Plugin } from 'obsidian';
import type { Problem } from '../core/problem.ts';
import { reasonOf } from '../core/reason-of.ts';
import { DEFAULT_SETTINGS, readSettings, unreadableSettings, type Settings } from '../core/settings.ts';

type Saved = Readonly<Record<string, unknown>>;

/**
 * The settings as they lie in the vault, with the plugin. A value that cannot be used falls back to its default, alone,
 * and stays in the file until somebody sets it; what this version does not know is kept.
 */
export class SettingsStore {
  private saved: Saved = {};
  private read = { settings: DEFAULT_SETTINGS, problems: [] as readonly Problem[] };
  private isThere = false;
  private saving: Promise<unknown> = Promise.resolve();

  constructor(private readonly plugin: Plugin) {}

  get settings(): Settings {
    return this.read.settings;
  }

  /** Of values that could not be used. */
  get problems(): readonly Problem[] {
    return this.read.problems;
  }

  /** Whether settings were ever saved in this vault. */
  get isNew(): boolean {
    return !this.isThere;
  }

  /** Where the settings lie in the vault. */
  get path(): string {
    const { app, manifest } = this.plugin;
    return `${manifest.dir ?? `${app.vault.configDir}/plugins/${manifest.id}`}/data.json`;
  }

  /** Reads the settings anew. Never rejects: a file that is no JSON is a problem, and the defaults are used. */
  async load(): Promise<void> {
    try {
      const data = await this.loadSettled();
      this.isThere = data !== null && data !== undefined;
      this.saved = isRecord(data) ? data : {};
      this.read = readSettings(data, this.path);
    } catch (error) {
      this.isThere = true;
      this.saved = {};
      this.read = { settings: DEFAULT_SETTINGS, problems: [unreadableSettings(this.path, reasonOf(error))] };
    }
  }

  /** The value that is used: `sections.keyFacts.limit`. */
  get(key: string): unknown {
    return valueAt(this.settings, key.split('.'));
  }

  /** Saves one value; rejects where that fails. */
  async set(key: string, value: unknown): Promise<void> {
    this.saved = withValue(this.saved, key.split('.'), value);
    this.read = readSettings(this.saved, this.path);
    this.isThere = true;
    const { saved } = this;
    const save = this.saving.then(() => this.plugin.saveData(saved));
    this.saving = save.catch(() => undefined);
    await save;
  }

  /** What is saved once nothing is being saved: read in between it would take back the newest value. */
  private async loadSettled(): Promise<unknown> {
    for (;;) {
      const { saving } = this;
      await saving;
      if (saving !== this.saving) continue;
      const data: unknown = await this.plugin.loadData();
      if (saving === this.saving) return data;
    }
  }
}

function valueAt(from: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return from;
  return isRecord(from) && Object.hasOwn(from, key) ? valueAt(from[key], rest) : undefined;
}

function withValue(saved: Saved, [key = '', ...rest]: readonly string[], value: unknown): Saved {
  const inner = saved[key];
  return { ...saved, [key]: rest.length === 0 ? value : withValue(isRecord(inner) ? inner : {}, rest, value) };
}

function isRecord(value: unknown): value is Saved {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
