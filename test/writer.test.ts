import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderVault } from '../src/cli/folder-vault.mts';

const CLI = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));
const PAGES = 25;
/** 250 bytes, of the 255 that file systems allow. */
const LONG = 'Über'.repeat(50);

/** A page before, and what a whole one has after; nothing between the two may ever stand there. */
const START = (name: string) => `---\ntype: customer\n---\n# ${name}\n\nWords of a person.\n`;
const isWhole = (name: string, text: string) =>
  text === START(name) || (text.startsWith(START(name)) && text.includes('Decision of') && text.endsWith('\n%%\n'));

let folder = '';
const at = (path: string) => join(folder, ...path.split('/'));
const write = (path: string, text: string) => {
  mkdirSync(join(at(path), '..'), { recursive: true });
  writeFileSync(at(path), text);
};
const page = (name: string) => readFileSync(at(`Accounts/${name}/README.md`), 'utf8');
const names = (count: number) => Array.from({ length: count }, (_, index) => `Customer ${String(index)}`);

function addAccount(name: string): void {
  write(`Accounts/${name}/README.md`, START(name));
  const facts = Array.from(
    { length: 12 },
    (_, index) => `- Fact ${String(index)} of ${name} is about depot ${String(index)}.\n`,
  );
  write(
    `Accounts/${name}/2026-01-09 - Call.md`,
    `## Key Facts\n${facts.join('')}## Decisions\n- Decision of ${name}.\n`,
  );
}

/** Runs the built command line to its end. */
function accountPages(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** All files that are neither notes nor the plugin's own store. */
function leftovers(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'account-pages-writer-'));
});

afterEach(() => {
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe('writing pages', () => {
  it('leaves each page whole, old or new, whenever it is killed; the next run finishes the work', async () => {
    for (const name of names(PAGES)) addAccount(name);
    let killed = 0;
    for (let delay = 120; delay < 1500 && names(PAGES).some((name) => page(name) === START(name)); delay *= 1.25) {
      const run = spawn(process.execPath, [CLI, 'rebuild', folder], { stdio: 'ignore' });
      const ended = new Promise((resolve) => run.once('exit', resolve));
      // Killed while it writes: the moment after the first page changed, then later and later.
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (run.kill('SIGKILL')) killed++;
      await ended;
      for (const name of names(PAGES)) expect(isWhole(name, page(name)), `${name}: ${page(name)}`).toBe(true);
    }
    expect(killed).toBeGreaterThan(0);
    expect(accountPages('rebuild', folder)).toMatchObject({ code: 0, err: '' });
    for (const name of names(PAGES)) expect(page(name)).toContain(`Decision of ${name}`);
    expect(accountPages('rebuild', folder, '--check').code).toBe(0);
  });

  it('clears away what a killed run left, but nothing that another run may be writing', () => {
    addAccount('Norvane');
    const old = 'Accounts/Norvane/.account-pages-0123456789ab.tmp';
    const fresh = 'Accounts/Norvane/.account-pages-ba9876543210.tmp';
    write(old, 'half a pa');
    write(fresh, 'half a pa');
    utimesSync(at(old), new Date('2026-01-01'), new Date('2026-01-01'));
    accountPages('rebuild', folder);
    expect([existsSync(at(old)), existsSync(at(fresh))]).toEqual([false, true]);
  });

  // A limit on the size of files is the nearest thing to a full disk that a test may make; Windows has none.
  it.runIf(process.platform !== 'win32')(
    'keeps the old page when the disk takes no more, says which and what to do',
    () => {
      addAccount('Norvane');
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, CLI, 'rebuild', folder],
        { encoding: 'utf8' },
      );
      expect(status).toBe(0);
      expect(stderr).toContain('Accounts/Norvane/README.md  page-not-written');
      expect(stderr).toMatch(/The page stands as it was, because it could not be written: .*(?:large|space|limit)/i);
      expect(stderr).toContain('Check that the file may be written and the disk has room, then rebuild.');
      expect(page('Norvane')).toBe(START('Norvane'));
      expect(leftovers()).toEqual([]);
      expect(accountPages('rebuild', folder).code).toBe(0);
      expect(page('Norvane')).toContain('Decision of Norvane');
    },
  );

  it('leaves a read-only page alone and goes on with the others', () => {
    for (const name of names(3)) addAccount(name);
    chmodSync(at('Accounts/Customer 1/README.md'), 0o444);
    const { err } = accountPages('rebuild', folder);
    expect(err).toContain('Accounts/Customer 1/README.md  page-not-written');
    expect(names(3).map((name) => page(name) === START(name))).toEqual([false, true, false]);
  });

  it('comes to the same pages when two runs write at once', async () => {
    for (const name of names(PAGES)) addAccount(name);
    const runs = [0, 1].map(
      () =>
        new Promise((resolve) => {
          spawn(process.execPath, [CLI, 'rebuild', folder], { stdio: 'ignore' }).once('exit', resolve);
        }),
    );
    expect(await Promise.all(runs)).toEqual([0, 0]);
    for (const name of names(PAGES)) {
      expect(page(name).match(/Decision of/g)).toHaveLength(1);
      expect(page(name).match(/^%% account-pages/gm)).toHaveLength(1);
    }
    expect(leftovers()).toEqual([]);
    expect(accountPages('rebuild', folder, '--check').code).toBe(0);
  });

  it('writes pages with emoji, accents and 250 bytes in their names, and after a change of case', () => {
    const odd = ['🚀 Ärzte & Söhne', LONG, "O'Brien (UK) #1", 'a.b.c'];
    for (const name of odd) addAccount(name);
    expect(Buffer.byteLength(LONG)).toBe(250);
    write(
      `Accounts/Long/${'ü'.repeat(123)}.md`,
      START('Long').replace('type: customer', 'type: customer\ntitle: Long'),
    );
    write('Accounts/Long/2026-01-09 - Call.md', '## Decisions\n- Decision of Long.\n');
    expect(accountPages('rebuild', folder)).toMatchObject({ code: 0, err: '' });
    for (const name of odd) expect(page(name), name).toContain(`Decision of ${name.replace(/#/, '')}`.slice(0, 15));
    expect(readFileSync(at(`Accounts/Long/${'ü'.repeat(123)}.md`), 'utf8')).toContain('Decision of Long');
    const before = page('a.b.c');
    renameSync(at('Accounts/a.b.c/README.md'), at('Accounts/a.b.c/readme.md'));
    expect(accountPages('rebuild', folder, '--check').code).toBe(0);
    expect(readFileSync(at('Accounts/a.b.c/readme.md'), 'utf8')).toBe(before);
  });

  // Making links needs a right that few have on Windows.
  it.runIf(process.platform !== 'win32')('writes through no link, neither out of the vault nor within it', () => {
    addAccount('Norvane');
    const outside = mkdtempSync(join(tmpdir(), 'account-pages-outside-'));
    writeFileSync(join(outside, 'README.md'), START('Stolen'));
    mkdirSync(at('Accounts/Stolen'));
    symlinkSync(join(outside, 'README.md'), at('Accounts/Stolen/README.md'));
    symlinkSync(outside, at('Accounts/Linked'));
    write('Accounts/Stolen/2026-01-09 - Call.md', '## Decisions\n- Decision of Stolen.\n');
    expect(accountPages('rebuild', folder).code).toBe(0);
    expect(readFileSync(join(outside, 'README.md'), 'utf8')).toBe(START('Stolen'));
    expect(readdirSync(outside)).toEqual(['README.md']);
    rmSync(outside, { recursive: true });
  });
});

describe('a note that changes while it is being written', () => {
  it('is worked out anew, and loses nothing', async () => {
    addAccount('Norvane');
    const vault = await FolderVault.at(folder);
    let times = 0;
    const written = await vault.process('Accounts/Norvane/README.md', (text) => {
      if (times++ === 0) writeFileSync(at('Accounts/Norvane/README.md'), `${text}Typed meanwhile.\n`);
      return `${text}Added.\n`;
    });
    expect(written).toBe(`${START('Norvane')}Typed meanwhile.\nAdded.\n`);
    expect(page('Norvane')).toBe(written);
  });

  it('is given up after some tries where another program never rests, and stays as that left it', async () => {
    addAccount('Norvane');
    const vault = await FolderVault.at(folder);
    let times = 0;
    const restless = vault.process('Accounts/Norvane/README.md', (text) => {
      writeFileSync(at('Accounts/Norvane/README.md'), `${text}${String(times++)}\n`);
      return `${text}Added.\n`;
    });
    await expect(restless).rejects.toThrow('another program kept changing it');
    expect(page('Norvane')).toBe(`${START('Norvane')}0\n1\n2\n`);
    expect(leftovers()).toEqual([]);
  });

  it('is not made anew where it was deleted', async () => {
    addAccount('Norvane');
    const vault = await FolderVault.at(folder);
    const deleted = vault.process('Accounts/Norvane/README.md', (text) => {
      rmSync(at('Accounts/Norvane/README.md'));
      return `${text}Added.\n`;
    });
    await expect(deleted).rejects.toThrow(/ENOENT|no such file/);
    expect(existsSync(at('Accounts/Norvane/README.md'))).toBe(false);
    expect(leftovers()).toEqual([]);
  });
});

describe('taking back on the command line', () => {
  const PAGE = 'Accounts/Norvane/README.md';

  beforeEach(() => {
    addAccount('Norvane');
    accountPages('rebuild', folder);
  });

  it('undoes the last rebuild from what it kept outside the notes, and says when there is nothing', () => {
    expect(accountPages('undo', folder)).toEqual({
      code: 0,
      out: expect.stringMatching(
        new RegExp(`^${PAGE} is as it was before the change of \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}\\.\n$`),
      ) as string,
      err: '',
    });
    expect(page('Norvane')).toBe(START('Norvane'));
    expect(accountPages('undo', folder).out).toContain('Nothing to undo');
    expect(readFileSync(at('.account-pages/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('says which run it took back, and what another undo would', () => {
    addAccount('Quillon');
    accountPages('rebuild', folder);
    write(PAGE, page('Norvane').replace(/^- Fact 3 .*\n/m, ''));
    accountPages('rebuild', folder);
    const { out } = accountPages('undo', folder);
    const at = '\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}';
    expect(out).toMatch(
      new RegExp(
        `^${PAGE} is as it was before the change of ${at}\\.\nAnother undo would take back the change of ${at}: Accounts/Quillon/README\\.md\n$`,
      ),
    );
    expect(page('Quillon')).not.toBe(START('Quillon'));
    expect(accountPages('undo', folder).out).toMatch(
      new RegExp(`^Accounts/Quillon/README\\.md is as it was before the change of ${at}\\.\n$`),
    );
  });

  it('declines to undo a page that was changed since, names its lines, and ends with 1', () => {
    const edited = page('Norvane').replace('Words of a person.', 'Words of a person, and more.');
    write(PAGE, edited);
    const { code, out, err } = accountPages('undo', folder, '--account', 'Norvane');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${PAGE} stays as it is, because it was changed since, at line 6.`);
    expect(page('Norvane')).toBe(edited);
  });

  it('lists removed lines and puts back those that are asked for', () => {
    expect(accountPages('restore', folder).out).toBe('No line was removed from these pages.\n');
    write(PAGE, page('Norvane').replace(/^- Fact 3 .*\n/m, ''));
    accountPages('rebuild', folder);
    expect(accountPages('restore', folder).out).toBe('Norvane, Key Facts: Fact 3 of Norvane is about depot 3.\n');
    expect(page('Norvane')).not.toContain('- Fact 3 ');
    expect(accountPages('restore', folder, '--line', 'no such').err).toContain('No removed line holds “no such”.');
    expect(accountPages('restore', folder, '--line', 'depot 3', '--json').code).toBe(0);
    expect(page('Norvane')).toContain('- Fact 3 of Norvane');
    expect(accountPages('undo', folder).code).toBe(0);
    expect(page('Norvane'), 'and that can be undone').not.toContain('- Fact 3 ');
  });

  it('ejects: plain Markdown is left, and before that it can be seen', () => {
    const before = page('Norvane');
    expect(accountPages('eject', folder, '--dry-run').out).toContain('-%% account-pages 1');
    expect(page('Norvane')).toBe(before);
    expect(existsSync(at('.account-pages/undo'))).toBe(true);
    accountPages('eject', folder);
    expect(page('Norvane')).toBe(before.slice(0, before.indexOf('\n%% account-pages')));
  });

  it('ejects: nothing stays of what was kept of the notes, but for the pages that were not named', () => {
    addAccount('Sole');
    accountPages('rebuild', folder);
    expect(accountPages('eject', folder, '--dry-run').out).toContain('would be removed');
    expect(accountPages('eject', folder, '--account', 'Sole').out).toContain('1 page lost');
    expect(existsSync(at('.account-pages/undo'))).toBe(true);
    expect(accountPages('eject', folder).out).toContain('The folder “.account-pages”');
    expect(existsSync(at('.account-pages'))).toBe(false);
    expect(accountPages('undo', folder).out).toContain('Nothing to undo');
  });

  it('repairs a note’s encoding only when it is asked to write, and can undo it', () => {
    const note = 'Accounts/Norvane/2026-01-10 - Mail.md';
    const damaged = '## Key Facts\r\n- Ana‚Äôs team is in caf√© Norte.\r\n- √2 stays.\r\n';
    write(note, damaged);
    const shown = accountPages('repair', folder);
    expect(shown.out).toContain('+- Ana’s team is in café Norte.');
    expect(shown.out).toContain('1 note would be repaired. Nothing was written: add --write to repair them.');
    expect(readFileSync(at(note), 'utf8')).toBe(damaged);
    expect(accountPages('repair', folder, '--note', note, '--write').out).toBe('1 note repaired.\n');
    expect(readFileSync(at(note), 'utf8')).toBe('## Key Facts\r\n- Ana’s team is in café Norte.\r\n- √2 stays.\r\n');
    expect(accountPages('undo', folder).code).toBe(0);
    expect(readFileSync(at(note), 'utf8')).toBe(damaged);
    expect(accountPages('repair', folder, '--note', 'no.md').err).toContain('There is no note “no.md”.');
  });
});
