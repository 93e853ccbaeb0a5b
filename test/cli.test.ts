import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));
const DEMO = fileURLToPath(new URL('../fixtures/demo', import.meta.url));
const RECORDED = fileURLToPath(new URL('../fixtures/demo-recorded', import.meta.url));
const PAGE = 'Accounts/Norvane/README.md';

/** Runs the built command line, as a user would. */
function accountPages(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the command line', () => {
  let folder = '';
  const at = (path: string) => join(folder, ...path.split('/'));
  const write = (path: string, text: string) => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), text);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'account-pages-'));
    write(PAGE, '---\ntype: customer\nlast_contact: 2025-01-01\n---\n# Norvane\n');
    write(
      'Accounts/Norvane/2025-11-14 - Sync.md',
      '## Decisions\n- Start in May.\n## Action Items\n- [ ] Send plan @Ana Ruiz #task ⏫ 📅 2026-01-09\n',
    );
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('rebuilds pages, then finds nothing to change, and says so with its exit code', () => {
    expect(accountPages(['rebuild', folder, '--check']).code).toBe(1);
    expect(readFileSync(at(PAGE), 'utf8')).not.toContain('Start in May');
    const done = accountPages(['rebuild', folder]);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('1 of 1 page changed.');
    expect(readFileSync(at(PAGE), 'utf8')).toContain('- ✅ Start in May. ([[2025-11-14 - Sync#Decisions|2025-11-14]])');
    expect(readFileSync(at(PAGE), 'utf8')).toContain('last_contact: 2025-11-14');
    expect(accountPages(['rebuild', folder, '--check'])).toMatchObject({ code: 0 });
  });

  it('prints the JSON that is promised, and nothing else', () => {
    expect(JSON.parse(accountPages(['rebuild', folder, '--json']).out)).toEqual({
      pages: [
        {
          account: 'Norvane',
          path: PAGE,
          changed: true,
          sections: {
            'Recent Context': { kept: 0, added: 1, removed: 0 },
            Decisions: { kept: 0, added: 1, removed: 0 },
          },
          disagreements: [],
        },
      ],
      problems: [],
    });
    expect(JSON.parse(accountPages(['actions', folder, '--json']).out)).toEqual({
      items: [
        {
          account: 'Norvane',
          path: 'Accounts/Norvane/2025-11-14 - Sync.md',
          line: 4,
          text: 'Send plan',
          owners: ['Ana Ruiz'],
          due: '2026-01-09',
          priority: 'high',
          status: ' ',
          done: false,
        },
      ],
      problems: [],
    });
    expect(JSON.parse(accountPages(['accounts', folder, '--json']).out)).toEqual({
      accounts: [
        {
          name: 'Norvane',
          path: PAGE,
          lastContact: '2025-11-14',
          meetings: 1,
          openActions: 1,
          decisions: 1,
          facts: 0,
          blockers: 0,
        },
      ],
    });
    write('Inbox/2025-11-15 - Lead.md', '---\naccount: Velora\n---\n');
    expect(JSON.parse(accountPages(['problems', folder, '--json']).out)).toEqual({
      problems: [
        {
          path: 'Inbox/2025-11-15 - Lead.md',
          line: 1,
          code: 'account-unknown',
          message: 'The note is linked to no account by “Velora”, because no page has that name or alias.',
          fix: 'Create a page for “Velora”.',
        },
      ],
    });
  });

  it('shows what would change as a diff and writes nothing', () => {
    const before = readFileSync(at(PAGE), 'utf8');
    const { out, code } = accountPages(['rebuild', folder, '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain(`--- a/${PAGE}\n+++ b/${PAGE}\n@@`);
    expect(out).toContain('+- ✅ Start in May.');
    expect(readFileSync(at(PAGE), 'utf8')).toBe(before);
  });

  it('writes the same bytes in every time zone and language', () => {
    for (const env of [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
    ]) {
      const copy = at(`copy-${env.LANG}`);
      cpSync(DEMO, copy, { recursive: true });
      expect(accountPages(['rebuild', copy, '--today', '2026-10-30'], env).code).toBe(0);
      for (const page of readdirSync(RECORDED, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.md'),
      )) {
        expect(readFileSync(join(copy, page), 'utf8'), page).toBe(readFileSync(join(RECORDED, page), 'utf8'));
      }
    }
  });

  it('lists what one person owns, by any of the names that are your own', () => {
    write('settings.json', JSON.stringify({ ownNames: ['Robin Hale', 'Robin'] }));
    write(
      'Accounts/Norvane/2025-11-21 - Weekly.md',
      '## Action Items\n- [ ] Book the train @Robin\n- [ ] Send the offer @Robin Hale\n- [ ] Count scanners @Ana Ruiz\n',
    );
    const ownedBy = (name: string) =>
      accountPages(['actions', folder, '--settings', at('settings.json'), '--owner', name]).out;
    expect(ownedBy('Robin')).toMatch(/Book the train[^]*Send the offer/);
    expect(ownedBy('robin hale')).toBe(ownedBy('Robin'));
    expect(ownedBy('Ana Ruiz')).toMatch(/^Norvane \(2\)/);
  });

  it('says what is wrong with a command and ends with 2', () => {
    expect(accountPages(['rebuild', at('nowhere')])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('there is no such file or folder') as string,
    });
    expect(accountPages(['rebuild', at(PAGE)])).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is a file, not a folder') as string,
    });
    expect(accountPages(['rebuild', folder, '--account', 'Norvan'])).toMatchObject({
      code: 2,
      err: 'No account is called “Norvan”. Did you mean “Norvane”?\n',
    });
    expect(accountPages(['rebuild', folder, '--today', '2026-02-30']).code).toBe(2);
    write('broken.json', '{');
    expect(accountPages(['rebuild', folder, '--settings', at('broken.json')]).code).toBe(2);
    expect(accountPages(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(accountPages(['actions', folder, '--owner', 'Misspelt']).out).toContain('Owners are Ana Ruiz.');
    expect(accountPages(['rebuild', folder, '--today', 'tomorrow'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('YYYY-MM-DD') as string,
    });
    expect(accountPages(['rebuild']).code).toBe(2);
    expect(accountPages(['rebild', folder]).code).toBe(2);
    expect(accountPages([]).code).toBe(2);
    expect(accountPages(['rebuild', folder, '--nonsense']).code).toBe(2);
  });

  it('helps with examples on every command', () => {
    for (const command of ['rebuild', 'actions', 'accounts', 'problems', 'explain', 'watch']) {
      const { code, out } = accountPages([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`account-pages ${command} ~/Notes`);
    }
    expect(accountPages(['--help'])).toMatchObject({ code: 0 });
  });

  it('leaves hidden folders alone and follows no link', () => {
    write('.obsidian/2025-11-15 - Norvane.md', '## Decisions\n- Norvane hides.\n');
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, '2025-11-16 - Norvane.md'), '## Decisions\n- Norvane is outside.\n');
    writeFileSync(join(outside, 'README.md'), '---\ntype: customer\n---\n');
    symlinkSync(outside, at('Accounts/Linked'));
    symlinkSync(join(outside, '2025-11-16 - Norvane.md'), at('Accounts/Norvane/2025-11-16 - Norvane.md'));
    expect(accountPages(['rebuild', folder]).code).toBe(0);
    expect(readFileSync(at(PAGE), 'utf8')).not.toMatch(/hides|outside/);
    expect(readFileSync(join(outside, 'README.md'), 'utf8')).toBe('---\ntype: customer\n---\n');
    expect(JSON.parse(accountPages(['accounts', folder, '--json']).out)).toMatchObject({
      accounts: [{ name: 'Norvane' }],
    });
    rmSync(outside, { recursive: true });
  });

  it('names a page that it may not write, and one that is not UTF-8, and goes on with the rest', () => {
    write('Accounts/Sole/README.md', '---\ntype: customer\n---\n# Sole\n');
    write('Accounts/Sole/2025-11-14 - Sync.md', '## Decisions\n- Wait.\n');
    write('Accounts/Tarn/README.md', '---\ntype: customer\n---\n# Tarn\n');
    write('Accounts/Tarn/2025-11-14 - Sync.md', '## Decisions\n- Go.\n');
    writeFileSync(
      at('Accounts/Tarn/README.md'),
      Buffer.concat([Buffer.from('---\ntype: customer\n---\n# Caf'), Buffer.from([0xe9]), Buffer.from('\n')]),
    );
    chmodSync(at('Accounts/Sole/README.md'), 0o444);
    const { code, out, err } = accountPages(['rebuild', folder]);
    expect(code).toBe(0);
    expect(out).toContain('Norvane');
    expect(err).toContain('Accounts/Sole/README.md  page-not-written');
    expect(err).toContain('it is read-only');
    expect(err).toContain('Accounts/Tarn/README.md  page-not-written');
    expect(readFileSync(at('Accounts/Tarn/README.md')).includes(0xe9)).toBe(true);
    expect(readdirSync(at('Accounts/Sole')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('runs no code that stands in front matter', () => {
    const trace = at('ran.txt');
    const code = `({ account: "Norvane", ran: require("fs").writeFileSync(${JSON.stringify(trace)}, "") })`;
    for (const language of ['js', 'javascript', 'JS', 'coffee', 'constructor'])
      write(`Inbox/2025-11-17 - ${language}.md`, `---${language}\n${code}\n---\n## Summary\nCode.\n`);
    expect(accountPages(['rebuild', folder]).code).toBe(0);
    expect(existsSync(trace)).toBe(false);
  });

  it('keeps the permissions of a page', () => {
    chmodSync(at(PAGE), 0o640);
    accountPages(['rebuild', folder]);
    expect(statSync(at(PAGE)).mode & 0o777).toBe(0o640);
  });

  it('takes the settings that the plugin saved, or a file', () => {
    write(
      '.obsidian/plugins/account-pages/data.json',
      '{"evidenceLinks": false, "sections": {"decisions": {"limit": "many"}}}',
    );
    const { out } = accountPages(['problems', folder]);
    expect(out).toContain('“sections.decisions.limit”');
    accountPages(['rebuild', folder]);
    expect(readFileSync(at(PAGE), 'utf8')).toContain('- ✅ Start in May.\n');
    write('other.json', '{"sections": {"decisions": {"on": false}}}');
    const copy = at('again');
    cpSync(DEMO, copy, { recursive: true });
    expect(accountPages(['rebuild', copy, '--settings', at('other.json'), '--json']).out).not.toContain('"Decisions"');
  });

  it('leaves out a note that is too large, and names it', () => {
    write('Meetings/2026-02-01 - Large.md', `---\naccount: Norvane\n---\n${'- The depot is full.\n'.repeat(500_001)}`);
    const { code, out } = accountPages(['problems', folder]);
    expect([code, out.includes('Meetings/2026-02-01 - Large.md'), out.includes('has 11 MB')]).toEqual([0, true, true]);
  });

  it('explains where a line comes from', () => {
    const { out } = accountPages(['explain', folder, '--account', 'Norvane']);
    expect(out).toContain('Decisions: ✅ Start in May.');
    expect(out).toContain('from Accounts/Norvane/2025-11-14 - Sync.md:2');
    expect(out).toContain('linked by folder (Accounts/Norvane)');
    expect(out).not.toContain('Notes on no page');
    write('Accounts/Norvane/Call.md', '## Decisions\n- Start in June.\n');
    write('Inbox/2025-11-16 - Slip.md', '---\naccount: Norvain\n---\n');
    const all = accountPages(['explain', folder]).out;
    expect(all).toContain('Notes on no page\n  Accounts/Norvane/Call.md: it has no date');
    expect(all).toContain('  Inbox/2025-11-16 - Slip.md: it names “Norvain”, and no account is called so');
  });

  it('says why no page was rebuilt, and that a change was a person’s own', () => {
    write('Accounts/Quarrystone/2025-11-14 - Call.md', '## Decisions\n- Begin.\n');
    expect(accountPages(['rebuild', folder, '--account', 'Quarrystone'])).toEqual({
      code: 0,
      out: '0 of 0 pages changed.\n',
      err: '“Quarrystone” has no page yet: make one with “Create account page” in the app, or a note README.md with “type: customer” in the account’s folder.\n',
    });
    rmSync(at('Accounts'), { recursive: true });
    expect(accountPages(['rebuild', folder]).err).toMatch(/^No accounts found\. Pages lie in folders named Accounts, /);
    write(PAGE, '---\ntype: customer\n---\n# Norvane\n');
    write('Accounts/Norvane/2025-11-14 - Sync.md', '## Decisions\n- Start in May.\n');
    accountPages(['rebuild', folder]);
    writeFileSync(at(PAGE), readFileSync(at(PAGE), 'utf8').replace(/- ✅ Start in May.*\n/, ''));
    expect(accountPages(['rebuild', folder]).out).toBe(
      `Norvane  ${PAGE}\n  your own changes are noted\n1 of 1 page changed.\n`,
    );
  });

  it('watches: a note that is saved, renamed or deleted is on the page a moment later', async () => {
    const child = spawn(process.execPath, [CLI, 'watch', folder]);
    const stopped = new Promise<number | null>((resolve) => child.once('exit', resolve));
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const until = async (holds: () => boolean) => {
      for (let tries = 0; tries < 100 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
      expect(holds(), `after: ${printed}`).toBe(true);
    };
    const page = () => readFileSync(at(PAGE), 'utf8');
    await until(() => printed.includes('Watching'));
    write('Accounts/Norvane/2025-11-15 - More.md', '## Decisions\n- Add a depot.\n');
    await until(() => page().includes('Add a depot.'));
    renameSync(at('Accounts/Norvane/2025-11-15 - More.md'), at('Accounts/Norvane/2025-11-16 - Later.md'));
    await until(() => page().includes('[[2025-11-16 - Later#Decisions|2025-11-16]]') && !page().includes('2025-11-15'));
    rmSync(at('Accounts/Norvane/2025-11-16 - Later.md'));
    await until(() => !page().includes('Add a depot.'));
    child.kill('SIGINT');
    expect(await stopped).toBe(0);
    expect(existsSync(at(PAGE))).toBe(true);
  }, 30_000);
});
