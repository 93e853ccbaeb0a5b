import type { SettingDefinition, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import { FAMILIES, type Family } from '../core/families.ts';
import { DEFAULT_SETTINGS, orderedSections, type SectionId, type Settings } from '../core/settings.ts';
import type { AccountIndex } from './account-index.ts';
import type { SettingsStore } from './settings-store.ts';
import { count } from './wording.ts';

/** The switch of this device, which is kept outside the vault's settings. */
export const DEVICE_KEY = 'thisDevice';

/** What rows of the settings do beside changing a value. */
export interface SettingActions {
  moveSection(order: readonly SectionId[]): void;
  showProblems(): void;
}

const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  summary: 'Summary',
  facts: 'Key facts',
  decisions: 'Decisions',
  blockers: 'Blockers and risks',
  actions: 'Action items',
  followUps: 'Follow-ups',
  participants: 'Participants',
  outcomes: 'Outcomes',
  questions: 'Open questions',
  topics: 'Topics',
  opportunities: 'Opportunities',
  nextMeeting: 'Next meeting',
  transcript: 'Transcript',
};

/** All settings, with what was found in the vault beside the ones that say where things are. */
export function settingDefinitions(
  store: SettingsStore,
  index: AccountIndex,
  actions: SettingActions,
): SettingDefinitionItem[] {
  const { settings } = store;
  const found = findings(index);
  return [
    {
      type: 'group',
      heading: 'Where things are',
      items: [
        lines(
          'accountFolders',
          'Account folders',
          `Each folder in one of these is an account. One name or path a line. ${found.accounts}`,
        ),
        lines('peopleFolders', 'People folders', `Folders with a note for each person. ${found.people}`),
        lines(
          'projectFolders',
          'Project folders',
          'Notes in these belong to a project, and to the accounts that they name.',
        ),
        lines(
          'meetingFolders',
          'Meeting folders',
          `Where meeting notes lie, beside the folders above. Leave it empty to look through the whole vault. ${found.meetings}`,
        ),
        lines('ignoredFolders', 'Folders to ignore', 'Nothing in these is read.'),
      ],
    },
    {
      type: 'group',
      heading: 'You',
      items: [
        lines(
          'ownNames',
          'Your names',
          'As they stand in notes: your name, nicknames, e-mail addresses. Tasks of these are yours, and you are no collaborator.',
        ),
        lines('ownCompany', 'Your company', 'Its names. A meeting with colleagues alone is about no account.'),
      ],
    },
    {
      type: 'group',
      heading: 'Pages',
      items: [
        sectionsPage(settings, actions),
        headingsPage(),
        toggle('evidenceLinks', 'Link each line to its meeting', 'Off leaves only the dates.'),
        toggle(
          'mergeNearDuplicates',
          'Merge near-duplicates',
          'What several meetings say in almost the same words becomes one line.',
        ),
        toggle(
          'previewFirst',
          'Show a preview first',
          'Before a page is written for the first time you see what would change.',
        ),
        {
          name: 'Template for new pages',
          desc: 'A note that a new account page begins as. {{account}} and {{date}} are filled in. Leave it empty for a plain page.',
          control: {
            type: 'file',
            key: 'pageTemplate',
            placeholder: 'Templates/Account.md',
            filter: (file) => file.extension === 'md',
          },
        },
      ],
    },
    {
      type: 'group',
      heading: 'Action items',
      items: [
        toggle('proposedTasks', 'List proposed tasks', 'Tasks with the status “?”, which an assistant suggested.'),
        toggle(
          'plainBullets',
          'Take plain bullets as tasks',
          'Also bullets without a checkbox below a heading such as “Action items”.',
        ),
      ],
    },
    {
      type: 'group',
      heading: 'Automatic refresh',
      items: [
        toggle(
          'automaticRefresh',
          'Refresh pages automatically',
          'When a meeting note changes, the pages of its accounts follow. Only pages that you have rebuilt once.',
        ),
        {
          ...toggle(DEVICE_KEY, 'On this device', 'Switch it off where another device does it already. Not synced.'),
          visible: () => store.settings.automaticRefresh,
        },
        {
          name: 'Wait before a refresh',
          desc: 'How many seconds nobody may have typed.',
          control: { type: 'number', key: 'refreshDelay', min: 1, max: 60, step: 1, validate: within(1, 60) },
          visible: () => store.settings.automaticRefresh,
        },
      ],
    },
    {
      type: 'group',
      heading: 'Check',
      items: [
        {
          name: 'Show problems',
          desc: 'Notes that could not be linked or read, lines that disagree, and what to do about each.',
          action: () => {
            actions.showProblems();
          },
        },
      ],
    },
  ];
}

function findings({
  graph,
  host,
  progress,
}: AccountIndex): Readonly<Record<'accounts' | 'people' | 'meetings', string>> {
  if (progress !== null) return { accounts: 'Still reading…', people: 'Still reading…', meetings: 'Still reading…' };
  const accounts = graph.accounts();
  const pages = accounts.filter(({ path }) => path !== null).length;
  const meetings = host.files().filter(({ path }) => graph.get(path)?.kind === 'meeting').length;
  return {
    accounts:
      accounts.length === 0
        ? 'Found none: is the name spelled as in the file list?'
        : `Found ${count(accounts.length, 'account')}, ${String(pages)} with a page.`,
    people: `Found ${count(graph.directory().people.length, 'person note')}.`,
    meetings: `Found ${count(meetings, 'meeting note')}.`,
  };
}

function sectionsPage(settings: Settings, actions: SettingActions): SettingDefinitionPage {
  const order = orderedSections(settings);
  const on = order.filter((id) => settings.sections[id].on);
  return {
    type: 'page',
    name: 'Sections',
    desc: 'Which sections a page has, under which headings, in which order, and how many lines each.',
    displayValue: () => `${String(on.length)} on`,
    items: [
      {
        type: 'list',
        heading: 'In the order of a new page',
        items: order.map((id) => sectionPage(id, settings)),
        onReorder: (from, to) => {
          actions.moveSection(moved(order, from, to));
        },
      },
    ],
  };
}

function sectionPage(id: SectionId, settings: Settings): SettingDefinitionPage {
  const { on, heading, limit } = settings.sections[id];
  const key = `sections.${id}`;
  // A page is known by its name, so that the name stays while somebody types another heading.
  const { heading: name } = DEFAULT_SETTINGS.sections[id];
  return {
    type: 'page',
    name,
    desc: heading === name ? '' : heading,
    displayValue: on ? `up to ${count(limit, 'line')}` : 'off',
    items: [
      toggle(
        `${key}.on`,
        'Keep this section current',
        'A section that is off is left as it stands on pages that have it.',
      ),
      {
        name: 'Heading',
        desc: 'A section that stands under another heading of the same meaning keeps that.',
        control: {
          type: 'text',
          key: `${key}.heading`,
          validate: (value: string) =>
            value.trim() === '' || value.length > 100 ? 'A heading has between 1 and 100 characters.' : undefined,
        },
      },
      {
        name: 'Most lines',
        desc: 'The newest are kept.',
        control: { type: 'number', key: `${key}.limit`, min: 1, max: 500, step: 1, validate: within(1, 500) },
      },
    ],
  };
}

function headingsPage(): SettingDefinitionPage {
  return {
    type: 'page',
    name: 'Headings of your own',
    desc: 'Headings in your meeting notes that mean one of these, beside the usual ones. One a line.',
    items: FAMILIES.map((family) => lines(`headings.${family}`, FAMILY_NAMES[family], '')),
  };
}

function lines(key: string, name: string, desc: string): SettingDefinition {
  return { name, desc, control: { type: 'textarea', key, rows: 3 } };
}

function toggle(key: string, name: string, desc: string): SettingDefinition {
  return { name, desc, control: { type: 'toggle', key } };
}

function within(min: number, max: number): (value: number) => string | undefined {
  return (value) =>
    Number.isInteger(value) && value >= min && value <= max
      ? undefined
      : `A whole number from ${String(min)} to ${String(max)}.`;
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}
