import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MEETING, NORVANE, OpenedApp, PAGE } from './opened-app.ts';

const ON = { automaticRefresh: true };
const OTHER = 'Accounts/Quillon/README.md';
let opened: OpenedApp;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 9, 30) });
});
afterEach(() => {
  opened.close();
  vi.useRealTimers();
});

/** All pages are rebuilt once, and the silence after the start is over. */
async function kept(notes: Readonly<Record<string, string>> = NORVANE, settings: object = ON): Promise<OpenedApp> {
  opened = await OpenedApp.start(notes, settings);
  await opened.rebuildAll();
  await opened.pass(11_000);
  expect(opened.takeWrites()).toEqual([]);
  return opened;
}

describe('automatic refresh', () => {
  it('brings the page up to date a moment after a meeting note was saved, and writes it once', async () => {
    await kept();
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.pass(2100);
    expect(opened.takeWrites()).toEqual([]);
    await opened.pass(300);
    expect([opened.takeWrites(), opened.text(PAGE).includes('Begin in May.')]).toEqual([[PAGE], true]);
    // Its own write is no news to it.
    await opened.pass(60_000);
    expect([opened.takeWrites(), opened.takeNotices()]).toEqual([[], []]);
  });

  it('is off until somebody switches it on', async () => {
    await kept(NORVANE, {});
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.pass(60_000);
    expect(opened.takeWrites()).toEqual([]);
  });

  it('stays away from pages that nobody has rebuilt yet', async () => {
    opened = await OpenedApp.start(NORVANE, ON);
    await opened.pass(20_000);
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.pass(60_000);
    expect(opened.takeWrites()).toEqual([]);
  });

  it('writes nothing in the first ten seconds, and then what changed in them', async () => {
    opened = await OpenedApp.start(NORVANE, ON);
    await opened.rebuildAll();
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.pass(9_800);
    expect(opened.takeWrites()).toEqual([]);
    await opened.pass(300);
    expect(opened.takeWrites()).toEqual([PAGE]);
  });

  it('takes a note that moves to another account off the old page and puts it on the new one', async () => {
    const [stays, there] = ['Accounts/Norvane/2026-10-01 - Call.md', 'Accounts/Quillon/2026-10-20 - Call.md'];
    await kept({
      ...NORVANE,
      [OTHER]: '---\ntype: customer\n---\n# Quillon\n',
      [stays]: '## Decisions\n- Look at May.\n',
      [there]: '## Decisions\n- Ship it.\n',
    });
    await opened.rename(MEETING, 'Accounts/Quillon/2026-10-14 - Kick-off.md');
    await opened.pass(3000);
    expect(opened.takeWrites().sort()).toEqual([PAGE, OTHER]);
    expect([opened.text(PAGE).includes('Zaragoza'), opened.text(OTHER).includes('Zaragoza')]).toEqual([false, true]);
  });

  it('follows a note that is deleted', async () => {
    const second = 'Accounts/Norvane/2026-10-20 - Call.md';
    await kept({ ...NORVANE, [second]: '## Decisions\n- Ship it.\n' });
    opened.store.removeFromOutside(second);
    await opened.pass(3000);
    expect([opened.takeWrites(), opened.text(PAGE).includes('Ship it.')]).toEqual([[PAGE], false]);
  });

  it('waits while somebody types, but no longer than ten seconds', async () => {
    await kept();
    const editor = await opened.open('Accounts/Norvane/2026-10-14 - Kick-off.md');
    opened.save('Accounts/Norvane/2026-10-20 - Call.md', '## Decisions\n- Ship it.\n');
    await opened.pass(200);
    for (let second = 0; second < 9; second++) {
      editor.replaceRange('x', { line: 1, ch: 2 });
      await opened.pass(1000);
    }
    expect(opened.takeWrites().filter((path) => path === PAGE)).toEqual([]);
    for (let second = 0; second < 2; second++) {
      editor.replaceRange('x', { line: 1, ch: 2 });
      await opened.pass(1000);
    }
    expect(opened.takeWrites().filter((path) => path === PAGE)).toEqual([PAGE]);
  });

  it('changes a page that is open in its editor, in one step that undo takes back, and leaves the cursor', async () => {
    await kept();
    const editor = await opened.open(PAGE);
    const before = editor.getValue();
    const lastLine = editor.lineCount() - 1;
    editor.setCursor({ line: 3, ch: 4 });
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.pass(2500);
    expect([opened.takeWrites(), editor.getValue().includes('Begin in May.')]).toEqual([[], true]);
    expect([editor.getCursor(), lastLine > 3]).toEqual([{ line: 3, ch: 4 }, true]);
    await opened.pass(2500);
    expect([opened.takeWrites(), opened.text(PAGE)]).toEqual([[PAGE], editor.getValue()]);
    editor.undo();
    expect(editor.getValue()).toBe(before);
  });

  it('keeps what somebody types into the page at that moment', async () => {
    await kept();
    const editor = await opened.open(PAGE);
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.pass(1900);
    editor.replaceRange('My own line.\n', { line: 4, ch: 0 });
    await opened.pass(10_000);
    expect([opened.text(PAGE).includes('My own line.'), opened.text(PAGE).includes('Begin in May.')]).toEqual([
      true,
      true,
    ]);
  });

  it('takes hundreds of files that a sync brings as one change', async () => {
    await kept();
    for (let day = 0; day < 300; day++) {
      const name = `2025-${String((day % 12) + 1).padStart(2, '0')}-${String((day % 28) + 1).padStart(2, '0')}`;
      opened.save(
        `Accounts/Norvane/${name} - Call ${String(day)}.md`,
        `## Decisions\n- Choice number ${String(day)}.\n`,
      );
    }
    await opened.pass(5000);
    expect(opened.takeWrites()).toEqual([PAGE]);
  });

  it('ignores the copies that a sync makes of conflicts', async () => {
    await kept();
    opened.save(
      'Accounts/Norvane/2026-10-14 - Kick-off (Conflicted copy laptop 202610301200).md',
      '## Decisions\n- Begin in May.\n',
    );
    await opened.pass(5000);
    expect(opened.takeWrites()).toEqual([]);
  });

  it('pauses a page that changes again and again without anybody typing here, and says so', async () => {
    await kept();
    for (let turn = 0; turn < 12; turn++) {
      opened.save(MEETING, `## Decisions\n- Version ${String(turn)} of the plan.\n`);
      await opened.pass(3000);
    }
    expect(opened.takeWrites()).toHaveLength(6);
    expect(opened.takeNotices()).toEqual([
      'The page of Norvane is no longer refreshed by itself, because it changed more than five times within a minute: two devices may be answering each other. Rebuild it by hand to go on.',
    ]);
    await opened.open(PAGE);
    await opened.run('rebuild-page');
    opened.takeWrites();
    opened.save(MEETING, '## Decisions\n- Settled.\n');
    await opened.pass(10_000);
    expect(opened.text(PAGE)).toContain('Settled.');
  });

  it('goes on with a paused page that was rebuilt on the app’s own command line', async () => {
    await kept();
    for (let turn = 0; turn < 12; turn++) {
      opened.save(MEETING, `## Decisions\n- Version ${String(turn)} of the plan.\n`);
      await opened.pass(3000);
    }
    await opened.app.cliCommands.get('account-pages:rebuild')?.handler({ account: 'Norvane' });
    opened.save(MEETING, '## Decisions\n- Settled.\n');
    await opened.pass(10_000);
    expect(opened.text(PAGE)).toContain('Settled.');
  });

  it('does not pause a page while somebody types into its meeting note for minutes', async () => {
    await kept();
    const editor = await opened.open(MEETING);
    for (let sentence = 0; sentence < 12; sentence++) {
      editor.replaceRange(`- Choice number ${String(sentence)} was made.\n`, { line: 1, ch: 0 });
      await opened.pass(6000);
    }
    expect([opened.takeNotices(), opened.text(PAGE).includes('Choice number 11')]).toEqual([[], true]);
  });

  it('can be switched off on one device', async () => {
    await kept();
    expect(await opened.run('switch-refresh')).toBe(true);
    expect(opened.takeNotices()).toEqual(['Pages are no longer refreshed on this device.']);
    opened.save(MEETING, '## Decisions\n- Begin in May.\n');
    await opened.pass(60_000);
    expect(opened.takeWrites()).toEqual([]);
    // Switched on again it catches up with what it missed.
    await opened.run('switch-refresh');
    await opened.pass(3000);
    expect([opened.takeWrites(), opened.takeNotices()]).toEqual([[PAGE], ['Pages are refreshed on this device.']]);
  });

  it('follows a new alias on a page, and no other change of it', async () => {
    await kept({ ...NORVANE, 'Meetings/2026-10-21 - Sync.md': '---\naccount: NVL\n---\n## Decisions\n- Ship it.\n' });
    opened.save(PAGE, opened.text(PAGE).replace('# Norvane', '# Norvane\n\nA line of mine.'));
    await opened.pass(5000);
    expect(opened.takeWrites()).toEqual([]);
    opened.save(PAGE, opened.text(PAGE).replace('type: customer', 'type: customer\naliases: [NVL]'));
    await opened.pass(5000);
    expect([opened.takeWrites(), opened.text(PAGE).includes('Ship it.')]).toEqual([[PAGE], true]);
  });

  it('says once why a page could not be written, and leaves it as it was', async () => {
    await kept();
    const before = opened.text(PAGE);
    opened.store.refuse('write', PAGE, 'the disk is full');
    for (const choice of ['Begin in May.', 'Begin in June.']) {
      opened.save(MEETING, `## Decisions\n- ${choice}\n`);
      await opened.pass(5000);
    }
    expect([opened.text(PAGE), opened.takeNotices()]).toEqual([
      before,
      [`${PAGE}: The page stands as it was, because it could not be written: the disk is full`],
    ]);
  });
});
