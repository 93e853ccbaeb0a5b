import { characterEntities } from 'character-entities';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../workbench/browser.mjs';

const NAMES = Object.keys(characterEntities);

let browser;
let page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  const { outputFiles } = await esbuild.build({
    entryPoints: ['src/obsidian/character-reference.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'asInTheApp',
    write: false,
  });
  await page.addScriptTag({ content: outputFiles[0].text });
});

afterAll(async () => {
  await browser.close();
});

/** What the plugin makes of names in the app, and what the table has for them, which the command line uses. */
async function bothReadings(names) {
  const inTheApp = await page.evaluate(
    (all) => all.map((name) => window.asInTheApp.decodeNamedCharacterReference(name)),
    names,
  );
  const inTheTable = names.map((name) => decodeNamedCharacterReference(name));
  const pairs = (readings) => Object.fromEntries(names.map((name, index) => [`&${name};`, readings[index]]));
  return [pairs(inTheApp), pairs(inTheTable)];
}

describe('names of characters in the app and in the command line', () => {
  it('stand for the same characters, every one', async () => {
    expect(NAMES.length).toBeGreaterThan(2_000);
    const [app, table] = await bothReadings(NAMES);
    expect(app).toEqual(table);
  });

  it('are no names with a letter more, a letter less or in capitals', async () => {
    const near = NAMES.flatMap((name) => [`${name}x`, `${name}1`, `x${name}`, name.slice(0, -1), name.toUpperCase()]);
    const [app, table] = await bothReadings([...new Set(near)].filter((name) => name !== ''));
    expect(Object.values(table)).toContain(false);
    expect(app).toEqual(table);
  });

  it('are not looked for in what every object has', async () => {
    const [app, table] = await bothReadings(['constructor', 'toString', 'hasOwnProperty', 'Norvane', 'x', '1']);
    expect(app).toEqual(table);
  });
});
