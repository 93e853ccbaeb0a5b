import { GROUP_TITLES } from '../../core/actions/action-list.ts';
import { ENGLISH } from '../../core/actions/days.ts';
import { dueOn } from '../../core/actions/item-text.ts';
import type { Problem } from '../../core/problem.ts';
import { changedSince } from '../../core/write/undo.ts';
import type { Saying } from './problem-words.ts';

const failed = (effect: string) => (reason: string) => `${effect}, because ${reason}.`;
const pages = (count: number) => counted(count, 'page');

/** Everything that a person reads in the app, in the order of where it is met. Other languages say the same. */
export const en = {
  reading: {
    progress: (done: number, all: number) => `Account Pages reads your notes: ${done} of ${all}`,
    someSettingsUnusable: 'Some saved settings could not be used; the list of problems says which.',
    failed: (reason: string) =>
      `Account Pages could not read the vault, because ${reason}. Reload the app to try again.`,
    failedAgain: (reason: string) => `Account Pages could not read the vault anew, because ${reason}.`,
  },
  buttons: {
    cancel: 'Cancel',
    openSettings: 'Open settings',
    later: 'Later',
    rebuild: 'Rebuild',
    undo: 'Undo',
    repair: 'Repair',
    removeRecords: 'Remove records',
  },
  welcome: {
    noAccounts: (meetings: number) =>
      `Account Pages found no accounts in this vault, and ${counted(meetings, 'meeting note')}.`,
    lookedFor: (folders: string) =>
      `It looked for folders named ${folders}, and for notes with the property “type: customer”. Say in the settings where your accounts lie.`,
    found: (accounts: number, meetings: number, people: number) =>
      `Account Pages found ${counted(accounts, 'account')}, ${counted(meetings, 'meeting note')} and ${counted(people, 'person note')}.`,
    withoutPage: (accounts: number) =>
      `${counted(accounts, 'account')} without a page: “Create account page” in the command palette makes one.`,
    nothingWritten:
      'Nothing was written. Open a customer’s page and run “Rebuild account page”; you see what changes before it does.',
    settingsElsewhere: 'Open the app’s settings: the plugin is listed there among the community plugins.',
  },
  commands: {
    rebuildPage: 'Rebuild account page',
    rebuildAll: 'Rebuild all pages',
    preview: 'Preview rebuild',
    undo: 'Undo last rebuild',
    restore: 'Restore removed lines',
    createPage: 'Create account page',
    openActions: 'Open action items',
    showProblems: 'Show problems',
    repairEncoding: 'Repair text encoding of this note',
    removeRecords: 'Remove the plugin’s record from all pages',
    switchRefresh: 'Switch automatic refresh on this device on or off',
  },
  questions: {
    rebuild: 'Rebuild which account page?',
    preview: 'Preview which account page?',
    restore: 'Restore lines of which account?',
    createPage: 'Create a page for which account?',
    restoreLine: 'Put which line back?',
  },
  failures: {
    listAccounts: failed('The accounts could not be listed'),
    rebuild: failed('The page was not rebuilt'),
    rebuildAll: failed('The pages were not rebuilt'),
    preview: failed('The preview could not be made'),
    undo: failed('The rebuild was not undone'),
    restore: failed('No line was restored'),
    restoreLine: failed('The line was not restored'),
    settle: failed('The line stands as it was'),
    createPage: (name: string, reason: string) => `No page was created for ${name}, because ${reason}.`,
    showProblems: failed('The problems could not be listed'),
    repairEncoding: failed('The note was not repaired'),
    removeRecords: failed('The records were not removed'),
    setting: failed('The setting was not saved'),
    readPage: failed('The page could not be read'),
  },
  reasons: {
    noteGone: 'it is no longer in the vault',
    editorRefused: 'the editor that it is open in did not take the change',
    notWorkedOut: 'the change could not be worked out',
    pathTaken: (path: string) => `there is a note at ${path} already`,
    templateGone: (path: string) => `the template ${path} is not there; choose another in the settings`,
  },
  unplaced: {
    noDate: 'This note is on no page, because it has no date by which a meeting note is known.',
    noAccount: 'This note is on no page, because it names no account.',
    unknownAccount: (names: string) =>
      `This note is on no page, because it names ${names}, and no account is called so.`,
    noPage: (names: string) =>
      `This note is about ${names}, without a page yet: “Create account page” in the command palette makes one.`,
  },
  rebuild: {
    noPages: (folders: string) =>
      `No account pages were found. They lie in folders named ${folders}, or have the property “type: customer”.`,
    alreadyRunning: 'All pages are being rebuilt already.',
    progress: (done: number, all: number) => `Rebuilding pages: ${done} of ${all}`,
    checking: 'Looking through all pages…',
    isCurrent: (name: string) => `${name} is current.`,
    rebuilt: (name: string, changes: string) => `${name} rebuilt${changes === '' ? '' : `: ${changes}`}.`,
    problemsFound: (count: number) => `${counted(count, 'problem')} found: see “Show problems”.`,
    cancelled: 'Rebuild cancelled',
    done: 'All account pages rebuilt',
    changed: (changed: number, all: number) => `${changed} of ${pages(all)} changed.`,
    showProblems: (count: number) => `Show ${counted(count, 'problem')}`,
    accountWithNotes: (name: string, notes: number) => `${name} (${counted(notes, 'note')})`,
    createdButNotRead: (path: string) =>
      `${path} was created, but is not read as an account’s page: give it the property “type: customer”, or put it into one of the account folders.`,
  },
  preview: {
    title: (name: string) => `Preview of ${name}`,
    titleOfMany: (count: number) => `Preview of ${pages(count)}`,
    hint: 'Nothing is written yet. Lines that you wrote stay as they are; you can undo the rebuild afterwards.',
    nothingChanges: 'The page is current: nothing would change.',
    onlyRecord: 'Only the plugin’s own record at the end of the page would change.',
    more: (count: number) => `And ${counted(count, 'more page')}, not shown here.`,
    aboveHeadings: 'Above the first heading',
    added: 'Added: ',
    removed: 'Removed: ',
  },
  refresh: {
    notRead: (reason: string) => `The page is not refreshed, because it could not be read: ${reason}`,
    paused: (name: string) =>
      `The page of ${name} is no longer refreshed by itself, because it changed more than five times within a minute: two devices may be answering each other. Rebuild it by hand to go on.`,
    isOn: 'Pages are refreshed on this device.',
    isOff: 'Pages are no longer refreshed on this device.',
  },
  takeBack: {
    nothing: 'Nothing to undo: no rebuild on this device has changed a page since.',
    title: 'Undo the last rebuild?',
    extent: (count: number) =>
      `${pages(count)} get the text back that they had before it. Pages that were changed since are left as they are.`,
    undone: (path: string) => `${path} is as it was before.`,
    declined: (path: string, reason: string) =>
      `${path} stays as it is, because ${reason}. Take back those changes first, or undo by hand what you do not want.`,
    changedSince,
    undoneMany: (count: number) => `${pages(count)} have their earlier text again.`,
    declinedMany: (count: number, paths: string) => `${pages(count)} changed since and stay as they are: ${paths}`,
    noLines: (name: string) => `No line was removed from the page of ${name}.`,
    wholeSection: 'the whole section',
    restored: (heading: string, line: string) => `Restored in ${heading}: ${line}`,
  },
  records: {
    title: 'Remove the plugin’s record from all pages?',
    extent:
      'Every page keeps its text; only the hidden record at its end goes. Removed lines are no longer remembered, and a later rebuild begins anew. What this device keeps of your notes goes too, and no earlier rebuild can be undone. Do this before you stop using the plugin.',
    kept: (path: string, reason: string) => `${path} keeps its record, because ${reason}.`,
    removed: (count: number) => `${pages(count)} lost the record; every other byte stays.`,
    forgotten:
      'This device keeps nothing of your notes any more. Switch the plugin off now: at its next start it keeps them again.',
    stillKept: (reason: string) =>
      `This device still keeps parts of your notes, because ${reason}. Restart the app and try again.`,
  },
  encoding: {
    whole: 'Nothing to repair: the text of this note is whole.',
    title: 'Repair the text of this note?',
    repaired: 'The note’s text was repaired. While it is open, undoing the last rebuild takes that back.',
  },
  problems: {
    title: (count: number) => (count === 0 ? 'No problems' : counted(count, 'problem')),
    none: 'Every note could be read and linked.',
    atLine: (line: number, message: string) => `Line ${line}: ${message}`,
    more: (count: number) => `And ${count} more: mend these first.`,
    /** The core's own words are English. */
    say: ({ message, fix }: Problem): Saying => ({ message, fix }),
  },
  settings: {
    places: 'Where things are',
    accountFolders: 'Account folders',
    accountFoldersHint: (found: string) =>
      `Each folder in one of these is an account. One name or path a line. ${found}`,
    peopleFolders: 'People folders',
    peopleFoldersHint: (found: string) => `Folders with a note for each person. ${found}`,
    projectFolders: 'Project folders',
    projectFoldersHint: 'Notes in these belong to a project, and to the accounts that they name.',
    meetingFolders: 'Meeting folders',
    meetingFoldersHint: (found: string) =>
      `Where meeting notes lie, beside the folders above. Leave it empty to look through the whole vault. ${found}`,
    ignoredFolders: 'Folders to ignore',
    ignoredFoldersHint: 'Nothing in these is read.',
    stillReading: 'Still reading…',
    foundNoAccounts: 'Found none: is the name spelled as in the file list?',
    foundAccounts: (accounts: number, withPage: number) =>
      `Found ${counted(accounts, 'account')}, ${withPage} with a page.`,
    foundPeople: (count: number) => `Found ${counted(count, 'person note')}.`,
    foundMeetings: (count: number) => `Found ${counted(count, 'meeting note')}.`,
    you: 'You',
    ownNames: 'Your names',
    ownNamesHint:
      'As they stand in notes: your name, nicknames, e-mail addresses. Tasks of these are yours, and you are no collaborator.',
    ownCompany: 'Your company',
    ownCompanyHint: 'Its names. A meeting with colleagues alone is about no account.',
    pages: 'Pages',
    sections: 'Sections',
    sectionsHint: 'Which sections a page has, under which headings, in which order, and how many lines each.',
    sectionsOn: (count: number) => `${count} on`,
    sectionOrder: 'In the order of a new page',
    upToLines: (count: number) => `up to ${counted(count, 'line')}`,
    off: 'off',
    keepCurrent: 'Keep this section current',
    keepCurrentHint: 'A section that is off is left as it stands on pages that have it.',
    heading: 'Heading',
    headingHint: 'A section that stands under another heading of the same meaning keeps that.',
    headingForm:
      'A heading is one line of up to 100 characters with at least one letter or digit, without %%, $$, < or `.',
    mostLines: 'Most lines',
    mostLinesHint: 'The newest are kept.',
    wholeNumber: (min: number, max: number) => `A whole number from ${min} to ${max}.`,
    ownHeadings: 'Headings of your own',
    ownHeadingsHint: 'Headings in your meeting notes that mean one of these, beside the usual ones. One a line.',
    knownHeadings: (names: string) => `Known anyway: ${names} and more.`,
    families: {
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
    },
    evidenceLinks: 'Link each line to its meeting',
    evidenceLinksHint: 'Off: facts and decisions stand alone, blockers with their date.',
    mergeNearDuplicates: 'Merge near-duplicates',
    mergeNearDuplicatesHint: 'What several meetings say in almost the same words becomes one line.',
    previewFirst: 'Show a preview first',
    previewFirstHint: 'Before a page is written for the first time you see what would change.',
    pageTemplate: 'Template for new pages',
    pageTemplateHint:
      'A note that a new account page begins as. {{account}} and {{date}} are filled in. Leave it empty for a plain page.',
    pageTemplateExample: 'Templates/Account.md',
    actionItems: 'Action items',
    proposedTasks: 'List proposed tasks',
    proposedTasksHint: 'Tasks with the status “?”, which an assistant suggested.',
    plainBullets: 'Take plain bullets as tasks',
    plainBulletsHint: 'Also bullets without a checkbox below a heading such as “Action items”.',
    refresh: 'Automatic refresh',
    automaticRefresh: 'Refresh pages automatically',
    automaticRefreshHint:
      'When a meeting note changes, the pages of its accounts follow. Only pages that you have rebuilt once.',
    thisDevice: 'On this device',
    thisDeviceHint: 'Switch it off where another device does it already. Not synced.',
    refreshDelay: 'Wait before a refresh',
    refreshDelayHint: 'How many seconds nobody may have typed.',
    check: 'Check',
    showProblems: 'Show problems',
    showProblemsHint: 'Notes that could not be linked or read, lines that disagree, and what to do about each.',
  },
  cli: {
    accountFlag: '<name>',
    accountFlagHint: 'Only this account; all without it',
    list: 'List accounts with last contact and open action items',
    rebuild: 'Bring account pages up to date',
    actions: 'List open action items',
    never: 'never',
    meetings: (count: number) => counted(count, 'meeting'),
    openActions: (count: number) => counted(count, 'open action'),
    noAccounts: 'No accounts found.',
    noActions: 'No open action items.',
    noAccountNamed: (name: string) => `No account is called “${name}”.`,
    didYouMean: (near: readonly string[]) => `Did you mean ${near.join(' or ')}?`,
  },
  days: ENGLISH,
  sidebar: {
    title: 'Action items',
    hoverSource: 'Account Pages: action items',
    tree: 'Open action items',
    tabs: { items: 'Open items', review: 'Review' },
    search: 'Filter items…',
    groupBy: 'Group by',
    groupings: { account: 'Account', owner: 'Owner', due: 'Due date', meeting: 'Meeting' },
    sortBy: 'Sort by',
    sortings: { due: 'Due date', priority: 'Priority', age: 'Oldest first' },
    filterBy: 'Filter by',
    owners: { anyone: 'Anyone’s', mine: 'Mine', theirs: 'Somebody else’s', unassigned: 'Unassigned' },
    dues: { any: 'Any due date', overdue: 'Overdue', week: 'Due this week', none: 'No due date' },
    proposals: { any: 'Proposed or not', only: 'Only proposed', without: 'Without proposed' },
    removeFilter: (filter: string) => `Remove filter: ${filter}`,
    foldAll: 'Fold or unfold all',
    openPage: 'Open page',
    openMeeting: 'Open meeting',
    groupTitles: GROUP_TITLES,
    open: (count: number) => `${count} open`,
    someOpen: (matching: number, all: number) => `${matching} of ${all} open`,
    overdue: (count: number) => `${count} overdue`,
    openItems: (count: number) => counted(count, 'open item'),
    meetings: (count: number, weeks: number) => `${counted(count, 'meeting')} in ${weeks} weeks`,
    lastMet: (ago: string) => `last met ${ago}`,
    lastMetOn: (ago: string, date: string, days: string) => `Last met ${ago}, on ${date} (${days})`,
    /** As little as fits beside a name. */
    shortAge: {
      today: 'today',
      days: (days: number) => `${days}d`,
      weeks: (weeks: number) => `${weeks}w`,
      months: (months: number) => `${months}mo`,
    },
    nothingOpen: 'Nothing is open',
  },
  empty: {
    reading: 'Reading your notes…',
    progress: (done: number, all: number) => `${done} of ${all}`,
    noAccounts: 'No accounts found',
    lookedFor: (folders: string) => `Folders looked for: ${folders}.`,
    whatAccountsAre:
      'An account is a folder below one of these, or a note whose type property is “customer”. Other folder names can be set in the plugin’s settings.',
    nothingOpen: (accounts: number) =>
      `No meeting note of your ${accounts === 1 ? 'account' : `${accounts} accounts`} has an unticked checkbox.`,
    noMatch: 'Nothing matches',
    noneFits: (items: number) => `None of ${items} open ${items === 1 ? 'item' : 'items'} fits the filter.`,
    clearFilters: 'Clear filters',
  },
  item: {
    more: 'More actions',
    noCheckbox: 'This line has no checkbox',
    markDone: 'Mark as done',
    proposedTag: 'Proposed',
    status: (status: string) => `Status “${status}”`,
    openFor: (days: number) => `Open for ${ENGLISH.count(days)}`,
    inSeveral: (meetings: number) => `In ${meetings} meetings; ticking it ticks all of them`,
    dueDay: (weekday: string, date: string) => `Due ${weekday}, ${date}`,
    repeats: (recurrence: string) => `Repeats ${recurrence}`,
    open: 'Open',
    openInNewTab: 'Open in new tab',
    dueToday: 'Due today',
    dueTomorrow: 'Due tomorrow',
    dueNextWeek: (weekday: string) => `Due next week (${weekday})`,
    pickDay: 'Pick due date…',
    removeDay: 'Remove due date',
    setOwner: 'Set owner…',
    copyText: 'Copy as text',
    copyLink: 'Copy link to meeting',
    whoDoesIt: 'Who is to do it?',
    me: 'Me',
    nameOfMe: (name: string) => `${name} (me)`,
    nobody: 'Nobody',
    dueDate: 'Due date',
    set: 'Set',
    copied: 'Copied.',
    notCopied: (reason: string) => `Nothing was copied: ${reason}`,
    noteGone: (path: string) => `“${path}” is no longer in the vault.`,
    dueOn,
  },
  /** The parts of a row’s name for a screen reader. */
  spoken: {
    done: 'done',
    due: (words: string) => `due ${words}`,
    priorities: {
      highest: 'highest priority',
      high: 'high priority',
      medium: 'medium priority',
      low: 'low priority',
      lowest: 'lowest priority',
    },
    repeats: (recurrence: string) => `repeats ${recurrence}`,
    proposed: 'proposed',
    from: (note: string) => `from ${note}`,
    inMeetings: (count: number) => `in ${count} meetings`,
  },
  changes: {
    notChanged: (reasons: string) => `Not changed. ${reasons}`,
    changed: (item: string) => `Changed: ${item}`,
    notTicked: (reasons: string) => `Not ticked. ${reasons}`,
    notUndone: (reasons: string) => `Not undone. ${reasons}`,
    openAgain: (item: string) => `Open again: ${item}`,
    done: (item: string, lines: number, notes: number) =>
      `Done: ${item}, ${extent(lines, notes)}. Press Control Z or Command Z to undo.`,
    tickedSeveral: (lines: number, notes: number) =>
      `Ticked ${extent(lines, notes)}, because several notes have this item.`,
    repeatsOnlyWithTasks: (item: string) =>
      `“${item}” repeats: its next date is written only while the Tasks plugin is on.`,
    notWritten: (note: string, reason: string) => `“${note}” could not be written: ${reason}`,
    refusals: {
      closed: (note: string) => `It is done already in “${note}”.`,
      changed: (note: string) => `Its line in “${note}” has changed since it was read.`,
      gone: (note: string) => `Its line is no longer in “${note}”.`,
      several: (note: string) => `“${note}” has several such lines now, and none where it stood.`,
      'no checkbox': (note: string) => `Its line in “${note}” has no checkbox.`,
      'not understood': (note: string) =>
        `Its line in “${note}” is written in a way that cannot be changed here without changing more.`,
    },
  },
  review: {
    noPages: 'No account has a page yet.',
    disagreements: 'Disagreements',
    edits: 'Your edits, worded otherwise in the notes by now',
    removed: 'Removed lines',
    problems: 'Problems',
    nothing: 'Nothing to review',
    openNote: (note: string) => `Open ${note}`,
    openLine: (note: string, line: number) => `Open ${note}, line ${line}`,
    mine: (heading: string) => `Yours, in ${heading}`,
    newer: 'In the notes now',
    useNewer: 'Use it',
    keepMine: 'Keep mine',
    wholeSection: 'The whole section',
    restore: 'Restore',
  },
};

function extent(lines: number, notes: number): string {
  return `${counted(lines, 'line')} in ${counted(notes, 'note')}`;
}

/** `1 page`, `3 pages`. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What every language says; one that leaves something out is an error of types. */
export type Texts = typeof en;
