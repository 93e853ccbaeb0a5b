import { Modal } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PreviewModal } from '../../src/obsidian/ui/preview-modal.ts';
import { ProblemsModal } from '../../src/obsidian/ui/problems-modal.ts';
import { SummaryModal } from '../../src/obsidian/ui/summary-modal.ts';
import { MEETING, NORVANE, OpenedApp, PAGE } from './opened-app.ts';

const NO_PREVIEW = { previewFirst: false };
const OTHER = 'Accounts/Quillon/README.md';
const TWO = {
  ...NORVANE,
  [OTHER]: '---\ntype: customer\n---\n# Quillon\n',
  'Accounts/Quillon/2026-10-20 - Call.md': '## Decisions\n- Ship it.\n',
};
let opened: OpenedApp;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 9, 30) });
});
afterEach(() => {
  opened.close();
  vi.useRealTimers();
});

describe('the command “Rebuild account page”', () => {
  it('rebuilds the page that is open, and says in a line what changed', async () => {
    opened = await OpenedApp.start(NORVANE, NO_PREVIEW);
    await opened.open(PAGE);
    expect(await opened.run('rebuild-page')).toBe(true);
    await opened.pass(2000);
    expect(opened.takeNotices()).toEqual(['Norvane rebuilt: Recent Context +1, Decisions +1.']);
    expect([opened.takeWrites(), opened.text(PAGE).includes('Zaragoza')]).toEqual([[PAGE], true]);
    await opened.run('rebuild-page');
    expect([opened.takeNotices(), opened.takeWrites()]).toEqual([['Norvane is current.'], []]);
  });

  it('rebuilds the pages of a meeting note’s accounts', async () => {
    opened = await OpenedApp.start(
      {
        ...TWO,
        'Meetings/2026-10-22 - Both.md': '---\naccount: [Norvane, Quillon]\n---\n## Decisions\n- Meet again.\n',
      },
      NO_PREVIEW,
    );
    await opened.open('Meetings/2026-10-22 - Both.md');
    await opened.run('rebuild-page');
    expect(opened.takeWrites().sort()).toEqual([PAGE, OTHER]);
  });

  it('asks which account where the open note is about none', async () => {
    opened = await OpenedApp.start({ ...TWO, 'Home.md': 'Hello.\n' }, NO_PREVIEW);
    await opened.open('Home.md');
    await opened.run('rebuild-page');
    expect([await opened.choose('Quillon'), opened.takeWrites()]).toEqual([['Norvane', 'Quillon'], [OTHER]]);
    expect(opened.takeNotices()).toHaveLength(1); // What was rebuilt.
  });

  it.each([
    ['Accounts/Quarrystone/2026-10-22 - First.md', '', 'This note is about Quarrystone, without a page yet'],
    ['Accounts/Norvane/Call.md', '## Decisions\n- Meet again.\n', 'This note is on no page, because it has no date'],
    ['Inbox/2026-10-22 - Slip.md', '---\naccount: Norvain\n---\n', 'because it names Norvain, and no account'],
    ['Inbox/2026-10-22 - Alone.md', '', 'This note is on no page, because it names no account.'],
  ])('says first why it asks, where %s is open', async (path, text, reason) => {
    opened = await OpenedApp.start({ ...TWO, [path]: text }, NO_PREVIEW);
    await opened.open(path);
    await opened.run('rebuild-page');
    expect(opened.takeNotices()).toEqual([expect.stringContaining(reason)]);
    expect(await opened.choose('Quillon')).toEqual(['Norvane', 'Quillon']);
  });

  it('shows a page that it never wrote before it writes, and writes nothing where that is closed', async () => {
    opened = await OpenedApp.start(NORVANE);
    await opened.open(PAGE);
    await opened.run('rebuild-page');
    opened.modal(PreviewModal).close();
    await opened.pass(0);
    expect([opened.takeWrites(), opened.takeNotices()]).toEqual([[], []]);
    await opened.run('rebuild-page');
    opened.modalChoice('rebuild');
    await opened.pass(5000);
    expect(opened.takeWrites()).toEqual([PAGE]);
    // From now on it is known.
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.run('rebuild-page');
    await opened.pass(5000);
    expect([Modal.opened, opened.takeWrites()]).toEqual([[], [PAGE]]);
  });

  it('is the ribbon’s button too', async () => {
    opened = await OpenedApp.start(NORVANE, NO_PREVIEW);
    await opened.open(PAGE);
    expect(opened.app.ribbonIcons.map(({ title }) => title)).toContain('Rebuild account page');
    opened.app.ribbonIcons.find(({ title }) => title === 'Rebuild account page')?.click();
    await opened.pass(5000);
    expect(opened.takeWrites()).toEqual([PAGE]);
  });

  it('says where pages are looked for, where there are none', async () => {
    opened = await OpenedApp.start({ 'Home.md': 'Hello.\n' });
    await opened.run('rebuild-page');
    expect(opened.takeNotices()).toEqual([
      'No account pages were found. They lie in folders named Accounts, Customers, Clients, Partners, Prospects, Customers and Partners, or have the property “type: customer”.',
    ]);
  });

  it('says why a page was not written, and leaves it', async () => {
    opened = await OpenedApp.start(NORVANE, NO_PREVIEW);
    opened.store.refuse('write', PAGE, 'the disk is full');
    await opened.run('rebuild-page');
    await opened.choose('Norvane');
    expect(opened.takeNotices()).toEqual([
      `${PAGE}: The page stands as it was, because it could not be written: the disk is full`,
    ]);
    expect(opened.text(PAGE)).toBe(NORVANE[PAGE]);
  });
});

describe('the other commands', () => {
  it('rebuild all pages after showing those that were never written, and show what changed', async () => {
    opened = await OpenedApp.start(TWO);
    expect(await opened.run('rebuild-all')).toBe(true);
    opened.modalChoice('cancel');
    await opened.pass(0);
    expect([opened.takeWrites(), Modal.opened]).toEqual([[], []]);
    await opened.run('rebuild-all');
    opened.modalChoice('rebuild');
    await opened.pass(0);
    opened.modal(SummaryModal).close();
    expect(opened.takeWrites().sort()).toEqual([PAGE, OTHER]);
    // Now they are known.
    await opened.run('rebuild-all');
    opened.modal(SummaryModal).close();
  });

  it('show a rebuild without doing it', async () => {
    opened = await OpenedApp.start(NORVANE);
    await opened.rebuildAll();
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.run('preview-rebuild');
    await opened.choose('Norvane');
    opened.modal(PreviewModal).close();
    await opened.pass(5000);
    expect(opened.takeWrites()).toEqual([]);
  });

  it('undo the last rebuild of the open page, but not where it was changed since', async () => {
    opened = await OpenedApp.start(TWO);
    await opened.rebuildAll();
    await opened.open(PAGE);
    await opened.run('undo-rebuild');
    await opened.pass(5000);
    expect([opened.text(PAGE), opened.takeNotices()]).toEqual([NORVANE[PAGE], [`${PAGE} is as it was before.`]]);
    opened.save(OTHER, `${opened.text(OTHER)}\nMine.\n`);
    const mine = opened.text(OTHER);
    await opened.open(OTHER);
    await opened.run('undo-rebuild');
    await opened.pass(5000);
    expect(opened.text(OTHER)).toBe(mine);
    expect(opened.takeNotices()).toEqual([
      expect.stringContaining(`${OTHER} stays as it is, because it was changed since`),
    ]);
  });

  it('undo a rebuild of several pages after asking', async () => {
    opened = await OpenedApp.start({ ...TWO, 'Home.md': 'Hello.\n' });
    await opened.rebuildAll();
    await opened.open('Home.md');
    await opened.run('undo-rebuild');
    opened.modalChoice(true);
    await opened.pass(0);
    expect([opened.text(PAGE), opened.text(OTHER)]).toEqual([TWO[PAGE], TWO[OTHER]]);
    opened.takeNotices();
    await opened.run('undo-rebuild');
    expect(opened.takeNotices()).toEqual(['Nothing to undo: no rebuild on this device has changed a page since.']);
  });

  it('put a removed line back', async () => {
    opened = await OpenedApp.start(NORVANE);
    await opened.rebuildAll();
    opened.save(PAGE, opened.text(PAGE).replace(/^- ✅.*\n/m, ''));
    await opened.rebuildAll();
    expect(opened.text(PAGE)).not.toContain('- ✅ The pilot');
    await opened.open(PAGE);
    await opened.run('restore-lines');
    await opened.choose('Zaragoza');
    await opened.pass(5000);
    expect([opened.text(PAGE).includes('- ✅ The pilot'), opened.takeNotices()]).toEqual([
      true,
      ['Restored in Decisions: The pilot covers the Zaragoza depot.'],
    ]);
    await opened.run('restore-lines');
    expect(opened.takeNotices()).toEqual(['No line was removed from the page of Norvane.']);
  });

  it('create a page for an account that only notes name, from a template of one’s own', async () => {
    opened = await OpenedApp.start(
      {
        ...NORVANE,
        'Templates/Account.md': '---\ntype: customer\n---\n# {{account}}\n\nSince {{date}}.\n',
        'Meetings/2026-10-21 - Sync.md': '---\naccount: Quillon\n---\n## Decisions\n- Ship it.\n',
      },
      { ...NO_PREVIEW, pageTemplate: 'Templates/Account.md' },
    );
    expect(await opened.run('create-page')).toBe(true);
    expect(await opened.choose('Quillon')).toEqual(['Quillon (1 note)']);
    await opened.pass(5000);
    expect(opened.text(OTHER)).toMatch(
      /^---\ntype: customer\n---\n# Quillon\n\nSince 2026-10-30\.\n\n## Recent Context\n/,
    );
    expect([opened.text(OTHER).includes('Ship it.'), opened.app.workspace.getActiveFile()?.path]).toEqual([
      true,
      OTHER,
    ]);
    // Now that all have pages it is no longer offered.
    expect(await opened.run('create-page')).toBe(false);
  });

  it('list the problems of notes, pages and settings', async () => {
    opened = await OpenedApp.start(
      { ...NORVANE, 'Meetings/2026-10-21 - Sync.md': '---\naccount: Quilon\n---\n## Decisions\n- Ship it.\n' },
      { refreshDelay: 'soon' },
    );
    expect(opened.takeNotices()).toEqual(['Some saved settings could not be used; the list of problems says which.']);
    await opened.run('show-problems');
    expect(opened.modal(ProblemsModal).problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '.obsidian/plugins/account-pages/data.json setting-invalid',
      'Meetings/2026-10-21 - Sync.md account-unknown',
    ]);
  });

  it('repair a note whose text was read in a wrong encoding, after showing how', async () => {
    const broken = '## Decisions\n- Das Angebot gilt fÃ¼r zwei Depots.\n';
    opened = await OpenedApp.start({ ...NORVANE, [MEETING]: broken });
    await opened.open(PAGE);
    expect(await opened.run('repair-encoding')).toBe(false);
    await opened.open(MEETING);
    expect(await opened.run('repair-encoding')).toBe(true);
    opened.modalChoice(true);
    await opened.pass(5000);
    expect(opened.text(MEETING)).toBe('## Decisions\n- Das Angebot gilt für zwei Depots.\n');
    await opened.run('undo-rebuild');
    await opened.pass(5000);
    expect(opened.text(MEETING)).toBe(broken);
  });

  it('take the record off all pages after asking, and leave every other byte', async () => {
    opened = await OpenedApp.start(TWO);
    await opened.rebuildAll();
    const before = opened.text(PAGE);
    await opened.run('remove-records');
    opened.modalChoice(false);
    await opened.pass(0);
    expect(opened.text(PAGE)).toBe(before);
    await opened.run('remove-records');
    opened.modalChoice(true);
    await opened.pass(0);
    expect(opened.takeNotices()).toEqual([
      '2 pages lost the record; every other byte stays.\nThis device keeps nothing of your notes any more. Switch the plugin off now: at its next start it keeps them again.',
    ]);
    expect(opened.text(PAGE)).toBe(before.replace(/\n%% account-pages[\s\S]*?%%\n/, ''));
  });

  it('forget on that occasion what the device keeps, and go on without', async () => {
    opened = await OpenedApp.start(TWO, { automaticRefresh: true });
    await opened.rebuildAll();
    await opened.run('switch-refresh');
    const kept = () => [opened.app.loadLocalStorage('account-pages-refresh-here')];
    expect(kept()).toEqual(['off']);
    await opened.run('remove-records');
    opened.modalChoice(true);
    await opened.pass(0);
    expect(kept()).toEqual([null]);
    await opened.pass(60_000);
    expect(opened.text(PAGE)).not.toContain('%% account-pages');
    await opened.rebuildAll();
    expect(opened.text(PAGE)).toContain('%% account-pages');
  });

  it('answer on the app’s own command line', async () => {
    opened = await OpenedApp.start({
      ...TWO,
      'Accounts/Norvane/2026-10-20 - Call.md': '## Action Items\n- [ ] Send the plan @Ana 📅 2026-11-02\n',
    });
    const ask = async (command: string, params: Record<string, string> = {}) =>
      opened.app.cliCommands.get(command)?.handler(params);
    expect(await ask('account-pages')).toBe(
      'Norvane\t2026-10-20\t2 meetings\t1 open action\nQuillon\t2026-10-20\t1 meeting\t0 open actions',
    );
    expect(await ask('account-pages:actions', { account: 'norvane' })).toBe(
      'Norvane\tSend the plan\tAna\t2026-11-02\tAccounts/Norvane/2026-10-20 - Call.md:2',
    );
    expect(await ask('account-pages:rebuild', { account: 'Quillon' })).toBe(
      `${OTHER}\tRecent Context +1, Decisions +1\n1 of 1 page changed.`,
    );
    expect(await ask('account-pages:rebuild', { account: 'Norvan' })).toBe(
      'No account is called “Norvan”. Did you mean Norvane?',
    );
  });
});

describe('the plugin', () => {
  it('says what it found in a vault that it is new to, and writes nothing', async () => {
    opened = await OpenedApp.start(TWO, null);
    await opened.pass(60_000);
    expect([opened.takeNotices().length, opened.takeWrites()]).toEqual([1, []]);
  });

  it('takes over settings that a sync brings, and follows them', async () => {
    opened = await OpenedApp.start(NORVANE, { automaticRefresh: true });
    await opened.rebuildAll();
    await opened.pass(11_000);
    opened.save(
      '.obsidian/plugins/account-pages/data.json',
      JSON.stringify({
        automaticRefresh: true,
        sections: { decisions: { on: true, heading: 'Choices', limit: 5 } },
        later: 1,
      }),
    );
    await opened.pass(10_000);
    // The section that stands keeps its heading; a page that gets one anew has the new one.
    expect(opened.text(PAGE)).toContain('## Decisions');
    opened.save(PAGE, '---\ntype: customer\n---\n# Norvane\n');
    await opened.rebuildAll();
    expect(opened.text(PAGE)).toContain('## Choices');
  });

  it('leaves nothing behind when it is switched off', async () => {
    opened = await OpenedApp.start(TWO, { automaticRefresh: true });
    await opened.rebuildAll();
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    opened.app.quit();
    await opened.pass(60_000);
    expect([opened.takeWrites(), opened.app.commands.list(), opened.app.ribbonIcons, vi.getTimerCount()]).toEqual([
      [],
      [],
      [],
      0,
    ]);
  });
});
