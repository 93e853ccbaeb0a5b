import type { SettingDefinition, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import { FAMILIES, type Family } from '../core/families.ts';
import { DEFAULT_HEADINGS } from '../core/headings.ts';
import {
  DEFAULT_SETTINGS,
  isSectionHeading,
  orderedSections,
  type SectionId,
  type Settings,
} from '../core/settings.ts';
import type { AccountIndex } from './account-index.ts';
import { texts } from './i18n/texts.ts';
import type { SettingsStore } from './settings-store.ts';

/** The switch of this device, which is kept outside the vault's settings. */
export const DEVICE_KEY = 'thisDevice';

/** What rows of the settings do beside changing a value. */
export interface SettingActions {
  moveSection(order: readonly SectionId[]): void;
  showProblems(): void;
}

const WORDS = texts.settings;

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
      heading: WORDS.places,
      items: [
        lines('accountFolders', WORDS.accountFolders, WORDS.accountFoldersHint(found.accounts)),
        lines('peopleFolders', WORDS.peopleFolders, WORDS.peopleFoldersHint(found.people)),
        lines('projectFolders', WORDS.projectFolders, WORDS.projectFoldersHint),
        lines('meetingFolders', WORDS.meetingFolders, WORDS.meetingFoldersHint(found.meetings)),
        lines('ignoredFolders', WORDS.ignoredFolders, WORDS.ignoredFoldersHint),
      ],
    },
    {
      type: 'group',
      heading: WORDS.you,
      items: [
        lines('ownNames', WORDS.ownNames, WORDS.ownNamesHint),
        lines('ownCompany', WORDS.ownCompany, WORDS.ownCompanyHint),
      ],
    },
    {
      type: 'group',
      heading: WORDS.pages,
      items: [
        sectionsPage(settings, actions),
        headingsPage(),
        toggle('evidenceLinks', WORDS.evidenceLinks, WORDS.evidenceLinksHint),
        toggle('mergeNearDuplicates', WORDS.mergeNearDuplicates, WORDS.mergeNearDuplicatesHint),
        toggle('previewFirst', WORDS.previewFirst, WORDS.previewFirstHint),
        {
          name: WORDS.pageTemplate,
          desc: WORDS.pageTemplateHint,
          control: {
            type: 'file',
            key: 'pageTemplate',
            placeholder: WORDS.pageTemplateExample,
            filter: (file) => file.extension === 'md',
          },
        },
      ],
    },
    {
      type: 'group',
      heading: WORDS.actionItems,
      items: [
        toggle('proposedTasks', WORDS.proposedTasks, WORDS.proposedTasksHint),
        toggle('plainBullets', WORDS.plainBullets, WORDS.plainBulletsHint),
      ],
    },
    {
      type: 'group',
      heading: WORDS.refresh,
      items: [
        toggle('automaticRefresh', WORDS.automaticRefresh, WORDS.automaticRefreshHint),
        {
          ...toggle(DEVICE_KEY, WORDS.thisDevice, WORDS.thisDeviceHint),
          visible: () => store.settings.automaticRefresh,
        },
        {
          name: WORDS.refreshDelay,
          desc: WORDS.refreshDelayHint,
          control: { type: 'number', key: 'refreshDelay', min: 1, max: 60, step: 1, validate: within(1, 60) },
          visible: () => store.settings.automaticRefresh,
        },
      ],
    },
    {
      type: 'group',
      heading: WORDS.check,
      items: [
        {
          name: WORDS.showProblems,
          desc: WORDS.showProblemsHint,
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
  if (progress !== null)
    return { accounts: WORDS.stillReading, people: WORDS.stillReading, meetings: WORDS.stillReading };
  const accounts = graph.accounts();
  const pages = accounts.filter(({ path }) => path !== null).length;
  const meetings = host.files().filter(({ path }) => graph.get(path)?.kind === 'meeting').length;
  return {
    accounts: accounts.length === 0 ? WORDS.foundNoAccounts : WORDS.foundAccounts(accounts.length, pages),
    people: WORDS.foundPeople(graph.directory().people.length),
    meetings: WORDS.foundMeetings(meetings),
  };
}

function sectionsPage(settings: Settings, actions: SettingActions): SettingDefinitionPage {
  const order = orderedSections(settings);
  const on = order.filter((id) => settings.sections[id].on);
  return {
    type: 'page',
    name: WORDS.sections,
    desc: WORDS.sectionsHint,
    displayValue: () => WORDS.sectionsOn(on.length),
    items: [
      {
        type: 'list',
        heading: WORDS.sectionOrder,
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
    displayValue: on ? WORDS.upToLines(limit) : WORDS.off,
    items: [
      toggle(`${key}.on`, WORDS.keepCurrent, WORDS.keepCurrentHint),
      {
        name: WORDS.heading,
        desc: WORDS.headingHint,
        control: {
          type: 'text',
          key: `${key}.heading`,
          validate: (value: string) => (isSectionHeading(value) ? undefined : WORDS.headingForm),
        },
      },
      {
        name: WORDS.mostLines,
        desc: WORDS.mostLinesHint,
        control: { type: 'number', key: `${key}.limit`, min: 1, max: 500, step: 1, validate: within(1, 500) },
      },
    ],
  };
}

function headingsPage(): SettingDefinitionPage {
  return {
    type: 'page',
    name: WORDS.ownHeadings,
    desc: WORDS.ownHeadingsHint,
    items: FAMILIES.map((family) =>
      lines(`headings.${family}`, WORDS.families[family], WORDS.knownHeadings(usualHeadings(family))),
    ),
  };
}

/** How many of the headings that are known anyway are named. */
const NAMED_HEADINGS = 6;

function usualHeadings(family: Family): string {
  const names = DEFAULT_HEADINGS[family].split(',').map((name) => name.trim());
  return names.slice(0, NAMED_HEADINGS).join(', ');
}

function lines(key: string, name: string, desc: string): SettingDefinition {
  return { name, desc, control: { type: 'textarea', key, rows: 3 } };
}

function toggle(key: string, name: string, desc: string): SettingDefinition {
  return { name, desc, control: { type: 'toggle', key } };
}

function within(min: number, max: number): (value: number) => string | undefined {
  return (value) => (Number.isInteger(value) && value >= min && value <= max ? undefined : WORDS.wholeNumber(min, max));
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}
