import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hash16 } from '../src/core/words.ts';

const CLI = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));
const PAGE = 'Accounts/Norvane/README.md';
const START = '---\ntype: customer\n---\n# Norvane\n';

/** Making links needs a right that few have on Windows, which has no pipes in folders and no such file modes. */
const onPosix = it.runIf(process.platform !== 'win32');

let folder = '';
let outside = '';
const at = (path: string) => join(folder, ...path.split('/'));
const read = (path: string) => readFileSync(at(path), 'utf8');
const write = (path: string, text: string) => {
  mkdirSync(join(at(path), '..'), { recursive: true });
  writeFileSync(at(path), text);
};

/** Runs the built command line; one that waits for ever is ended, and has no code then. */
function accountPages(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'account-pages-hostile-'));
  outside = mkdtempSync(join(tmpdir(), 'account-pages-outside-'));
  write(PAGE, START);
  write('Accounts/Norvane/2025-11-14 - Sync.md', '## Decisions\n- Start in May.\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(outside, { recursive: true, force: true });
});

describe('the hidden folder of a vault that somebody else made', () => {
  onPosix.each([
    ['.account-pages', '.account-pages'],
    ['.account-pages/undo', '.account-pages/undo'],
  ])('leads nothing out of the vault where %s is a link', (_, link) => {
    mkdirSync(join(at(link), '..'), { recursive: true });
    symlinkSync(outside, at(link));
    const { code, err } = accountPages('rebuild', folder);
    expect(code).toBe(0);
    expect(readdirSync(outside)).toEqual([]);
    expect(err).toContain(`“${link}” in the vault is a link or a file where a folder should be: remove it`);
    // What stood on a page could not be kept, so that it is not written.
    expect(err).toContain(`${PAGE}  page-not-written`);
    expect(read(PAGE)).toBe(START);
  });

  onPosix('goes on without what it knew of notes where the folder for that is a link, and says so', () => {
    mkdirSync(at('.account-pages'));
    symlinkSync(outside, at('.account-pages/cache'));
    const { code, err } = accountPages('rebuild', folder);
    expect(code).toBe(0);
    expect(readdirSync(outside)).toEqual([]);
    expect(err).toContain(
      '“.account-pages/cache” in the vault is a link or a file where a folder should be: remove it',
    );
    expect(read(PAGE)).toContain('Start in May.');
  });

  onPosix('writes over no file that a link in it leads to', () => {
    writeFileSync(join(outside, 'profile'), 'Mine.\n');
    mkdirSync(at('.account-pages'));
    symlinkSync(join(outside, 'profile'), at('.account-pages/.gitignore'));
    expect(accountPages('rebuild', folder)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(outside, 'profile'), 'utf8')).toBe('Mine.\n');
    expect(existsSync(at('.account-pages/cache/notes.json'))).toBe(true);
  });
});

describe('undo, from files that somebody else put there', () => {
  /** A change as undo keeps it, in the file that it would have. */
  const forge = (path: string, before: string, after: string, name = nameOf(path)) =>
    write(`.account-pages/undo/${name}.json`, JSON.stringify({ path, run: '9999', before, after }));
  const nameOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 32);

  it.each(['.git/config', '.obsidian/plugins/dataview/main.js', 'Accounts/../.git/notes.md', '.git/notes.md', 'a.txt'])(
    'does not touch %s, which is no note',
    (path) => {
      mkdirSync(at('Accounts'), { recursive: true });
      write(path, 'As it was.\n');
      forge(path, 'Forged.\n', 'As it was.\n');
      expect(accountPages('undo', folder)).toMatchObject({ code: 0, err: '' });
      expect(read(path)).toBe('As it was.\n');
    },
  );

  onPosix('writes through no link within the vault', () => {
    write('.git/config', 'As it was.\n');
    symlinkSync(at('.git/config'), at('Accounts/Plan.md'));
    symlinkSync(at('.git'), at('Accounts/Linked'));
    write('.git/notes.md', 'As it was.\n');
    forge('Accounts/Plan.md', 'Forged.\n', 'As it was.\n');
    forge('Accounts/Linked/notes.md', 'Forged.\n', 'As it was.\n');
    const { code, err } = accountPages('undo', folder);
    expect(code).toBe(1);
    expect(err).toContain('Accounts/Plan.md stays as it is, because');
    expect(read('.git/config') + read('.git/notes.md')).toBe('As it was.\nAs it was.\n');
  });

  it('takes no change from a file that is not the one of its note', () => {
    forge(PAGE, 'Forged.\n', START, 'x');
    expect(accountPages('undo', folder).out).toContain('Nothing to undo');
    expect(read(PAGE)).toBe(START);
  });
});

describe('what the command line keeps', () => {
  const modeOf = (path: string) => (statSync(at(path)).mode & 0o777).toString(8);
  /** Runs it where new files are open to as many as `umask` says. */
  const underUmask = (umask: string, ...args: readonly string[]) =>
    spawnSync('sh', ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, CLI, ...args], { encoding: 'utf8' });

  onPosix('is for the eyes of its owner alone, also where an earlier version let others look in', () => {
    mkdirSync(at('.account-pages'));
    chmodSync(at('.account-pages'), 0o755);
    expect(underUmask('000', 'rebuild', folder).status).toBe(0);
    const kept = readdirSync(at('.account-pages'), { recursive: true, encoding: 'utf8' }).sort();
    expect(kept).toHaveLength(5);
    expect(modeOf('.account-pages')).toBe('700');
    for (const path of kept)
      expect([path, modeOf(`.account-pages/${path}`)]).toEqual([path, /^\w+$/.test(path) ? '700' : '600']);
  });

  onPosix('leaves a page as open to others as it was', () => {
    chmodSync(at(PAGE), 0o664);
    expect(underUmask('022', 'rebuild', folder).status).toBe(0);
    expect(read(PAGE)).toContain('Start in May.');
    expect(modeOf(PAGE)).toBe('664');
  });
});

describe('a file that is no file', () => {
  const makePipe = (path: string) => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    expect(spawnSync('mkfifo', [at(path)]).status).toBe(0);
  };

  onPosix('is not waited for: a pipe in the place of what was read of notes', () => {
    makePipe('.account-pages/cache/notes.json');
    expect(accountPages('rebuild', folder)).toMatchObject({ code: 0, err: '' });
    expect(read(PAGE)).toContain('Start in May.');
  });

  onPosix('is not waited for: pipes in the place of what undo keeps, and of a note that it names', () => {
    const name = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 32);
    makePipe(`.account-pages/undo/${name(PAGE)}.json`);
    makePipe('Accounts/Pipe.md');
    const forged = { path: 'Accounts/Pipe.md', run: '9999', before: '', after: 'x' };
    write(`.account-pages/undo/${name('Accounts/Pipe.md')}.json`, JSON.stringify(forged));
    expect(accountPages('undo', folder).code).toBe(1);
    expect(accountPages('rebuild', folder)).toMatchObject({ code: 0, err: '' });
    expect(read(PAGE)).toContain('Start in May.');
  });

  onPosix('is not waited for, and said: a pipe in the place of the settings', () => {
    makePipe('.obsidian/plugins/account-pages/data.json');
    const { code, out } = accountPages('problems', folder);
    expect(code).toBe(0);
    expect(out).toContain('.obsidian/plugins/account-pages/data.json  setting-invalid');
    expect(out).toContain(
      'The default settings are used, because the saved ones could not be read: it is a link or something else',
    );
  });
});

describe('what was read of notes, as somebody else wrote it', () => {
  const CACHE = '.account-pages/cache/notes.json';
  /** The first line that stands there, sealed anew as anybody can who knows how the first versions did. */
  const reseal = (body: string) => {
    const [header = ''] = read(CACHE).split('\n', 1);
    write(CACHE, `${header.replace(/ \w+$/, ` ${hash16(body)}`)}\n${body}`);
  };

  it.each(['{not json', 'null', '{"path":"Accounts/Norvane/README.md","mtime":1,"size":1,"content":{}}', '[]', '7'])(
    'stops no run: %s',
    (body) => {
      makeCache();
      reseal(body);
      expect(accountPages('accounts', folder)).toMatchObject({ code: 0, err: '' });
    },
  );

  it('says nothing that the notes do not say', () => {
    makeCache();
    const body = read(CACHE).slice(read(CACHE).indexOf('\n') + 1);
    expect(body).toContain('Start in May.');
    reseal(body.replaceAll('Start in May.', 'Start.\\n## Injected\\n<img src=x onerror=alert(1)>'));
    accountPages('rebuild', folder);
    expect(read(PAGE)).not.toMatch(/Injected|onerror/);
    expect(read(PAGE)).toContain('Start in May.');
  });

  /** Notes that were saved a while ago are kept by the first rebuild. */
  function makeCache(): void {
    for (const path of [PAGE, 'Accounts/Norvane/2025-11-14 - Sync.md'])
      utimesSync(at(path), new Date('2026-01-01'), new Date('2026-01-01'));
    expect(accountPages('rebuild', folder).code).toBe(0);
    write(PAGE, START);
  }
});

describe('what is printed', () => {
  const ESCAPE = '\u001b]0 owned\u0007';
  const HOSTILE = `${ESCAPE}\u009b31m\u202eevil`;
  // eslint has a rule against control characters in patterns, which are what is looked for here.
  const isTame = (text: string) => !/[\p{Cc}\p{Bidi_Control}]/u.test(text.replaceAll('\n', ''));

  beforeEach(() => {
    write('Inbox/2025-11-15 - Lead.md', `---\naccount: ${JSON.stringify(HOSTILE)}\n---\n## Decisions\n- Wait.\n`);
    write('Accounts/Tarn/2025-11-14 - Sync.md', `## Action Items\n- [ ] Send plan @Ana${ESCAPE} 📅 2026-01-09\n`);
  });

  it.each([
    ['problems'],
    ['actions'],
    ['actions', '--owner', `Nobody${HOSTILE}`],
    ['explain', '--account', `Nobody${HOSTILE}`],
    ['explain'],
    ['rebuild', '--settings', `no such${HOSTILE}`],
    ['rebuild'],
  ])('gives a terminal no orders: %s', (command, ...args) => {
    const { out, err } = accountPages(command, folder, ...args);
    expect(out + err).not.toBe('');
    expect(isTame(out + err), JSON.stringify(out + err)).toBe(true);
  });

  onPosix('gives a terminal no orders, also not by the names of files and folders', () => {
    write(`Accounts/Evil${HOSTILE}/README.md`, START);
    write(
      `Accounts/Evil${HOSTILE}/2025-11-14 - ${HOSTILE}\r.md`,
      '## Decisions\n- Go.\n## Action Items\n- [ ] Send it\n',
    );
    for (const command of [
      ['accounts'],
      ['actions'],
      ['problems'],
      ['explain'],
      ['rebuild', '--dry-run'],
      ['rebuild'],
      ['undo'],
    ]) {
      const { out, err } = accountPages(...command.slice(0, 1), folder, ...command.slice(1));
      expect(isTame(out + err), JSON.stringify(out + err)).toBe(true);
    }
  });

  it('shows such characters by their numbers; JSON means the same still', () => {
    expect(accountPages('problems', folder).out).toContain('\\u001b]0 owned\\u0007\\u009b31m\\u202eevil');
    const { out } = accountPages('problems', folder, '--json');
    expect(isTame(out)).toBe(true);
    const { problems } = JSON.parse(out) as { problems: { message: string }[] };
    expect(problems.map(({ message }) => message).join('\n')).toContain(HOSTILE);
  });

  it('keeps the line ends of a diff as they are', () => {
    write(PAGE, START.replaceAll('\n', '\r\n'));
    expect(accountPages('rebuild', folder, '--dry-run').out).toContain('+- ✅ Start in May.');
    expect(accountPages('rebuild', folder, '--dry-run').out).not.toContain('u000d');
  });
});

describe('a failure that nobody foresaw', () => {
  it.runIf(existsSync('/dev/full'))('ends with 2 and a sentence, where nothing more can be printed', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, CLI, 'accounts', folder],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The command stopped, because .*(?:space|ENOSPC).*\n$/);
  });
});
