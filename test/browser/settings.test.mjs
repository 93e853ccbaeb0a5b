import { beforeEach, describe, expect, it } from 'vitest';
import { closeEach, useBrowser } from './hooks.mjs';
import { Site } from './site.mjs';

const LISTS = {
  'Account folders': 'accountFolders',
  'People folders': 'peopleFolders',
  'Project folders': 'projectFolders',
  'Meeting folders': 'meetingFolders',
  'Folders to ignore': 'ignoredFolders',
  'Your names': 'ownNames',
  'Your company': 'ownCompany',
};
/** With what each is before somebody uses it. */
const SWITCHES = {
  'Link each line to its meeting': ['evidenceLinks', true],
  'Merge near-duplicates': ['mergeNearDuplicates', true],
  'Show a preview first': ['previewFirst', true],
  'List proposed tasks': ['proposedTasks', true],
  'Take plain bullets as tasks': ['plainBullets', false],
  'Refresh pages automatically': ['automaticRefresh', false],
};
const FAMILIES = {
  Summary: 'summary',
  'Key facts': 'facts',
  Decisions: 'decisions',
  'Blockers and risks': 'blockers',
  'Action items': 'actions',
  'Follow-ups': 'followUps',
  Participants: 'participants',
  Outcomes: 'outcomes',
  'Open questions': 'questions',
  Topics: 'topics',
  Opportunities: 'opportunities',
  'Next meeting': 'nextMeeting',
  Transcript: 'transcript',
};
const SECTIONS = {
  'Recent Context': ['recentContext', true],
  'Key Facts': ['keyFacts', true],
  Decisions: ['decisions', true],
  Blockers: ['blockers', true],
  'Open Questions': ['openQuestions', false],
  Topics: ['topics', false],
  Opportunities: ['opportunities', false],
  'Key Contacts': ['keyContacts', false],
  Collaborators: ['collaborators', true],
  'Related People': ['relatedPeople', false],
};
const browser = useBrowser();
let site;
let visit;
let page;

beforeEach(async () => {
  site = await Site.open();
  visit = await site.visit(browser());
  page = visit.page;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await row('Account folders').getByText('Found 8 accounts').waitFor({ timeout: 20_000 });
});

closeEach(() => ({ site, visit }));

function row(name) {
  return page.locator('.setting-item:visible', {
    has: page.locator('.setting-item-name').getByText(name, { exact: true }),
  });
}

function names() {
  return page.locator('.setting-item:not(.setting-item-heading) .setting-item-name:visible').allInnerTexts();
}

function isOn(name) {
  return row(name)
    .locator('.checkbox-container')
    .evaluate((el) => el.classList.contains('is-enabled'));
}

async function back() {
  await page.getByRole('button', { name: 'Back' }).click();
}

describe('each setting', () => {
  it('is shown as it is, and saved as it is set', async () => {
    const wanted = site.settings();
    for (const [name, key] of Object.entries(LISTS)) {
      await row(name).locator('textarea').fill(` ${name}\n\nTwo `);
      wanted[key] = [name, 'Two'];
    }
    for (const [name, [key, before]] of Object.entries(SWITCHES)) {
      expect([name, await isOn(name)]).toEqual([name, before]);
      await row(name).locator('.checkbox-container').click();
      wanted[key] = !before;
    }
    await row('Wait before a refresh').locator('input').fill('7');
    await row('Template for new pages').locator('input').fill('Templates');
    await page.locator('.suggestion-item').first().click();
    await expect.poll(() => site.settings().pageTemplate).toMatch(/^Templates\/.*\.md$/);
    Object.assign(wanted, { refreshDelay: 7, pageTemplate: site.settings().pageTemplate });
    await expect.poll(() => site.settings()).toEqual(wanted);
    await row('On this device').locator('.checkbox-container').click();
    const others = [
      'On this device',
      'Wait before a refresh',
      'Template for new pages',
      'Sections',
      'Headings of your own',
    ];
    const known = [...Object.keys(LISTS), ...Object.keys(SWITCHES), ...others, 'Show problems'];
    expect((await names()).sort()).toEqual(known.sort());
    // What is of this device alone is not in the vault.
    expect(site.settings()).toEqual(wanted);
    await page.reload();
    await page.waitForSelector('body.is-ready');
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    expect([await row('Your names').locator('textarea').inputValue(), await isOn('On this device')]).toEqual([
      'Your names\nTwo',
      false,
    ]);
  });

  it('of the headings is saved with its family', async () => {
    await row('Headings of your own').click();
    for (const name of Object.keys(FAMILIES)) await row(name).locator('textarea').fill(`Our ${name}`);
    const wanted = Object.fromEntries(Object.entries(FAMILIES).map(([name, key]) => [key, [`Our ${name}`]]));
    await expect.poll(() => site.settings().headings).toEqual(wanted);
    expect((await names()).sort()).toEqual(Object.keys(FAMILIES).sort());
  });

  it('of a section is saved with it, in the order that they are moved to', async () => {
    await row('Sections').click();
    expect(await names()).toEqual(Object.keys(SECTIONS));
    const wanted = {};
    for (const [name, [id, before]] of Object.entries(SECTIONS)) {
      await row(name).click();
      expect([name, await isOn('Keep this section current')]).toEqual([name, before]);
      await row('Keep this section current').locator('.checkbox-container').click();
      await row('Heading').locator('input').fill(`My ${name}`);
      await row('Most lines').locator('input').fill('3');
      wanted[id] = { on: !before, heading: `My ${name}`, limit: 3 };
      await expect.poll(() => site.settings().sections).toEqual(wanted);
      await back();
      await row('Sections').click();
    }
    await row('Key Facts').getByRole('button', { name: 'Drag to reorder' }).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => site.settings().sectionOrder?.slice(0, 2)).toEqual(['keyFacts', 'recentContext']);
    await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['Key Facts', 'Recent Context']);
    await row('Key Facts').getByText('My Key Facts').waitFor();
  });
});

describe('the settings', () => {
  it('stay on the page where somebody types, also when all notes were read anew by them', async () => {
    await row('Sections').click();
    await row('Key Facts').click();
    await row('Heading').locator('input').fill('What we know');
    await page.evaluate(() => {
      document.querySelector('.setting-page-bar').dataset.mark = 'drawn before';
    });
    // The page is drawn anew once nobody types any more.
    await page.locator('.setting-page-bar[data-mark]').waitFor({ state: 'detached', timeout: 15_000 });
    expect(await row('Heading').locator('input').inputValue()).toBe('What we know');
  });

  it('do not keep what cannot be used, and say why', async () => {
    const before = site.settings();
    await row('Refresh pages automatically').locator('.checkbox-container').click();
    await row('Wait before a refresh').locator('input').fill('0');
    await row('Wait before a refresh').getByRole('alert').getByText('greater than or equal to 1').waitFor();
    await row('Sections').click();
    await row('Key Facts').click();
    await row('Heading').locator('input').fill(' ');
    await row('Heading').getByRole('alert').getByText('A heading is one line of up to 100 characters').waitFor();
    expect(site.settings()).toEqual({ ...before, automaticRefresh: true });
  });

  it('say what is found by them, and follow a change on the disk', async () => {
    await row('Meeting folders').getByText('Found 78 meeting notes.').waitFor();
    await row('Meeting folders').locator('textarea').fill('Mail');
    await row('Meeting folders').locator('textarea').blur();
    await expect
      .poll(() => row('Meeting folders').locator('.setting-item-description').innerText(), { timeout: 15_000 })
      .not.toContain('Found 78 meeting notes.');
    site.write('.obsidian/plugins/account-pages/data.json', JSON.stringify({ ownNames: ['Somebody Else'] }));
    await expect
      .poll(() => row('Your names').locator('textarea').inputValue(), { timeout: 10_000 })
      .toBe('Somebody Else');
    await row('Meeting folders').getByText('Found 78 meeting notes.').waitFor({ timeout: 15_000 });
  });

  it('lead to the problems', async () => {
    await row('Show problems').click();
    await page.locator('.account-pages-modal .modal-title', { hasText: /^\d+ problems$/ }).waitFor({ timeout: 20_000 });
  });
});
