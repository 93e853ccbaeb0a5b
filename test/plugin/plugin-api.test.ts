import '../obsidian/window.ts';
import * as obsidian from 'obsidian';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import AccountPagesPlugin from '../../src/main.ts';
import type { AccountPagesApi } from '../../src/obsidian/plugin-api.ts';
import GUIDE from '../../docs/api.md?raw';
import { HeadlessApp, manifest } from '../obsidian/headless-app.ts';
import { inertElement } from '../obsidian/inert-element.ts';
import { MemoryStore } from '../obsidian/memory-store.ts';

const PAGE = 'Accounts/Norvane/README.md';
const CALL = 'Accounts/Norvane/2026-10-14 - Kick-off.md';
const CALL_TEXT = [
  '## Decisions',
  '- The pilot covers the Zaragoza depot.',
  '## Action Items',
  '- [ ] Send the route plan @Robin Hale ⏫ 📅 2026-10-20',
  '- [ ] Book the room @Ana Ruiz',
  '- [x] Long done',
].join('\n');
const NOTES = {
  [PAGE]: '---\ntype: customer\naliases: [Norvane Logistics]\n---\n# Norvane\n',
  [CALL]: CALL_TEXT,
  'Accounts/Quillon/README.md': '---\ntype: customer\n---\n# Quillon\n',
  '.obsidian/plugins/account-pages/data.json': '{"ownNames":["Robin Hale"]}',
};

let app: HeadlessApp;
let store: MemoryStore;
let plugin: AccountPagesPlugin;

/** The app with Account Pages, which other plugins find where the app keeps its plugins. */
beforeEach(async () => {
  vi.useFakeTimers({ now: new Date(2026, 9, 30) });
  store = new MemoryStore(NOTES);
  app = new HeadlessApp(store);
  plugin = new AccountPagesPlugin(app, manifest('account-pages', 'Account Pages'));
  Object.assign(app, { plugins: { plugins: { 'account-pages': plugin } } });
  await app.start([() => plugin]);
  await settled();
});
afterEach(() => {
  app.quit();
  obsidian.Notice.shown.splice(0);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000);
}

async function save(path: string, text: string): Promise<void> {
  store.writeFromOutside(path, text);
  await settled();
}

function opened(): AccountPagesApi {
  if (!plugin.api) throw new Error('the plugin has no api');
  return plugin.api;
}

describe('what other plugins are told when they ask', () => {
  it('has a version', () => {
    expect(opened().apiVersion).toBe(1);
  });

  it('is what is known of each account', async () => {
    const norvane = {
      name: 'Norvane',
      page: PAGE,
      aliases: ['Norvane Logistics'],
      lastContact: '2026-10-14',
      meetings: 1,
      openItems: 2,
    };
    expect(await opened().accounts()).toEqual([
      norvane,
      {
        name: 'Quillon',
        page: 'Accounts/Quillon/README.md',
        aliases: [],
        lastContact: null,
        meetings: 0,
        openItems: 0,
      },
    ]);
    expect(await opened().account('norvane logistics')).toEqual(norvane);
    expect(await opened().account('Nobody')).toBe(null);
    expect(await opened().accountsOfNote(CALL)).toEqual([norvane]);
    expect(await opened().accountsOfNote(PAGE)).toEqual([norvane]);
    expect(await opened().accountsOfNote('Elsewhere.md')).toEqual([]);
  });

  it('is what the notes say for a page', async () => {
    const page = await opened().page('Norvane');
    expect({ account: page?.account, path: page?.path }).toEqual({ account: 'Norvane', path: PAGE });
    expect(page?.sections.find(({ id }) => id === 'decisions')).toEqual({
      id: 'decisions',
      heading: 'Decisions',
      lines: [
        {
          markdown: '✅ The pilot covers the Zaragoza depot. ([[2026-10-14 - Kick-off#Decisions|2026-10-14]])',
          cells: null,
        },
      ],
    });
    expect(await opened().page('Nobody')).toBe(null);
  });

  it('gives the rows of a table by column', async () => {
    await save(CALL, `---\nparticipants: [Ana Ruiz]\n---\n${CALL_TEXT}`);
    const page = await opened().page('Norvane');
    expect(page?.sections.find(({ id }) => id === 'collaborators')?.lines).toEqual([
      expect.objectContaining({ cells: expect.objectContaining({ Person: 'Ana Ruiz', Meetings: '1' }) as unknown }),
    ]);
  });

  it('is what is open, the urgent first, with where it stands', async () => {
    const items = await opened().openItems('Norvane');
    expect(items).toEqual([
      {
        account: 'Norvane',
        text: 'Send the route plan',
        owners: [{ name: 'Robin Hale', isMe: true }],
        due: '2026-10-20',
        priority: 'high',
        status: ' ',
        recurrence: null,
        since: '2026-10-14',
        places: [{ path: CALL, line: 4 }],
      },
      expect.objectContaining({ text: 'Book the room', owners: [{ name: 'Ana Ruiz', isMe: false }], due: null }),
    ]);
    expect(await opened().openItems()).toEqual(items);
    expect(await opened().openItems('Quillon')).toEqual([]);
    expect(await opened().openItems('Nobody')).toEqual([]);
  });

  it('is as the notes were saved last', async () => {
    store.writeFromOutside(CALL, CALL_TEXT.replace('- [ ] Book', '- [x] Book'));
    await vi.advanceTimersByTimeAsync(0);
    expect((await opened().openItems()).map(({ text }) => text)).toEqual(['Send the route plan']);
  });

  it('cannot be changed by who is told', async () => {
    const writes = store.writes.length;
    const [account] = await opened().accounts();
    const [item] = await opened().openItems();
    expect(() => Object.assign(account ?? {}, { name: 'Mine' })).toThrow(TypeError);
    expect(() => Object.assign(item?.places[0] ?? {}, { line: 1 })).toThrow(TypeError);
    expect(() => Object.assign(opened(), { accounts: () => [] })).toThrow(TypeError);
    expect(() => Object.assign(plugin, { api: null })).toThrow(TypeError);
    expect((await opened().accounts())[0]?.name).toBe('Norvane');
    expect(store.writes.length).toBe(writes);
  });

  it('is nothing once the plugin is switched off', async () => {
    const kept = opened();
    const heard = vi.fn();
    kept.onAccountsChange(heard);
    await settled();
    plugin.unload();
    await save('Accounts/Ferrowick/README.md', '---\ntype: customer\n---\n');
    await expect(kept.accounts()).rejects.toThrow('switched off');
    expect(heard).not.toHaveBeenCalled();
    expect(plugin.api).toBe(null);
  });
});

describe('what other plugins hear', () => {
  it('is which accounts are new, gone or described otherwise, and nothing else', async () => {
    const accounts = vi.fn();
    const items = vi.fn();
    opened().onAccountsChange(accounts);
    opened().onOpenItemsChange(items);
    await settled();
    await save('Somewhere.md', 'Nothing of interest.');
    await save(CALL, `${CALL_TEXT}\n## Key Facts\n- Norvane runs 40 depots.\n`);
    expect([accounts.mock.calls, items.mock.calls]).toEqual([[], []]);

    await save('Accounts/Ferrowick/README.md', '---\ntype: customer\n---\n');
    expect([accounts.mock.calls, items.mock.calls]).toEqual([[[['Ferrowick']]], []]);
    store.removeFromOutside('Accounts/Ferrowick/README.md');
    await settled();
    expect([accounts.mock.calls, items.mock.calls]).toEqual([[[['Ferrowick']], [['Ferrowick']]], []]);
  });

  it('is which accounts have other open items', async () => {
    const items = vi.fn();
    opened().onOpenItemsChange(items);
    await settled();
    await save(CALL, CALL_TEXT.replace('2026-10-20', '2026-10-21'));
    expect(items.mock.calls).toEqual([[['Norvane']]]);
  });

  it('ends when a listener is stopped, for it alone', async () => {
    const heard = vi.fn();
    const stop = opened().onOpenItemsChange(heard);
    opened().onOpenItemsChange(heard);
    await settled();
    stop();
    stop();
    await save(CALL, CALL_TEXT.replace('route plan', 'plan of all routes'));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('reaches everybody although one of them fails', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    const heard = vi.fn();
    opened().onOpenItemsChange(() => {
      throw new Error('a plugin of somebody else');
    });
    opened().onOpenItemsChange(heard);
    await settled();
    await save(CALL, CALL_TEXT.replace('route plan', 'plan of all routes'));
    expect([heard.mock.calls.length, complaint.mock.calls.length]).toEqual([1, 1]);
    expect((await opened().openItems()).length).toBe(2);
  });

  it('is also what comes of other settings', async () => {
    const items = vi.fn();
    opened().onOpenItemsChange(items);
    await settled();
    store.writeFromOutside('.obsidian/plugins/account-pages/data.json', '{"ownNames":["Ana Ruiz"]}');
    await plugin.onExternalSettingsChange?.();
    await settled();
    await settled();
    expect(items.mock.calls).toEqual([[['Norvane']]]);
  });
});

describe('the example of the guide', () => {
  const [, code = ''] = /```js\n(const \{ Plugin[\s\S]*?)\n```/.exec(GUIDE) ?? [];

  it('counts what is overdue, and follows', async () => {
    const shown: string[] = [];
    const module: { exports: unknown } = { exports: null };
    runInNewContext(code, { module, window, require: () => obsidian });
    const Example = module.exports as typeof obsidian.Plugin;
    await app.enable(() => {
      const example = Reflect.construct(Example, [app, manifest('overdue', 'Overdue')]) as obsidian.Plugin;
      const statusBarItem = new Proxy(inertElement('status bar item'), {
        get: (_, member) => (member === 'setText' ? (text: string) => shown.push(text) : undefined),
      });
      vi.spyOn(example, 'addStatusBarItem').mockReturnValue(statusBarItem);
      return example;
    });
    await settled();
    expect(shown).toEqual(['1 overdue']);
    await save(CALL, CALL_TEXT.replace('- [ ] Send', '- [x] Send'));
    expect(shown).toEqual(['1 overdue', '']);
  });
});
