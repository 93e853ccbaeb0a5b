import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const MAIN = readFileSync(new URL('../main.js', import.meta.url), 'utf8');

describe('the built plugin', () => {
  it.each([
    ['runs no text as code', /\beval\(|\bnew Function\b|\bFunction\(/],
    ['needs nothing of Node', /\bBuffer\b|(?<![.\w$])process[.[]|\b__dirname\b/],
    ['requires nothing but the app', /\brequire\((?!"obsidian"\))/],
    ['has no lookbehind, which older phones cannot read', /\(\?<[=!]/],
    ['writes no HTML and asks no network', /\binnerHTML\b|\bouterHTML\b|\bfetch\(/],
  ])('%s', (_, forbidden) => {
    expect(forbidden.exec(MAIN)?.[0]).toBeUndefined();
  });

  it('loads in a context that has nothing of Node or a browser', () => {
    const module = { exports: {} as { default?: unknown } };
    // The app's module: classes, and the one function that is called on loading.
    const app = new Proxy({}, { get: (_, name) => (name === 'getLanguage' ? () => 'de' : class Anything {}) });
    runInNewContext(MAIN, { module, exports: module.exports, require: () => app });
    expect(typeof module.exports.default).toBe('function');
  });
});
