import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import manifest from '../../manifest.json';
import { apiUses, isWithin, lacking, openProgram } from './api-use.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const ENTRIES = { workbench: path('obsidian.ts'), 'unit tests': path('headless.ts') };
const SAMPLE = `
  import { Plugin, requestUrl } from 'obsidian';
  export class Sample extends Plugin {
    override onUserEnable(): void {
      void this.app.vault.readBinary(this.app.vault.getFiles()[0]!).then(() => requestUrl(''));
    }
  }
`;

const program = openProgram(path('../../tsconfig.json'), [path('../../src/main.ts'), ...Object.values(ENTRIES)], {
  [path('sample/sample.ts')]: SAMPLE,
});

function lackingAnywhere(names: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(ENTRIES).map(([where, entry]) => [where, lacking(program, entry, names)]));
}

it('has all that the plugin uses of the app, with a page and without', () => {
  const names = apiUses(program, path('../../src')).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Plugin', 'Plugin.addCommand', 'Vault.process', 'parseYaml']));
  expect(lackingAnywhere(names)).toEqual({ workbench: [], 'unit tests': [] });
});

it('uses nothing of the app that is newer than the oldest app it is meant for', () => {
  const newer = apiUses(program, path('../../src')).filter(
    ({ since }) => since !== null && !isWithin(since, manifest.minAppVersion),
  );
  expect(newer).toEqual([]);
});

it('would find what is missing or too new', () => {
  const uses = apiUses(program, path('sample'));
  expect(uses.map(({ name, since }) => `${name} ${since ?? 'always'}`)).toEqual([
    'App.vault 0.9.7',
    'Plugin 0.9.7',
    'Plugin.app 0.9.7',
    'Plugin.onUserEnable 1.7.2',
    'Vault.getFiles 0.9.7',
    'Vault.readBinary 0.9.7',
    'requestUrl always',
  ]);
  const missing = ['Vault.readBinary', 'requestUrl'];
  expect(lackingAnywhere(uses.map(({ name }) => name))).toEqual({ workbench: missing, 'unit tests': missing });
  expect([isWithin('1.7.2', '1.7.1'), isWithin('1.7.2', '1.13.0'), isWithin('1.7.2', '1.7.2')]).toEqual([
    false,
    true,
    true,
  ]);
  // A class that is there only under those that extend it: `file` is FileView’s, the stand-in has MarkdownView.
  expect(lackingAnywhere(['FileView.file', 'TextFileView.gone'])).toEqual({
    workbench: ['TextFileView.gone'],
    'unit tests': ['TextFileView.gone'],
  });
});
