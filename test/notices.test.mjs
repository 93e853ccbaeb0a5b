import { readFileSync, readdirSync } from 'node:fs';
import esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';
import { shared } from '../esbuild.config.mjs';

const FILES = ['main.js', 'dist/cli.mjs', 'dist/core.mjs'];
const textOf = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const oneLine = (text) => text.replace(/\s+/g, ' ');
const NODE_MODULES = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const ROW = /^\| (\S+) \| (\S+) \| (.+) \|$/gm;

/** What the comments of a build that is not minified say it was made of; `fs` and the like are no libraries. */
function commentedLibraries(text) {
  return [...text.matchAll(/^ *\/\/ (\S*node_modules\/\S+)$/gm)].map(([, path]) => NODE_MODULES.exec(path)[1]);
}

/** The plugin’s, of a build of its own: the built file is minified and has no such comments. */
async function pluginLibraries() {
  const { metafile } = await esbuild.build({
    ...shared,
    entryPoints: ['src/main.ts'],
    alias: { 'decode-named-character-reference': './src/obsidian/character-reference.ts' },
    external: ['obsidian'],
    platform: 'browser',
    format: 'cjs',
    minify: true,
    metafile: true,
    write: false,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => NODE_MODULES.exec(path)?.[1] ?? []);
}

const librariesOf = async (path) =>
  new Set(path === 'main.js' ? await pluginLibraries() : commentedLibraries(textOf(path)));

const packageOf = (name) => JSON.parse(textOf(`node_modules/${name}/package.json`));

function licenseTextOf(name) {
  const file = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e/i.test(entry));
  return oneLine(textOf(`node_modules/${name}/${file}`));
}

describe('the page of libraries', () => {
  const rows = [...textOf('docs/third-party.md').matchAll(ROW)].filter(([, name]) => !/^(?:library|-+)$/.test(name));

  it.each(rows.map(([, name, license, owner]) => ({ name, license, owner })))(
    'says of $name what its package says',
    ({ name, license, owner }) => {
      expect(license).toBe(packageOf(name).license);
      expect(licenseTextOf(name)).toContain(owner);
    },
  );

  it('names no library that is in none of the files', async () => {
    const shipped = await Promise.all(FILES.map(librariesOf));
    const all = new Set(shipped.flatMap((names) => [...names]));
    expect(rows.map(([, name]) => name)).toEqual([...all].sort());
  });
});

describe.each(FILES)('%s', (path) => {
  const text = textOf(path);
  const notices = text.slice(text.lastIndexOf('/*!'));

  it('ends with the project’s own notice and those of every library in it, with its version', async () => {
    const libraries = await librariesOf(path);
    expect(libraries.size).toBeGreaterThan(10);
    const { version } = JSON.parse(textOf('manifest.json'));
    expect(notices).toContain(`\nAccount Pages ${version}. ${textOf('LICENSE').split('\n')[2]}. MIT License.\n`);
    const lines = notices.split('\n').filter((line) => line.includes('. Copyright (c) '));
    for (const name of libraries) {
      const line = lines.find((candidate) => `, ${candidate}`.includes(`, ${name} ${packageOf(name).version}`));
      expect(line, name).toBeDefined();
      expect(licenseTextOf(name), name).toContain(line.split('. Copyright (c) ')[1]);
    }
  });

  it.each([
    ['MIT', 'zod', 'Permission is hereby granted'],
    ['ISC', 'yaml', 'Permission to use, copy'],
    ['BSD-3-Clause', 'diff', 'Redistribution and use'],
  ])('has the text of %s once where a library is under it, as it stands in %s', async (license, name, beginning) => {
    const licenses = [...(await librariesOf(path))].map((library) => packageOf(library).license);
    const [, words = ''] = licenseTextOf(name).split(beginning);
    expect(words.length).toBeGreaterThan(500);
    expect(oneLine(notices).split(beginning + words.trimEnd()).length - 1).toBe(licenses.includes(license) ? 1 : 0);
    expect(['MIT', 'ISC', 'BSD-3-Clause']).toEqual(expect.arrayContaining(licenses));
  });
});
