import { parse } from 'yaml';
import { AccountVault } from '../src/core/write/account-vault.ts';
import { DEFAULT_SETTINGS, type Settings } from '../src/core/settings.ts';
import type { NotePath, VaultHost } from '../src/core/vault.ts';

/** A vault in memory, with everything that a host promises. */
export class MemoryVault implements VaultHost {
  readonly notes: Map<NotePath, string>;
  /** Paths in the order in which they were written. */
  readonly writes: NotePath[] = [];

  constructor(notes: Iterable<readonly [NotePath, string]>) {
    this.notes = new Map(notes);
  }

  list(): Promise<readonly NotePath[]> {
    return Promise.resolve([...this.notes.keys()]);
  }

  read(path: NotePath): Promise<string> {
    const text = this.notes.get(path);
    return text === undefined ? Promise.reject(new Error('it is not there')) : Promise.resolve(text);
  }

  sizeOf(path: NotePath): Promise<number> {
    return Promise.resolve(this.notes.get(path)?.length ?? 0);
  }

  current(path: NotePath): Promise<string> {
    return this.read(path);
  }

  async process(path: NotePath, edit: (text: string) => string): Promise<string> {
    const before = await this.read(path);
    const after = edit(before);
    if (after !== before) {
      this.notes.set(path, after);
      this.writes.push(path);
    }
    return after;
  }
}

export function parseYaml(yaml: string): unknown {
  return parse(yaml, { schema: 'core', logLevel: 'error', maxAliasCount: 20 });
}

/** The whole pipeline over a vault in memory, all notes read. */
export async function opened(vault: MemoryVault, settings: Settings = DEFAULT_SETTINGS): Promise<AccountVault> {
  const accounts = new AccountVault(vault, settings, parseYaml);
  await accounts.readAll();
  return accounts;
}
