import './window.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TFile } from './files.ts';
import { HeadlessApp } from './headless-app.ts';
import { ItemView, MarkdownView } from './headless-views.ts';
import { MemoryStore } from './memory-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function started(files: Record<string, string>): Promise<{ app: HeadlessApp; store: MemoryStore }> {
  const store = new MemoryStore(files);
  const app = new HeadlessApp(store);
  await app.start();
  return { app, store };
}

function file(app: HeadlessApp, path: string): TFile {
  const found = app.vault.getFileByPath(path);
  if (!found) throw new Error(`no file ${path}`);
  return found;
}

async function open(app: HeadlessApp, path: string): Promise<MarkdownView> {
  await app.workspace.getLeaf(true).openFile(file(app, path));
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  if (!view) throw new Error('no note is open');
  return view;
}

class ListView extends ItemView {
  getViewType(): string {
    return 'list';
  }

  getDisplayText(): string {
    return 'List';
  }
}

describe('the layout', () => {
  it('runs what waits for it once, and at once from then on', async () => {
    const app = new HeadlessApp(new MemoryStore({ 'a.md': '' }));
    const told: string[] = [];
    app.workspace.onLayoutReady(() => told.push(`ready with ${String(app.vault.getMarkdownFiles().length)}`));
    expect(told).toEqual([]);
    await app.start();
    app.workspace.setLayoutReady();
    app.workspace.onLayoutReady(() => told.push('again'));
    expect(told).toEqual(['ready with 1', 'again']);
  });

  it('tells of a note that is opened in its order', async () => {
    const { app } = await started({ 'a.md': 'a', 'b.md': 'b' });
    const told: string[] = [];
    app.workspace.on('layout-change', () => told.push('layout-change'));
    app.workspace.on('active-leaf-change', (leaf) => told.push(`active ${leaf?.view.getViewType() ?? 'none'}`));
    app.workspace.on('file-open', (opened) => told.push(`file-open ${opened?.path ?? 'none'}`));
    await open(app, 'a.md');
    await app.workspace.openLinkText('b#Top', 'a.md');
    expect(told).toEqual(['layout-change', 'active markdown', 'file-open a.md', 'file-open b.md']);
    expect([app.workspace.getActiveFile()?.path, app.workspace.getLeavesOfType('markdown').length]).toEqual([
      'b.md',
      1,
    ]);
  });

  it('keeps one side leaf of a type, which is deferred until it is revealed', async () => {
    const { app } = await started({ 'a.md': 'a' });
    app.views.add('list', (leaf) => new ListView(leaf));
    await open(app, 'a.md');
    const leaf = app.workspace.getRightLeaf(false);
    leaf.defer({ type: 'list' });
    expect([leaf.isDeferred, leaf.view instanceof ListView, app.workspace.getLeavesOfType('list')]).toEqual([
      true,
      false,
      [leaf],
    ]);
    expect(await app.workspace.ensureSideLeaf('list', 'right', { active: false })).toBe(leaf);
    expect([leaf.isDeferred, leaf.view instanceof ListView]).toEqual([false, true]);
    expect(app.workspace.getActiveFile()?.path).toBe('a.md');
    app.workspace.detachLeavesOfType('list');
    expect(app.workspace.getLeavesOfType('list')).toEqual([]);
  });
});

describe('an open note', () => {
  it('is saved two seconds after the last edit', async () => {
    const { app, store } = await started({ 'a.md': 'a' });
    const { editor } = await open(app, 'a.md');
    editor.setValue('ab');
    await vi.advanceTimersByTimeAsync(1500);
    editor.setValue('abc');
    await vi.advanceTimersByTimeAsync(1999);
    expect(store.textOf('a.md')).toBe('a');
    await vi.advanceTimersByTimeAsync(1);
    expect([store.textOf('a.md'), store.writes]).toEqual(['abc', ['a.md']]);
  });

  it('tells of each change of its text before it is saved', async () => {
    const { app } = await started({ 'a.md': 'a' });
    const view = await open(app, 'a.md');
    const told: unknown[] = [];
    app.workspace.on('editor-change', (editor, info) => told.push([editor === view.editor, info === view]));
    view.editor.setValue('b');
    view.editor.setCursor({ line: 0, ch: 1 });
    expect(told).toEqual([[true, true]]);
  });

  it('shows what changes on disk, with the cursor where it was', async () => {
    const { app, store } = await started({ 'a.md': 'one\ntwo' });
    const { editor } = await open(app, 'a.md');
    editor.setCursor({ line: 1, ch: 2 });
    store.writeFromOutside('a.md', 'one\ntwo\nthree');
    await vi.advanceTimersByTimeAsync(0);
    expect([editor.getValue(), editor.getCursor()]).toEqual(['one\ntwo\nthree', { line: 1, ch: 2 }]);
  });

  it('keeps what is being typed while the file changes on disk', async () => {
    const { app, store } = await started({ 'a.md': 'a' });
    const { editor } = await open(app, 'a.md');
    editor.setValue('typed');
    store.writeFromOutside('a.md', 'outside');
    await vi.advanceTimersByTimeAsync(2000);
    expect([editor.getValue(), store.textOf('a.md')]).toEqual(['typed', 'typed']);
  });

  it('is saved when another takes its place or it is closed', async () => {
    const { app, store } = await started({ 'a.md': 'a', 'b.md': 'b' });
    const view = await open(app, 'a.md');
    view.editor.setValue('A');
    await view.leaf.openFile(file(app, 'b.md'));
    view.editor.setValue('B');
    view.leaf.detach();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.files()).toEqual({ 'a.md': 'A', 'b.md': 'B' });
  });

  it('is closed when its file is deleted, and does not bring it back', async () => {
    const { app, store } = await started({ 'a.md': 'a' });
    const view = await open(app, 'a.md');
    view.editor.setValue('A');
    store.removeFromOutside('a.md');
    await vi.advanceTimersByTimeAsync(3000);
    expect([store.files(), app.workspace.getLeavesOfType('markdown')]).toEqual([{}, []]);
  });
});

describe('the editor', () => {
  it('applies all changes of a transaction to the text before it, in one step to undo', async () => {
    const { app } = await started({ 'a.md': 'one\ntwo\nthree' });
    const { editor } = await open(app, 'a.md');
    editor.setCursor({ line: 2, ch: 1 });
    editor.transaction({
      changes: [
        { from: { line: 2, ch: 0 }, to: { line: 2, ch: 5 }, text: 'THREE' },
        { from: { line: 0, ch: 0 }, text: 'zero\n' },
      ],
    });
    expect([editor.getValue(), editor.getCursor()]).toEqual(['zero\none\ntwo\nTHREE', { line: 3, ch: 5 }]);
    editor.undo();
    expect([editor.getValue(), editor.getCursor()]).toEqual(['one\ntwo\nthree', { line: 2, ch: 1 }]);
    editor.redo();
    expect(editor.getValue()).toBe('zero\none\ntwo\nTHREE');
    editor.undo();
    editor.replaceRange('!', { line: 0, ch: 3 });
    editor.redo();
    expect(editor.getValue()).toBe('one!\ntwo\nthree');
  });

  it('refuses changes that overlap', async () => {
    const { app } = await started({ 'a.md': 'abcdef' });
    const { editor } = await open(app, 'a.md');
    const change = (from: number, to: number) => ({ from: { line: 0, ch: from }, to: { line: 0, ch: to }, text: '' });
    expect(() => {
      editor.transaction({ changes: [change(0, 3), change(2, 4)] });
    }).toThrow('Two changes of one transaction overlap.');
  });

  it('counts lines, places and ranges', async () => {
    const { app } = await started({ 'a.md': 'ab\n\ncde' });
    const { editor } = await open(app, 'a.md');
    const lines = [0, 1, 2, 3].map((line) => editor.getLine(line));
    expect([editor.lineCount(), editor.lastLine(), lines]).toEqual([3, 2, ['ab', '', 'cde', '']]);
    const offsets = [0, 2, 3, 4, 7].map((offset) => editor.offsetToPos(offset));
    expect(offsets).toEqual([
      { line: 0, ch: 0 },
      { line: 0, ch: 2 },
      { line: 1, ch: 0 },
      { line: 2, ch: 0 },
      { line: 2, ch: 3 },
    ]);
    expect(offsets.map((pos) => editor.posToOffset(pos))).toEqual([0, 2, 3, 4, 7]);
    editor.setSelection({ line: 2, ch: 2 }, { line: 0, ch: 1 });
    expect([editor.getSelection(), editor.getCursor('from')]).toEqual(['b\n\ncd', { line: 0, ch: 1 }]);
    editor.replaceSelection('-');
    editor.replaceRange('x', { line: 0, ch: 0 });
    editor.setLine(0, `${editor.getLine(0)}!`);
    expect(editor.getValue()).toBe('xa-e!');
  });
});
