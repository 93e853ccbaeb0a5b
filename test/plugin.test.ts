import './obsidian/window.ts';
import { Notice } from 'obsidian';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import AccountPagesPlugin from '../src/main.ts';
import { HeadlessApp, manifest } from './obsidian/headless-app.ts';
import { MemoryStore } from './obsidian/memory-store.ts';

const PAGE = 'Accounts/Norvane/README.md';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 9, 30) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('brings the pages up to date by its command, and writes nothing where nothing has changed', async () => {
  const store = new MemoryStore({
    [PAGE]: '---\ntype: customer\n---\n# Norvane\n',
    'Accounts/Norvane/2025-11-14 - A.md': '## Decisions\n- Start in May.\n',
  });
  const app = new HeadlessApp(store);
  await app.start([() => new AccountPagesPlugin(app, manifest('account-pages', 'Account Pages'))]);
  expect(await rebuilt(app)).toBe('1 of 1 account pages changed.');
  expect([store.writes, store.textOf(PAGE)?.includes('Start in May.')]).toEqual([[PAGE], true]);
  expect(await rebuilt(app)).toBe('0 of 1 account pages changed.');
  expect(store.writes).toEqual([PAGE]);
  app.quit();
  expect(app.commands.list()).toEqual([]);
});

/** Runs the command as the palette does, and says what the notice says at its end. */
async function rebuilt(app: HeadlessApp): Promise<unknown> {
  expect(app.commands.execute('account-pages:rebuild-all')).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  const [notice] = Notice.shown;
  notice?.hide();
  return notice?.message;
}
