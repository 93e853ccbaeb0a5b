import { beforeEach, describe, expect, it } from 'vitest';
import { takeLedger } from '../src/core/merge/ledger.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { removedLines, withRestored } from '../src/core/write/removed-lines.ts';
import { opened } from './memory-vault.ts';
import { WorkedPage } from './worked-page.ts';

const FIRST = '2025-11-04 - Kick-off';
const SECOND = '2025-11-14 - Planning call';
const THIRD = '2025-11-20 - Review';

const facts = (...lines: string[]) => `## Key Facts\n${lines.map((line) => `- ${line}\n`).join('')}`;
const said = (lines: readonly string[]) => lines.map((line) => line.replace(/^- | \(\[\[.*$/g, ''));

describe('a list of a page that a person works on', () => {
  let page = new WorkedPage();
  const keyFacts = () => said(page.section('Key Facts'));

  beforeEach(() => {
    page = new WorkedPage();
    page.note(
      FIRST,
      `## Summary\nNorvane wants shorter days.\n${facts('Planners build routes by hand.', 'Drivers use tablets.')}`,
    );
    page.note(SECOND, `## Summary\nAna showed us a day.\n${facts('The night shift starts at 02:30.')}`);
  });

  it('keeps a bullet that a person typed in just the words of a note, where pages show no meetings', async () => {
    page = new WorkedPage(undefined, { ...DEFAULT_SETTINGS, evidenceLinks: false });
    page.note(FIRST, facts('Drivers use tablets.', 'Planners build routes by hand.'));
    page.edit((text) => `${text}\n## Key Facts\n\n- Drivers use tablets.\n`);
    await page.rebuild();
    page.note(FIRST, facts('Planners build routes by hand.'));
    await page.rebuild();
    expect(keyFacts()).toEqual(['Planners build routes by hand.', 'Drivers use tablets.'].reverse());
  });

  it('keeps a link that a person set to another note, also when the meeting says it otherwise later', async () => {
    page.note('Calls/Call with Ana.md', '# Call with Ana\n');
    await page.rebuild();
    page.edit((text) =>
      text.replace(/(Drivers use tablets\. \(\[\[)2025-11-04 - Kick-off#Key Facts/, '$1Call with Ana'),
    );
    page.note(FIRST, facts('Planners build routes by hand.', 'Drivers use rugged tablets.'));
    await page.rebuild();
    page.note(FIRST, facts('Planners use a map.'));
    await page.rebuild();
    expect(page.text).toContain('- Drivers use tablets. ([[Call with Ana|2025-11-04]])');
  });

  it('keeps what a person wrote on the page of an older tool, also when the record is lost', async () => {
    page = new WorkedPage('type: customer\ntags: [generated]\n');
    page.note(FIRST, facts('Drivers read their route on a rugged tablet.', 'Planners build routes by hand.'));
    await page.rebuild();
    page.edit((text) =>
      takeLedger(text).text.replace('- Drivers read their route', '- Most drivers in Zaragoza read their route'),
    );
    await page.rebuild();
    expect(page.text).toContain('- Most drivers in Zaragoza read their route on a rugged tablet.');
  });

  it('knows an edited line with another link before that to its meeting, also when the record is lost', async () => {
    page.note('Partners/Quillon.md', '# Quillon\n');
    page.note(THIRD, facts('[[Quillon]] builds the feed from the depot to the planners.'));
    await page.rebuild();
    page.edit((text) => takeLedger(text).text.replace(/^(- \[\[Quillon\]\]) builds/m, '$1 slowly builds'));
    await page.rebuild();
    expect(page.section('Key Facts').filter((line) => line.includes('[[Quillon]]'))).toEqual([
      '- [[Quillon]] slowly builds the feed from the depot to the planners. ([[2025-11-20 - Review#Key Facts|2025-11-20]])',
    ]);
  });

  it('shows news after a line of like words that a person removed or edited', async () => {
    const status = (day: string, colour: string) =>
      page.note(`2025-11-${day} - Status`, facts(`The pilot status is ${colour} this week.`));
    status('18', 'green');
    await page.rebuild();
    page.edit((text) => text.replace(/^- The pilot status is green.*\n/m, ''));
    await page.rebuild();
    page.delete('2025-11-18 - Status');
    for (const [day, colour] of [
      ['19', 'red'],
      ['21', 'amber'],
    ] as const) {
      status(day, colour);
      await page.rebuild();
      expect(keyFacts()).toContain(`The pilot status is ${colour} this week.`);
    }
  });

  it('shows news after a line that a person removed and that the limit leaves out now', async () => {
    const { sections } = DEFAULT_SETTINGS;
    const settings = { ...DEFAULT_SETTINGS, sections: { ...sections, keyFacts: { ...sections.keyFacts, limit: 2 } } };
    page = new WorkedPage(undefined, settings);
    page.note('2025-11-18 - Status', facts('The pilot status is green.'));
    await page.rebuild();
    page.edit((text) => text.replace(/^- The pilot status is green.*\n/m, ''));
    await page.rebuild();
    page.note('2025-11-19 - Status', facts('Peak is in autumn.', 'Two depots closed.'));
    page.note('2025-11-20 - Status', facts('The pilot status is still green, says Ana.'));
    await page.rebuild();
    expect(keyFacts()).toContain('The pilot status is still green, says Ana.');
  });

  it('shows a number that was corrected after a person removed the wrong one', async () => {
    page.note(THIRD, facts('Norvane runs 40 depots.'));
    await page.rebuild();
    page.edit((text) => text.replace(/^- Norvane runs 40.*\n/m, ''));
    await page.rebuild();
    page.note(THIRD, facts('Norvane runs 55 depots.'));
    await page.rebuild();
    expect(keyFacts()).toContain('Norvane runs 55 depots.');
  });

  it('lists a meeting that a person’s bullet only mentions', async () => {
    await page.rebuild();
    page.edit((text) => text.replace('## Recent Context\n\n', `$&- Ask Ana about [[${SECOND}]]\n`));
    page.rename(SECOND, '2025-11-14 - Planning day');
    await page.rebuild();
    expect(page.section('Recent Context')).toEqual([
      '- Ask Ana about [[2025-11-14 - Planning day]]',
      '- 2025-11-14: [[2025-11-14 - Planning day|Planning day]] — Ana showed us a day.',
      '- 2025-11-04: [[2025-11-04 - Kick-off|Kick-off]] — Norvane wants shorter days.',
    ]);
  });

  it.each([
    ['%%', '%%'],
    ['<!--', '-->'],
  ])('writes nothing into a comment from %s to %s', async (start, end) => {
    await page.rebuild();
    page.edit((text) => text.replace(/^- The night[^]*?use tablets.*\n/m, `${start}\n$&${end}\n`));
    page.note(THIRD, facts('Peak is in autumn.'));
    await page.rebuild();
    const [first, second, ...others] = page.section('Key Facts');
    const hidden = page.section('Key Facts').slice(page.section('Key Facts').indexOf(start));
    expect(said([first ?? '', second ?? '', ...others])).toContain('Peak is in autumn.');
    expect(said(hidden.slice(0, hidden.indexOf(end)))).not.toContain('Peak is in autumn.');
  });

  it('keeps a meeting’s line edited or away when a longer copy of its note arrives', async () => {
    await page.rebuild();
    page.edit((text) =>
      text.replace('Ana showed us a day.', 'Ana showed us a whole day.').replace(/^- 2025-11-04: .*\n/m, ''),
    );
    await page.rebuild();
    for (const [name, words] of [
      [FIRST, 'Norvane wants shorter days.'],
      [SECOND, 'Ana showed us a day.'],
    ] as const)
      page.note(
        `Recordings/${name}.md`,
        `---\naccount: Norvane\n---\n## Summary\n${words}\n${facts('Recorded.', 'One more thing that was said at length.')}## Transcript\n${'Ana: and so on.\n'.repeat(30)}`,
      );
    await page.rebuild();
    const lines = page.section('Recent Context');
    expect(lines.filter((line) => line.startsWith('- 2025-11-14'))).toEqual([
      '- 2025-11-14: [[2025-11-14 - Planning call|Planning call]] — Ana showed us a whole day.',
    ]);
    expect(lines.filter((line) => line.startsWith('- 2025-11-04'))).toEqual([]);
  });

  it('keeps a meeting’s line away when the app renames its note', async () => {
    await page.rebuild();
    page.edit((text) => text.replace(/^- 2025-11-04: .*\n/m, ''));
    await page.rebuild();
    page.rename(FIRST, '2025-11-04 - First day');
    await page.rebuild();
    expect(page.section('Recent Context').filter((line) => line.startsWith('- 2025-11-04'))).toEqual([]);
    page.note('2025-11-04 - Another call', '## Summary\nBen asked for a price.\n');
    await page.rebuild();
    expect(page.section('Recent Context')).toContain(
      '- 2025-11-04: [[2025-11-04 - Another call|Another call]] — Ben asked for a price.',
    );
  });

  it('restores just the line that is asked for', async () => {
    page.note(THIRD, facts('Norvane runs depots in Spain.', 'Norvane runs depots in Portugal.'));
    await page.rebuild();
    page.edit((text) => text.replace(/^- Norvane runs depots.*\n/gm, ''));
    await page.rebuild();
    const accounts = await opened(page.vault);
    const [account] = accounts.graph.accounts();
    if (!account) throw new Error('The account is missing.');
    const plan = accounts.plan(account, page.text, '2026-02-01');
    const spain = removedLines(plan).filter(({ line }) => line?.text.includes('Spain'));
    page.edit(() => withRestored(plan, spain));
    await page.rebuild();
    expect(keyFacts().filter((line) => line.startsWith('Norvane runs'))).toEqual(['Norvane runs depots in Spain.']);
  });

  it('brings a line that stands again up to date, where its note was reworded meanwhile', async () => {
    await page.rebuild();
    const line = /^- Drivers use tablets.*\n/m.exec(page.text)?.[0] ?? '';
    page.edit((text) => text.replace(line, ''));
    await page.rebuild();
    page.note(FIRST, facts('Planners build routes by hand.', 'Drivers use rugged tablets.'));
    await page.rebuild();
    page.edit((text) => text.replace('## Key Facts\n\n', `$&${line}`));
    await page.rebuild();
    expect(keyFacts().filter((one) => one.startsWith('Drivers'))).toEqual(['Drivers use rugged tablets.']);
  });

  it('follows a note whose link to a file the app renamed', async () => {
    page.note(THIRD, facts('The layout is in [[plan.pdf|the plan]].'));
    await page.rebuild();
    page.edit((text) => text.replace('[[plan.pdf', '[[plan v2.pdf'));
    page.note(THIRD, facts('The layout is in [[plan v2.pdf|the plan]].'));
    await page.rebuild();
    page.note(THIRD, facts('The whole layout is in [[plan v2.pdf|the plan]].'));
    await page.rebuild();
    expect(keyFacts()).not.toContain('The layout is in [[plan v2.pdf|the plan]].');
    expect(keyFacts()).toContain('The whole layout is in [[plan v2.pdf|the plan]].');
  });

  it.each([
    '[[Key Facts]]',
    'Key Facts #account',
    'Key Facts ^facts',
    'Key Facts %% fold %%',
    'Key Facts <!-- mine -->',
  ])('knows its heading as %s', async (heading) => {
    await page.rebuild();
    page.edit((text) => text.replace('## Key Facts\n', `## ${heading}\n`));
    page.note(THIRD, facts('Peak is in autumn.'));
    await page.rebuild();
    expect(said(page.section(heading))).toContain('Peak is in autumn.');
  });

  it('keeps a removed line away where a formatter set spaces behind the record’s lines', async () => {
    await page.rebuild();
    page.edit((text) => text.replace(/^- Drivers use tablets.*\n/m, '').replace(/^keyFacts .*$/m, '$&  '));
    await page.rebuild();
    expect(keyFacts()).not.toContain('Drivers use tablets.');
  });

  describe('when the app renames a note', () => {
    it('counts a new note with the old name, and follows both', async () => {
      page.note(THIRD, facts('Trucks are red.'));
      await page.rebuild();
      page.rename(THIRD, '2025-11-20 - Review with Ana');
      page.note(THIRD, facts('Trucks are red.'));
      await page.rebuild();
      for (const name of [THIRD, '2025-11-20 - Review with Ana']) page.note(name, facts('Trucks are blue.'));
      await page.rebuild();
      expect(keyFacts().filter((line) => line.startsWith('Trucks'))).toEqual(['Trucks are blue.']);
    });

    it('keeps what a person typed into the words that a link shows, when another note goes', async () => {
      await page.rebuild();
      page.edit((text) => text.replace('|Planning call]]', '|Planning call, with Ana]]'));
      page.delete(FIRST);
      await page.rebuild();
      expect(page.section('Recent Context')).toEqual([
        '- 2025-11-14: [[2025-11-14 - Planning call|Planning call, with Ana]] — Ana showed us a day.',
      ]);
    });

    it('follows a person in Key Contacts', async () => {
      const { sections } = DEFAULT_SETTINGS;
      const settings = {
        ...DEFAULT_SETTINGS,
        sections: { ...sections, keyContacts: { ...sections.keyContacts, on: true } },
      };
      page = new WorkedPage(undefined, settings);
      const person = (role: string) => `---\ntype: person\ncompany: Norvane\nrole: ${role}\n---\n`;
      page.note('People/Ana Ruiz.md', person('CTO'));
      page.note(FIRST, '---\nparticipants: ["[[Ana Ruiz]]"]\n---\n');
      await page.rebuild();
      page.rename('People/Ana Ruiz.md', 'People/Ana Lopez.md');
      await page.rebuild();
      page.note('People/Ana Lopez.md', person('CEO'));
      await page.rebuild();
      expect(page.section('Key Contacts')).toEqual(['- [[Ana Lopez]] — CEO']);
    });

    it('gives a meeting note without a date in its name a line of its own, and the next one of that name too', async () => {
      const called = (words: string) => `---\ndate: 2025-12-04\n---\n## Summary\n${words}\n`;
      page.note('Untitled', called('We met.'));
      await page.rebuild();
      page.rename('Untitled', '2025-12-04 - Call');
      await page.rebuild();
      page.note('Untitled', called('We met again.'));
      await page.rebuild();
      page.note('2025-12-04 - Call', called('We met in Spain.'));
      await page.rebuild();
      expect(new Set(page.section('Recent Context').slice(0, 2))).toEqual(
        new Set([
          '- 2025-12-04: [[2025-12-04 - Call|Call]] — We met in Spain.',
          '- 2025-12-04: [[Untitled]] — We met again.',
        ]),
      );
    });

    it('keeps an edited fact edited, and a removed one away, also when it is reworded later', async () => {
      await page.rebuild();
      page.edit((text) =>
        text
          .replace('- Planners build routes by hand.', '- Planners build routes slowly by hand.')
          .replace(/^- Drivers use.*\n/m, ''),
      );
      await page.rebuild();
      page.rename(FIRST, '2025-11-04 - First day');
      await page.rebuild();
      page.note('2025-11-04 - First day', facts('Planners build routes on paper.', 'Drivers use rugged tablets.'));
      await page.rebuild();
      expect(keyFacts()).toEqual(['The night shift starts at 02:30.', 'Planners build routes slowly by hand.']);
    });
  });

  it('tells two meetings apart whose lines say the same', async () => {
    const sync = '## Summary\nWe met.\n';
    page.note('Accounts/Norvane/Sales/2025-12-04 - Sync.md', `${sync}${facts('One.')}`);
    page.note('Accounts/Norvane/Tech/2025-12-04 - Sync.md', `${sync}${facts('Two.')}`);
    await page.rebuild();
    page.edit((text) =>
      text.replace(/^(- 2025-12-04: \[\[[^\]]*\/Tech\/[^\]]*\]\]) — We met\.$/m, '$1 — We met in Spain.'),
    );
    await page.rebuild();
    const lines = page.section('Recent Context').filter((line) => line.startsWith('- 2025-12-04'));
    expect(lines.map((line) => line.replace(/^.*(Sales|Tech).* — /, '$1: '))).toEqual([
      'Sales: We met.',
      'Tech: We met in Spain.',
    ]);
  });

  it('is not the section with a tag beside it', async () => {
    await page.rebuild();
    page.edit((text) => text.replace('## Key Facts', '## Key Facts #archive\n\n- Old.\n\n## Key Facts'));
    page.note(THIRD, facts('Peak is in autumn.'));
    await page.rebuild();
    expect(page.section('Key Facts #archive')).toEqual(['- Old.']);
    expect(keyFacts()).toContain('Peak is in autumn.');
  });
});
