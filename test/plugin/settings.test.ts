import type { PluginSettingTab, SettingDefinitionItem } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAMILIES } from '../../src/core/families.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { NORVANE, OpenedApp, PAGE } from './opened-app.ts';

const DATA = '.obsidian/plugins/account-pages/data.json';
let opened: OpenedApp;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 9, 30) });
});
afterEach(() => {
  opened.close();
  vi.useRealTimers();
});

function tab(): PluginSettingTab {
  const [first] = opened.app.settingTabs;
  if (!first) throw new Error('the plugin has no settings');
  return first as PluginSettingTab;
}

/** The keys of all controls, also those on pages within the page. */
function keysIn(items: readonly SettingDefinitionItem[]): string[] {
  return items.flatMap((item) => {
    if ('items' in item && item.items) return keysIn(item.items);
    return 'control' in item && item.control ? [item.control.key] : [];
  });
}

/** Every value of the settings by its key: `sections.keyFacts.limit`. */
function leavesOf(settings: object, prefix = ''): string[] {
  return Object.entries(settings).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leavesOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

describe('the settings', () => {
  it('show each value that there is, with what is used for it', async () => {
    opened = await OpenedApp.start(NORVANE, { ownNames: ['Robin Hale', 'Robin'] });
    const keys = keysIn(tab().getSettingDefinitions());
    // The order of the sections is changed by moving them.
    const known = leavesOf(DEFAULT_SETTINGS).filter((key) => key !== 'sectionOrder');
    expect(keys.filter((key) => !key.startsWith('headings.') && key !== 'thisDevice').sort()).toEqual(known.sort());
    expect(keys.filter((key) => key.startsWith('headings.'))).toEqual(FAMILIES.map((family) => `headings.${family}`));
    expect([tab().getControlValue('ownNames'), tab().getControlValue('sections.keyFacts.limit')]).toEqual([
      'Robin Hale\nRobin',
      15,
    ]);
  });

  it('say what was found where they say where things are', async () => {
    opened = await OpenedApp.start(NORVANE);
    const text = JSON.stringify(tab().getSettingDefinitions());
    for (const found of ['Found 1 account, 1 with a page.', 'Found 0 person notes.', 'Found 1 meeting note.'])
      expect(text).toContain(found);
  });

  it('are saved one by one, and the vault is read by them a moment after the last', async () => {
    opened = await OpenedApp.start({ ...NORVANE, 'Deals/Velora/2026-10-20 - Call.md': '## Decisions\n- Ship it.\n' });
    await tab().setControlValue('accountFolders', 'Accounts\n  Deals \n\n');
    await tab().setControlValue('headings.decisions', 'Beschlossen');
    await tab().setControlValue('sections.decisions.limit', 3);
    expect(JSON.parse(opened.text(DATA))).toEqual({
      accountFolders: ['Accounts', 'Deals'],
      headings: { decisions: ['Beschlossen'] },
      sections: { decisions: { limit: 3 } },
    });
    expect(await opened.run('create-page')).toBe(false);
    await opened.pass(1000);
    expect(await opened.run('create-page')).toBe(true);
  });

  it('keep what this version does not know, and values that cannot be used until somebody sets them', async () => {
    opened = await OpenedApp.start(NORVANE, { later: { version: 2 }, refreshDelay: 'soon', evidenceLinks: 7 });
    await tab().setControlValue('refreshDelay', 5);
    expect(JSON.parse(opened.text(DATA))).toEqual({ later: { version: 2 }, refreshDelay: 5, evidenceLinks: 7 });
  });

  it('use the defaults where the file is no JSON, say so, and leave the file', async () => {
    opened = await OpenedApp.start({ ...NORVANE, [DATA]: '{ "ownNames": [' }, null);
    expect(opened.takeNotices()).toEqual(['Some saved settings could not be used; the list of problems says which.']);
    expect([opened.text(DATA), await opened.run('preview-rebuild')]).toEqual(['{ "ownNames": [', true]);
  });

  it('change the order of the sections, which new sections follow', async () => {
    opened = await OpenedApp.start(NORVANE, { sectionOrder: ['decisions', 'recentContext'] });
    await opened.rebuildAll();
    expect(opened.text(PAGE).match(/^## .*/gm)).toEqual(['## Decisions', '## Recent Context']);
  });

  it('keep the switch of this device out of what is synced', async () => {
    opened = await OpenedApp.start(NORVANE, { automaticRefresh: true });
    await tab().setControlValue('thisDevice', false);
    expect([tab().getControlValue('thisDevice'), opened.text(DATA)]).toEqual([false, '{"automaticRefresh":true}']);
    await tab().setControlValue('thisDevice', true);
  });
});
