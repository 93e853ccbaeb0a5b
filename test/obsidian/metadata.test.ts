import './window.ts';
import { describe, expect, it } from 'vitest';
import type { TFile } from './files.ts';
import { HeadlessApp } from './headless-app.ts';
import { MemoryStore } from './memory-store.ts';

async function started(
  files: Record<string, string>,
  warm = true,
): Promise<{ app: HeadlessApp; store: MemoryStore; told: string[] }> {
  const store = new MemoryStore(files);
  const app = new HeadlessApp(store);
  const told: string[] = [];
  app.metadataCache.on('changed', (file, data, cache) => {
    told.push(`changed ${file.path} ${JSON.stringify(data)} ${String(cache.headings?.length ?? 0)}`);
  });
  app.metadataCache.on('deleted', (file, cache) => told.push(`deleted ${file.path} ${String(cache !== null)}`));
  app.metadataCache.on('resolve', (file) => told.push(`resolve ${file.path}`));
  app.metadataCache.on('resolved', () => told.push('resolved'));
  await app.start([], { warm });
  return { app, store, told };
}

function file(app: HeadlessApp, path: string): TFile {
  const found = app.vault.getFileByPath(path);
  if (!found) throw new Error(`no file ${path}`);
  return found;
}

describe('the order of events', () => {
  it('tells of no change at a start that knows the notes, and twice that all is resolved', async () => {
    const { told } = await started({ 'a.md': '# A', 'b.md': '[[a]]' });
    expect(told).toEqual(['resolved', 'resolve a.md', 'resolve b.md', 'resolved']);
  });

  it('tells of each note at a first start', async () => {
    const { told } = await started({ 'a.md': '# A' }, false);
    expect(told).toEqual(['changed a.md "# A" 1', 'resolved', 'resolve a.md', 'resolved']);
  });

  it('has the old metadata while the vault tells of a change, and for as long as the writer waits', async () => {
    const { app, told } = await started({ 'a.md': '# A' });
    told.length = 0;
    const headings = (): string[] => app.metadataCache.getCache('a.md')?.headings?.map(({ heading }) => heading) ?? [];
    app.vault.on('modify', () => told.push(`modify ${headings().join()}`));
    await app.vault.process(file(app, 'a.md'), () => '# B');
    told.push(`written ${headings().join()}`);
    await app.metadataCache.settled();
    told.push(headings().join());
    expect(told).toEqual(['modify A', 'written A', 'changed a.md "# B" 1', 'resolve a.md', 'resolved', 'B']);
  });

  it('keeps the metadata through a rename without a change, and resolves the links to it anew', async () => {
    const { app, told } = await started({ 'a.md': '# A', 'b.md': '[[a]]' });
    told.length = 0;
    await app.vault.rename(file(app, 'a.md'), 'c.md');
    expect(app.metadataCache.getCache('c.md')?.headings?.length).toBe(1);
    await app.metadataCache.settled();
    expect(told).toEqual(['resolve b.md', 'resolve c.md', 'resolved']);
    expect(app.metadataCache.unresolvedLinks['b.md']).toEqual({ a: 1 });
  });

  it('hands out the last metadata of a deleted note', async () => {
    const { app, told } = await started({ 'a.md': '# A', 'b.md': '' });
    told.length = 0;
    await app.fileManager.trashFile(file(app, 'a.md'));
    await app.metadataCache.settled();
    expect(told).toEqual(['deleted a.md true', 'resolved']);
    expect(app.metadataCache.getCache('a.md')).toBeNull();
  });

  it('goes on where a note cannot be read', async () => {
    const store = new MemoryStore({ 'a.md': '# A', 'b.md': '# B' });
    store.refuse('read', 'a.md', 'not downloaded');
    const app = new HeadlessApp(store);
    await app.start();
    expect([app.metadataCache.getCache('a.md'), app.metadataCache.getCache('b.md')?.headings?.length]).toEqual([
      null,
      1,
    ]);
  });
});

describe('links', () => {
  const FILES = {
    'Acme.md': '',
    'Deep/Acme.md': '',
    'Deep/Note.md': '[[Acme]] [[/Acme]] ![[logo.png]] [x](../People/Jane%20Doe.md#Top) [[nobody#Here]] [[#Own]]',
    'Note.md': '---\nfor: "[[acme]]"\n---\n[[Acme]] `[[Acme]]`',
    'People/Jane Doe.md': '',
    'img/logo.png': '',
  };

  it('leads to the file beside the note, then to the one nearest to the top, whatever the case', async () => {
    const { app } = await started(FILES);
    expect(app.metadataCache.resolvedLinks).toEqual({
      'Acme.md': {},
      'Deep/Acme.md': {},
      'Deep/Note.md': {
        'Acme.md': 2,
        'Deep/Note.md': 1,
        'People/Jane Doe.md': 1,
        'img/logo.png': 1,
      },
      'Note.md': { 'Acme.md': 2 },
      'People/Jane Doe.md': {},
    });
    expect(app.metadataCache.unresolvedLinks['Deep/Note.md']).toEqual({ nobody: 1 });
  });

  it('writes a link as short as it can be', async () => {
    const { app } = await started(FILES);
    const link = (path: string, subpath?: string, alias?: string): string =>
      app.fileManager.generateMarkdownLink(file(app, path), 'Note.md', subpath, alias);
    const links = [link('People/Jane Doe.md', '#Top', 'Jane'), link('Deep/Acme.md'), link('img/logo.png')];
    expect(links).toEqual(['[[Jane Doe#Top|Jane]]', '[[Deep/Acme]]', '[[logo.png]]']);
    app.fileManager.preferences.markdownLinks = true;
    expect(link('People/Jane Doe.md', '', 'Jane')).toBe('[Jane](Jane%20Doe.md)');
  });

  it('are rewritten when a file moves, but only where they would lead nowhere', async () => {
    const { app, store } = await started({
      'Old.md': '[[Old#Own]]',
      'Note.md': '---\nfor: "[[Old|the old one]]"\n---\n[[Old]] ![[Old#^id|x]] [t](Old.md#h) `[[Old]]` [[other]]',
      'Other.md': '',
    });
    await app.fileManager.renameFile(file(app, 'Old.md'), 'New Name.md');
    expect(store.files()).toEqual({
      'New Name.md': '[[New Name#Own]]',
      'Note.md':
        '---\nfor: "[[New Name|the old one]]"\n---\n[[New Name]] ![[New Name#^id|x]] [t](New%20Name.md#h) `[[Old]]` [[other]]',
      'Other.md': '',
    });
    store.writes.length = 0;
    await app.metadataCache.settled();
    await app.vault.createFolder('Sub');
    await app.fileManager.renameFile(file(app, 'New Name.md'), 'Sub/New Name.md');
    await app.fileManager.renameFile(file(app, 'Other.md'), 'Sub/Other.md');
    expect(store.writes).toEqual([]);
  });
});

describe('front matter', () => {
  it('is changed as properties', async () => {
    const { app, store } = await started({ 'a.md': '---\nrenewal: 2026-05-01\nempty:\n---\nText\n', 'b.md': 'Text\n' });
    await app.fileManager.processFrontMatter(file(app, 'a.md'), (properties) => {
      properties['owner'] = '[[Jane]]';
    });
    await app.fileManager.processFrontMatter(file(app, 'b.md'), (properties) => {
      properties['tags'] = ['x'];
    });
    expect(store.files()).toEqual({
      'a.md': '---\nrenewal: 2026-05-01\nempty:\nowner: "[[Jane]]"\n---\nText\n',
      'b.md': '---\ntags:\n  - x\n---\nText\n',
    });
  });

  it('goes with its last property, and stays where it is no YAML', async () => {
    const { app, store } = await started({ 'a.md': '---\na: 1\n---\nText', 'b.md': '---\na: [\n---\n' });
    await app.fileManager.processFrontMatter(file(app, 'a.md'), (properties) => {
      delete properties['a'];
    });
    await expect(app.fileManager.processFrontMatter(file(app, 'b.md'), () => undefined)).rejects.toThrow();
    expect(store.files()).toEqual({ 'a.md': 'Text', 'b.md': '---\na: [\n---\n' });
  });
});
