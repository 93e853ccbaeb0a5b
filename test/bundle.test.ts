import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = readFileSync(join(ROOT, 'main.js'), 'utf8');

/**
 * 160,000 bytes were hoped for. The libraries come to 81,000 (39,000 read lines, 23,000 check settings) and their notices to
 * 5,000, the interface in four more languages to 95,000, and the plugin's own code to 276,000: it does more than was
 * planned, holds hostile notes off, and it is minified as it is written, with no name of a property shortened.
 */
const MOST_BYTES = 470_000;

/** The built plugin, made from a copy of the sources in a folder of its own, where `change` may change them first. */
function builtElsewhere(change: (folder: string) => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  try {
    const named = ['src', 'docs', 'LICENSE', 'esbuild.config.mjs', 'notices.mjs', 'manifest.json', 'package.json'];
    for (const name of [...named, 'tsconfig.json']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    change(folder);
    const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], { cwd: folder, stdio: 'inherit' });
    expect(status).toBe(0);
    return readFileSync(join(folder, 'main.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the built plugin', () => {
  it.each([
    ['runs no text as code', /\beval\(|\bnew Function\b|\bFunction\(/],
    ['needs nothing of Node', /\bBuffer\b|(?<![.\w$])process[.[]|\b__dirname\b/],
    ['requires nothing but the app', /\brequire\((?!"obsidian"\))/],
    ['turns no base64 into bytes', /\b(?:atob|btoa)\(/],
    ['has no lookbehind, which older phones cannot read', /\(\?<[=!]/],
    [
      'writes no HTML and asks no network',
      /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bfetch\(|\bXMLHttpRequest\b/,
    ],
    ['hides nothing from who reads it', /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/],
  ])('%s', (_, forbidden) => {
    expect(forbidden.exec(MAIN)?.[0]).toBeUndefined();
  });

  it('stays as small as it was made', () => {
    expect(Buffer.byteLength(MAIN)).toBeLessThan(MOST_BYTES);
  });

  it('comes out the same to the byte in any folder', () => {
    const [first, second] = [builtElsewhere(), builtElsewhere()];
    expect(first === second).toBe(true);
    expect(first === MAIN, 'main.js is what the sources come to; build it anew').toBe(true);
  });

  it('takes over nothing that a build of other sources read', () => {
    const stamp = /"[0-9a-f]{16}"/g;
    const changed = builtElsewhere((folder) => {
      appendFileSync(join(folder, 'src', 'core', 'headings.ts'), '// A change that the code itself does not show.\n');
    });
    expect(MAIN.match(stamp)).toHaveLength(1);
    expect(changed.match(stamp)).not.toEqual(MAIN.match(stamp));
    expect(changed.replace(stamp, '') === MAIN.replace(stamp, '')).toBe(true);
  });

  it('loads in a context that has nothing of Node or a browser', () => {
    const module = { exports: {} as { default?: unknown } };
    // The app's module: classes, and the one function that is called on loading.
    const app = new Proxy({}, { get: (_, name) => (name === 'getLanguage' ? () => 'de' : class Anything {}) });
    runInNewContext(MAIN, { module, exports: module.exports, require: () => app });
    expect(typeof module.exports.default).toBe('function');
  });
});
