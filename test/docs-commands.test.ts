import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsIn } from './doc-examples.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith('.md'),
);
const COMMANDS = PAGES.flatMap((path) =>
  commandsIn(readFileSync(join(ROOT, path), 'utf8')).map((command) => ({ path, ...command })),
);

/** `2026-11-30 09:12` is another time on each run. */
function withoutMoments(text: string): string {
  return text.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/g, 'some day and time');
}

/** The commands of the documentation, one after the other, by the built command line on a copy of the sample vault. */
describe('commands in the documentation', () => {
  let vault = '';
  beforeAll(() => {
    vault = mkdtempSync(join(tmpdir(), 'account-pages-docs-'));
    cpSync(join(ROOT, 'fixtures', 'demo'), vault, { recursive: true });
  });
  afterAll(() => {
    rmSync(vault, { recursive: true, force: true });
  });

  it('are found, and change the vault only as they say', () => {
    expect(COMMANDS.length).toBeGreaterThanOrEqual(3);
    expect(existsSync(join(vault, '.account-pages'))).toBe(false);
  });

  it.each(COMMANDS.map(({ path, command, output }): [string, string, string] => [path, command, output]))(
    '%s: %s',
    (_, command, output) => {
      const [name, ...args] = (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
      expect(name).toBe('account-pages');
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, 'dist', 'cli.mjs'), ...args.map((arg) => (arg === '~/Notes' ? vault : arg))],
        { encoding: 'utf8' },
      );
      expect(withoutMoments((stdout + stderr).trimEnd())).toBe(withoutMoments(output));
    },
  );

  it('have a row for every command that there is, and for no other', () => {
    const help = spawnSync(process.execPath, [join(ROOT, 'dist', 'cli.mjs'), '--help'], { encoding: 'utf8' }).stdout;
    const known = [...help.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map((match) => match[1] ?? '');
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').split('## Command line\n')[1]?.split('\n## ')[0] ?? '';
    const listed = [...readme.matchAll(/^\| `([a-z]+) <vault>` \|/gm)].map((match) => match[1] ?? '');
    expect(known.length).toBeGreaterThan(5);
    expect([...listed].sort()).toEqual([...known].sort());
  });
});
