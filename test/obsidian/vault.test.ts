import './window.ts';
import { describe, expect, it } from 'vitest';
import { TFile } from './files.ts';
import { MemoryStore } from './memory-store.ts';
import { Vault } from './vault.ts';

async function opened(files: Record<string, string>): Promise<{ vault: Vault; store: MemoryStore; told: string[] }> {
  const store = new MemoryStore(files, 'Sales', () => 1000);
  const vault = new Vault(store);
  await vault.load();
  const told: string[] = [];
  for (const name of ['create', 'modify', 'delete'] as const) {
    vault.on(name, (file) => told.push(`${name} ${file.path}`));
  }
  vault.on('rename', (file, oldPath) => told.push(`rename ${oldPath} to ${file.path}`));
  return { vault, store, told };
}

function file(vault: Vault, path: string): TFile {
  const found = vault.getFileByPath(path);
  if (!found) throw new Error(`no file ${path}`);
  return found;
}

describe('the tree', () => {
  it('holds folders, files and their names, and no hidden ones', async () => {
    const { vault } = await opened({ 'Accounts/Acme.v2.md': 'a', 'logo.PNG': '', '.obsidian/app.json': '{}' });
    const seen = vault.getAllLoadedFiles().map((entry) => [entry.path, entry.name, entry.parent?.path ?? null]);
    expect(seen).toEqual([
      ['/', '', null],
      ['Accounts', 'Accounts', '/'],
      ['Accounts/Acme.v2.md', 'Acme.v2.md', 'Accounts'],
      ['logo.PNG', 'logo.PNG', '/'],
    ]);
    const { basename, extension, stat } = file(vault, 'Accounts/Acme.v2.md');
    expect({ basename, extension, stat }).toEqual({
      basename: 'Acme.v2',
      extension: 'md',
      stat: { ctime: 1000, mtime: 1000, size: 1 },
    });
    expect(vault.getMarkdownFiles().map(({ path }) => path)).toEqual(['Accounts/Acme.v2.md']);
    expect(vault.getAllFolders().map(({ path }) => path)).toEqual(['Accounts']);
  });

  it('tells of every file when the vault is loaded', async () => {
    const vault = new Vault(new MemoryStore({ 'Accounts/Acme.md': '' }));
    const told: string[] = [];
    vault.on('create', ({ path }) => told.push(path));
    await vault.load();
    expect(told).toEqual(['Accounts', 'Accounts/Acme.md']);
  });

  it('names a missing file or folder as null', async () => {
    const { vault } = await opened({ 'Accounts/Acme.md': '' });
    expect([
      vault.getFileByPath('Accounts'),
      vault.getFolderByPath('Accounts/Acme.md'),
      vault.getAbstractFileByPath('x'),
    ]).toEqual([null, null, null]);
  });
});

describe('writing', () => {
  it('creates a file once, and not in a folder that is not there', async () => {
    const { vault, told } = await opened({});
    await vault.createFolder('Accounts');
    await vault.create('Accounts/Acme.md', 'one');
    await expect(vault.create('Accounts/Acme.md', 'two')).rejects.toThrow('It already exists: Accounts/Acme.md');
    await expect(vault.create('People/Jane.md', '')).rejects.toThrow('no such folder: People');
    await expect(vault.createFolder('Accounts')).rejects.toThrow('It already exists: Accounts');
    expect(told).toEqual(['create Accounts', 'create Accounts/Acme.md']);
    expect(await vault.read(file(vault, 'Accounts/Acme.md'))).toBe('one');
  });

  it('tells of a change once the file’s size and time are those of the new text', async () => {
    const { vault } = await opened({ 'a.md': 'a' });
    const sizes: number[] = [];
    vault.on('modify', (changed) => sizes.push(changed instanceof TFile ? changed.stat.size : -1));
    await vault.modify(file(vault, 'a.md'), 'été');
    await vault.append(file(vault, 'a.md'), '!');
    expect(sizes).toEqual([5, 6]);
    expect(await vault.cachedRead(file(vault, 'a.md'))).toBe('été!');
  });

  it('loses nothing of many edits at the same time', async () => {
    const { vault, store } = await opened({ 'a.md': '' });
    const edits = Array.from({ length: 50 }, (_, index) =>
      vault.process(file(vault, 'a.md'), (text) => `${text}${String(index)},`),
    );
    await Promise.all(edits);
    expect(store.textOf('a.md')).toBe(Array.from({ length: 50 }, (_, index) => `${String(index)},`).join(''));
  });

  it('hands an edit what is on disk, not what was read before', async () => {
    const { vault, store } = await opened({ 'a.md': 'old' });
    await vault.cachedRead(file(vault, 'a.md'));
    store.writeFromOutside('a.md', 'new');
    expect(await vault.process(file(vault, 'a.md'), (text) => `${text}!`)).toBe('new!');
  });

  it('neither writes nor tells where an edit changes nothing, unless that is asked for', async () => {
    const { vault, store, told } = await opened({ 'a.md': 'a' });
    await vault.process(file(vault, 'a.md'), (text) => text);
    expect([store.writes, told]).toEqual([[], []]);
    vault.writesUnchanged = true;
    await vault.process(file(vault, 'a.md'), (text) => text);
    expect([store.writes, told]).toEqual([['a.md'], ['modify a.md']]);
  });

  it('leaves the file as it is where an edit throws, and goes on with the next', async () => {
    const { vault, store } = await opened({ 'a.md': 'a' });
    const failing = vault.process(file(vault, 'a.md'), () => {
      throw new Error('no');
    });
    const next = vault.process(file(vault, 'a.md'), (text) => `${text}b`);
    await expect(failing).rejects.toThrow('no');
    expect([await next, store.writes]).toEqual(['ab', ['a.md']]);
  });

  it('rejects with the store’s reason', async () => {
    const { vault, store, told } = await opened({ 'a.md': 'a' });
    store.refuse('write', 'a.md', 'disk full');
    store.refuse('read', 'a.md', 'not downloaded');
    await expect(vault.modify(file(vault, 'a.md'), 'b')).rejects.toThrow('disk full');
    await expect(vault.read(file(vault, 'a.md'))).rejects.toThrow('not downloaded');
    store.allow('read', 'a.md');
    expect([await vault.read(file(vault, 'a.md')), told]).toEqual(['a', []]);
  });
});

describe('moving and removing', () => {
  it('keeps the file object through a rename, and tells of it after the file has moved', async () => {
    const { vault, told } = await opened({ 'Accounts/Acme.md': 'a', 'Old/x.md': '' });
    const acme = file(vault, 'Accounts/Acme.md');
    await vault.rename(acme, 'Old/Acme Corp.md');
    expect([vault.getFileByPath('Old/Acme Corp.md') === acme, acme.basename, acme.parent?.path]).toEqual([
      true,
      'Acme Corp',
      'Old',
    ]);
    expect(vault.getFolderByPath('Accounts')?.children).toEqual([]);
    expect(told).toEqual(['rename Accounts/Acme.md to Old/Acme Corp.md']);
    await expect(vault.rename(acme, 'Old/x.md')).rejects.toThrow('It already exists: Old/x.md');
  });

  it('moves all that is in a folder', async () => {
    const { vault, store, told } = await opened({ 'A/B/c.md': 'c' });
    await vault.rename(vault.getFolderByPath('A') ?? vault.getRoot(), 'Z');
    expect(told).toEqual(['rename A to Z', 'rename A/B to Z/B', 'rename A/B/c.md to Z/B/c.md']);
    expect(store.files()).toEqual({ 'Z/B/c.md': 'c' });
    expect(file(vault, 'Z/B/c.md').parent?.path).toBe('Z/B');
  });

  it('puts what is thrown away into the vault’s trash under a name that is free', async () => {
    const { vault, store, told } = await opened({ 'a.md': '1', 'B/a.md': '2' });
    const trash = vault.trash.bind(vault);
    await trash(file(vault, 'a.md'), true);
    await trash(file(vault, 'B/a.md'), false);
    expect(store.files()).toEqual({ '.trash/a.md': '1', '.trash/a 2.md': '2' });
    expect(told).toEqual(['delete a.md', 'delete B/a.md']);
  });

  it('deletes a folder after what is in it', async () => {
    const { vault, told } = await opened({ 'A/B/c.md': '' });
    const erase = vault.delete.bind(vault);
    await erase(vault.getFolderByPath('A') ?? vault.getRoot(), true);
    expect(told).toEqual(['delete A/B/c.md', 'delete A/B', 'delete A']);
  });
});

describe('changes from outside', () => {
  it('shows and tells of what another program wrote and removed', async () => {
    const { vault, store, told } = await opened({ 'a.md': 'a' });
    await vault.cachedRead(file(vault, 'a.md'));
    store.writeFromOutside('a.md', 'b');
    store.writeFromOutside('New/n.md', 'n');
    store.writeFromOutside('.obsidian/app.json', '{}');
    expect(await vault.cachedRead(file(vault, 'a.md'))).toBe('b');
    store.removeFromOutside('a.md');
    expect(told).toEqual(['modify a.md', 'create New', 'create New/n.md', 'delete a.md']);
  });
});
