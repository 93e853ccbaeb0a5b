import type { Family } from '../families.ts';
import type { AccountGraph, AccountMeeting, Contribution } from '../link/account-graph.ts';
import type { Account } from '../link/directory.ts';
import { concerns } from '../link/evidence.ts';
import { compareDates, type PlainDate } from '../plain-date.ts';
import { escapeMarkdown, startedAsText } from '../read/inline.ts';
import { orderedSections, type SectionId, type SectionSetting, type Settings } from '../settings.ts';
import { linkTo } from './note-link.ts';
import { collaboratorsOf, type Collaborator } from './people.ts';
import { cutAtWord, firstSentences, LONGEST_GIST, sentencesOf } from './sentences.ts';
import { Recollections } from './recollections.ts';
import { disagreementsAmong, statementsOf, type Comparison, type Disagreement, type Statement } from './statements.ts';

/** A line of a list section, without the bullet. */
export interface ComposedLine {
  /** What the line is about, apart from its wording: the meeting note, or the person; null: its wording alone. */
  readonly key: string | null;
  readonly markdown: string;
  /** What it says without its evidence, to compare with a person's line. */
  readonly text: string;
  readonly origin: LineOrigin;
}

type LineOrigin = Statement | AccountMeeting | Collaborator;

export interface ComposedRow extends ComposedLine {
  /** By column, as Markdown. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface ComposedSection {
  readonly id: SectionId;
  /** The heading that a page gets where it has none for this section. */
  readonly heading: string;
  readonly lines: readonly ComposedLine[];
  /** Lines beyond the limit; made when they are asked for, because there may be hundreds. */
  readonly beyondLimit: () => readonly ComposedLine[];
  /** Only for a table: its rows are the lines. */
  readonly rows: readonly ComposedRow[] | null;
}

export interface ComposedPage {
  readonly account: Account;
  readonly sections: readonly ComposedSection[];
  /** The newest day, not after today, on which the account itself was met; null where there is none. */
  readonly lastContact: PlainDate | null;
  readonly disagreements: readonly Disagreement[];
  readonly meetings: readonly AccountMeeting[];
}

/** The columns of a new table; a table that stands keeps its own. */
export const COLLABORATOR_COLUMNS = ['Person', 'Role', 'Company', 'Meetings', 'Last met'] as const;

/** What a page is to say. `today` (`YYYY-MM-DD`) only bounds `lastContact`. `memory` changes only how long it takes. */
export function composePage(
  account: Account,
  graph: AccountGraph,
  settings: Settings,
  today: PlainDate,
  memory: Recollections = new Recollections(),
): ComposedPage {
  const composer = new PageComposer(account, graph, settings, memory);
  const sections = orderedSections(settings)
    .filter((id) => settings.sections[id].on)
    .map((id) => composer.section(id, settings.sections[id]));
  return {
    account,
    sections,
    lastContact: lastContactOf(composer.meetings, today),
    disagreements: composer.disagreements(),
    meetings: composer.meetings,
  };
}

/** Plans are no contact, and neither is being talked about. */
export function lastContactOf(meetings: readonly AccountMeeting[], today: PlainDate): PlainDate | null {
  const days = meetings.flatMap(({ notes }) =>
    notes.filter(({ entry }) => wasMet(entry.link)).map(({ note }) => note.date),
  );
  const past = days.filter((day): day is PlainDate => day !== null && day.length === 10 && day <= today);
  return past.sort(compareDates).pop() ?? null;
}

function wasMet({ closeness, evidence }: { closeness: string; evidence: readonly { rule: string }[] }): boolean {
  return closeness !== 'mention' || evidence.some(({ rule }) => rule === 'participant');
}

const FAMILY_OF: Readonly<Partial<Record<SectionId, Family>>> = {
  keyFacts: 'facts',
  decisions: 'decisions',
  blockers: 'blockers',
  openQuestions: 'questions',
  topics: 'topics',
  opportunities: 'opportunities',
};

/** The sections of one account's page; statements are worked out once, for the page and its disagreements. */
class PageComposer {
  readonly meetings: readonly AccountMeeting[];
  private readonly comparison: Comparison;
  private readonly statements = new Map<Family, readonly Statement[]>();
  private people: readonly Collaborator[] | null = null;

  constructor(
    private readonly account: Account,
    private readonly graph: AccountGraph,
    private readonly settings: Settings,
    memory: Recollections,
  ) {
    this.meetings = graph.meetingsOf(account);
    const { mergeNearDuplicates } = settings;
    this.comparison = { accountId: account.id, mergeNearDuplicates, wordings: graph.wordings, memory };
  }

  section(id: SectionId, { heading, limit }: SectionSetting): ComposedSection {
    const all = this.originsOf(id);
    // Those met most often fill the table; it is then in the order of their names.
    const shown = new Set(id === 'collaborators' ? this.mostMet(limit) : all.slice(0, limit));
    const lines = all.filter((origin) => shown.has(origin)).map((origin) => this.line(id, origin));
    const rows = id === 'collaborators' ? lines.filter((line): line is ComposedRow => 'cells' in line) : null;
    const beyondLimit = () => all.filter((origin) => !shown.has(origin)).map((origin) => this.line(id, origin));
    return { id, heading, lines, beyondLimit, rows };
  }

  disagreements(): Disagreement[] {
    return (['facts', 'decisions', 'blockers'] as const).flatMap((family) =>
      disagreementsAmong(this.statementsIn(family), family, this.comparison),
    );
  }

  /** What a section's lines are about, in their order. */
  private originsOf(id: SectionId): readonly LineOrigin[] {
    const family = FAMILY_OF[id];
    if (family) return this.statementsIn(family);
    if (id === 'recentContext') return this.meetings;
    return id === 'keyContacts' ? this.everyone().filter(({ ofAccount }) => ofAccount) : this.everyone();
  }

  private line(id: SectionId, origin: LineOrigin): ComposedLine {
    if ('sayings' in origin) return this.statementLine(id, origin);
    if ('main' in origin) return this.meetingLine(origin);
    return id === 'collaborators' ? this.row(origin) : this.personLine(origin, id === 'keyContacts');
  }

  private statementsIn(family: Family): readonly Statement[] {
    const known = this.statements.get(family) ?? statementsOf(this.meetings, family, this.comparison);
    this.statements.set(family, known);
    return known;
  }

  private everyone(): readonly Collaborator[] {
    this.people ??= collaboratorsOf(this.account, this.graph);
    return this.people;
  }

  private mostMet(limit: number): readonly Collaborator[] {
    const byMeetings = [...this.everyone()].sort(
      (a, b) => b.meetings - a.meetings || compareDates(b.lastMet, a.lastMet),
    );
    return byMeetings.slice(0, limit);
  }

  /** `2025-11-14: [[note|Title]] — first sentence or two (via X)` */
  private meetingLine(meeting: AccountMeeting): ComposedLine {
    const { note, entry } = meeting.main;
    const said = this.gist(meeting);
    const link = linkTo(this.graph.linkTarget(note.path), note.title);
    const copies = meeting.notes.length - 1;
    const aside = [
      ...(entry.via === null ? [] : [`via ${escapeMarkdown(entry.via)}`]),
      ...(copies > 0 ? [`+${String(copies)} ${copies === 1 ? 'copy' : 'copies'}`] : []),
    ];
    const markdown = `${note.date ?? meeting.date ?? 'undated'}: ${link}${said === '' ? '' : ` — ${said}`}${aside.length === 0 ? '' : ` (${aside.join(', ')})`}`;
    return { key: note.path, markdown, text: `${note.title} ${said}`, origin: meeting };
  }

  private gist(meeting: AccountMeeting): string {
    for (const { note, entry } of meeting.notes) {
      const summary = note.content.summary;
      if (!summary) continue;
      const sentences = sentencesOf(summary.text);
      const told = sentences.filter((sentence) => this.isTold(sentence, entry));
      const isShort = told.length <= 2 && summary.text.length <= LONGEST_GIST;
      if (told.length === sentences.length && entry.link.closeness !== 'mention' && isShort)
        return summary.markdown.replace(/\n/g, ' ');
      if (told.length > 0) return escapeMarkdown(firstSentences(told));
    }
    // A question or a task is nothing that happened.
    const first = meeting.notes.flatMap(({ entry }) => entry.items).find(({ family }) => family !== 'questions');
    return first
      ? this.withoutOwnLabel(
          first.text.length <= LONGEST_GIST ? first.markdown : escapeMarkdown(cutAtWord(first.text, LONGEST_GIST)),
        )
      : '';
  }

  /** Whether a sentence of a note's summary is about this account, by the same rule as its items. */
  private isTold(sentence: string, { link, sharedWith }: Contribution): boolean {
    return concerns(() => this.graph.directory().accountsIn(sentence), link, sharedWith);
  }

  private statementLine(id: SectionId, statement: Statement): ComposedLine {
    const whole =
      statement.text.length <= LONGEST_STATEMENT
        ? statement.markdown
        : escapeMarkdown(cutAtWord(statement.text, LONGEST_STATEMENT));
    const markdown = startedAsText(this.withoutOwnLabel(whole));
    const mark = id === 'decisions' ? '✅ ' : id === 'blockers' ? '❌ ' : '';
    const evidence = id === 'blockers' ? this.span(statement) : this.evidence(statement);
    return {
      key: null,
      markdown: `${mark}${markdown}${evidence === '' ? '' : ` (${evidence})`}`,
      text: statement.text,
      origin: statement,
    };
  }

  /** On Norvane's page `Norvane: pilot moves to June` says its own name for nothing. */
  private withoutOwnLabel(markdown: string): string {
    const label = [this.account.name, ...this.account.aliases].find((name) => markdown.startsWith(`${name}: `));
    if (label === undefined) return markdown;
    const rest = markdown.slice(label.length + 2);
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  }

  /** `[[note#heading|2025-11-14]] +2` */
  private evidence(statement: Statement): string {
    const newest = statement.sayings[0];
    if (!newest || !this.settings.evidenceLinks) return '';
    const others = new Set(statement.sayings.map(({ path }) => path)).size - 1;
    const link = linkTo(this.graph.linkTarget(newest.path), newest.date ?? 'undated', newest.item.heading);
    return `${link}${others > 0 ? ` +${String(others)}` : ''}`;
  }

  /** `since 2025-10-02, last [[note#heading|2025-11-14]] +1` */
  private span(statement: Statement): string {
    const dates = statement.sayings
      .map(({ date }) => date)
      .filter((date) => date !== null)
      .sort(compareDates);
    const [first, last] = [dates[0], dates[dates.length - 1]];
    const link = this.evidence(statement);
    if (first === undefined || last === undefined) return link;
    if (first === last) return `since ${link === '' ? first : link}`;
    return `since ${first}, last ${link === '' ? last : link}`;
  }

  private personLine(person: Collaborator, withRole: boolean): ComposedLine {
    const role = withRole && person.role !== '' ? ` — ${escapeMarkdown(person.role)}` : '';
    return { key: person.name, markdown: `${this.personLink(person)}${role}`, text: person.name, origin: person };
  }

  private row(person: Collaborator): ComposedRow {
    const cells = new Map([
      ['Person', this.personLink(person)],
      ['Role', escapeMarkdown(person.role)],
      ['Company', escapeMarkdown(person.company)],
      ['Meetings', String(person.meetings)],
      ['Last met', person.lastMet ?? ''],
    ]);
    return { key: person.name, markdown: '', text: person.name, origin: person, cells };
  }

  private personLink({ person, name }: Collaborator): string {
    return person ? linkTo(this.graph.linkTarget(person.path), person.name) : startedAsText(escapeMarkdown(name));
  }
}

/** Longer bullets are whole paragraphs; the page shows how they begin and links to the rest. */
const LONGEST_STATEMENT = 400;
