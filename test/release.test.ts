import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const FILES = [
  'package.json',
  'package-lock.json',
  'manifest.json',
  'versions.json',
  'version-bump.mjs',
  '.npmrc',
  'CHANGELOG.md',
  '.github/release-notes.mjs',
];
const NOW = (JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as { version: string })
  .version;

/** A repository of its own with what a release is made of. */
describe('a release', () => {
  let folder = '';
  const at = (path: string) => join(folder, path);
  const json = (path: string) => JSON.parse(readFileSync(at(path), 'utf8')) as Record<string, unknown>;
  const set = (path: string, values: object) => {
    writeFileSync(at(path), `${JSON.stringify({ ...json(path), ...values }, null, 2)}\n`);
  };
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      shell: command === 'npm' && process.platform === 'win32',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: at('.gitconfig'),
        GIT_CONFIG_NOSYSTEM: '1',
        npm_config_offline: 'true',
      },
    });
    return { code: status, out: stdout, err: stderr };
  };
  const notes = (tag: string) => run(process.execPath, '.github/release-notes.mjs', tag);
  const changelog = (text: string) => {
    writeFileSync(at('CHANGELOG.md'), `# What is new\n\n${text}`);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'account-pages-release-'));
    mkdirSync(at('.github'));
    for (const file of FILES) cpSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), at(file));
    writeFileSync(at('.gitconfig'), '[user]\n\tname = A maintainer\n\temail = maintainer@example.org\n');
    writeFileSync(at('.gitignore'), '.gitconfig\n');
    run('git', 'init', '--quiet');
    run('git', 'add', '--all');
    run('git', 'commit', '--quiet', '--message', 'All files');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('sets one version everywhere, commits all of it, and tags it without a letter', () => {
    expect(run('npm', 'version', '7.1.0')).toMatchObject({ code: 0 });
    const lock = json('package-lock.json') as { packages: Record<string, { version: string }> };
    expect([
      json('package.json')['version'],
      json('package-lock.json')['version'],
      lock.packages['']?.version,
      json('manifest.json')['version'],
    ]).toEqual(['7.1.0', '7.1.0', '7.1.0', '7.1.0']);
    expect(run('git', 'tag').out.trim()).toBe('7.1.0');
    expect(run('git', 'status', '--porcelain').out).toBe('');
  });

  it('changes nothing else of the manifest, and names the app in versions.json only where it must be a later one', () => {
    const before = json('manifest.json');
    const versions = json('versions.json');
    run('npm', 'version', '7.1.0');
    expect(json('manifest.json')).toEqual({ ...before, version: '7.1.0' });
    expect(json('versions.json')).toEqual(versions);
    set('manifest.json', { minAppVersion: '99.0.0' });
    run('git', 'commit', '--quiet', '--all', '--message', 'A later app');
    run('npm', 'version', '7.2.0');
    expect(json('versions.json')).toEqual({ ...versions, '7.2.0': '99.0.0' });
  });

  it('makes no version that the store would not take', () => {
    expect(run('npm', 'version', '7.1.0-beta.1').code).not.toBe(0);
    expect(json('manifest.json')['version']).toBe(NOW);
    expect(run('git', 'tag').out).toBe('');
  });

  it('takes its notes from the changelog, and no more than its own', () => {
    run('npm', 'version', '7.1.0');
    changelog(
      '## 7.2.0 (unreleased)\n\n- Later.\n\n## 7.1.0 (2026-12-24)\n\n- A line.\n\n### For developers\n\n- Another.\n\n## 7.0.0 (2026-12-01)\n\n- Earlier.\n',
    );
    expect(notes('7.1.0')).toEqual({ code: 0, out: '- A line.\n\n### For developers\n\n- Another.\n', err: '' });
  });

  it.each([
    ['7.1.1', '## 7.1.1 (2026-12-24)\n\n- A line.\n', 'The tag is 7.1.1, but manifest.json has version 7.1.0.'],
    ['v7.1.0', '## 7.1.0 (2026-12-24)\n\n- A line.\n', '“v7.1.0” is no tag such as 0.2.0.'],
    ['7.1.0', '## 7.1.0 (unreleased)\n\n- A line.\n', 'CHANGELOG.md calls 7.1.0 unreleased: give it its day.'],
    ['7.1.0', '## 7.1.01 (2026-12-24)\n\n- A line.\n', 'CHANGELOG.md says nothing of 7.1.0.'],
    [
      '7.1.0',
      '## 7.1.0 (2026-12-24)\n\n## 7.0.0\n\n- A line.\n',
      'CHANGELOG.md has nothing below its heading for 7.1.0.',
    ],
  ])('stops for the tag %s and the changelog %j', (tag, text, reason) => {
    run('npm', 'version', '7.1.0');
    changelog(text);
    expect(notes(tag)).toEqual({ code: 1, out: '', err: `${reason}\n` });
  });

  it('stops where one file was left behind, or no version is for the app that it needs', () => {
    changelog(`## ${NOW} (2026-12-24)\n\n- A line.\n`);
    expect(notes(NOW)).toMatchObject({ code: 0 });
    set('manifest.json', { minAppVersion: '99.0.0' });
    expect(notes(NOW).err).toBe('versions.json has no version for apps from 99.0.0 on.\n');
    set('package-lock.json', { version: '0.0.1' });
    expect(notes(NOW).err).toBe(`The tag is ${NOW}, but package-lock.json has version 0.0.1.\n`);
  });

  it('has something to say of the version that there is', () => {
    expect(readFileSync(at('CHANGELOG.md'), 'utf8')).toMatch(new RegExp(`^## ${NOW.replaceAll('.', '\\.')} \\(`, 'm'));
  });
});
