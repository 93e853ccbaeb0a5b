import { readFileSync } from 'node:fs';
import type { PluginSettingTab, SettingDefinitionItem } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NORVANE, OpenedApp } from './opened-app.ts';

let opened: OpenedApp;

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date(2026, 9, 30) });
  opened = await OpenedApp.start(NORVANE);
});
afterEach(() => {
  opened.close();
  vi.useRealTimers();
});

function textOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** The rows of a page's tables, as cells. */
function rowsOf(page: string): string[][] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) => line.split('|').map((cell) => cell.replace(/`/g, '').trim()));
}

function named(items: readonly SettingDefinitionItem[]): [string, string][] {
  return items.flatMap((item) => {
    const own: [string, string][] =
      'control' in item && item.control && 'name' in item ? [[item.control.key, item.name]] : [];
    return [...own, ...('items' in item && item.items ? named(item.items) : [])];
  });
}

describe('what the documentation says of the app', () => {
  it('has each setting under the name that the settings tab gives it', () => {
    const [tab] = [...opened.app.settingTabs] as PluginSettingTab[];
    const names = named(tab?.getSettingDefinitions() ?? []).filter(([key]) => !/[.]|^thisDevice$/.test(key));
    expect(names.length).toBeGreaterThan(12);
    const documented = rowsOf(textOf('docs/settings.md')).map(([, key, name]): [string, string] => [
      key ?? '',
      name ?? '',
    ]);
    for (const [key, name] of names) expect(documented).toContainEqual([key, name]);
  });

  it('has a row for each command under its name, and for no other', () => {
    const readme = textOf('README.md').split('## Commands\n')[1]?.split('\n## ')[0] ?? '';
    const listed = rowsOf(readme).map(([, name = '']) => name.replaceAll("'", '’'));
    const names = opened.app.commands.list().map(({ name }) => name.replace(/^Account Pages: /, ''));
    expect(names.length).toBeGreaterThan(8);
    expect(listed.filter((name) => name !== 'command').sort()).toEqual([...names].sort());
  });
});
