import type { ComposedLine, ComposedSection } from '../compose/account-page.ts';
import type { Collaborator } from '../compose/people.ts';
import type { Statement } from '../compose/statements.ts';
import type { AccountMeeting } from '../link/account-graph.ts';
import type { Evidence } from '../link/evidence.ts';
import type { Item } from '../parse/note.ts';
import type { PlainDate } from '../plain-date.ts';
import { compareText, type NotePath } from '../vault.ts';
import type { PagePlan } from './plan-page.ts';

/** Where a line of a page comes from. */
export interface LineSource {
  readonly path: NotePath;
  /** Counted from 1; null for a source that is a whole note. */
  readonly line: number | null;
  readonly date: PlainDate | null;
  /** As the note has it, where that differs from the page. */
  readonly wording: string | null;
  /** What links the note to the account. */
  readonly evidence: readonly Evidence[];
}

export interface ExplainedLine {
  readonly section: string;
  readonly line: string;
  readonly sources: readonly LineSource[];
}

export type LeftOutBecause =
  | 'repeat'
  | 'limit'
  | 'not about this account'
  | 'removed by a person'
  | 'own line on the page'
  | 'section switched off'
  | 'no section for its heading'
  | 'no checkbox';

export interface LeftOut {
  readonly line: number;
  readonly text: string;
  readonly because: LeftOutBecause;
}

export interface ExplainedMeeting {
  readonly path: NotePath;
  readonly date: PlainDate | null;
  readonly evidence: readonly Evidence[];
  readonly leftOut: readonly LeftOut[];
}

export interface Explanation {
  readonly lines: readonly ExplainedLine[];
  readonly meetings: readonly ExplainedMeeting[];
}

/** Why each managed line stands on a page, and why the rest of its meetings' items does not. */
export function explainPage(plan: PagePlan): Explanation {
  const shown = plan.composed.sections.map((section) => ({ section, away: awayFrom(plan, section) }));
  const lines = shown.flatMap(({ section, away }) =>
    section.lines
      .filter((line) => !away.has(line))
      .map((line): ExplainedLine => ({
        section: headingOf(plan, section),
        line: shownLine(line),
        sources: sourcesOf(line, plan.composed.meetings),
      })),
  );
  return { lines, meetings: plan.composed.meetings.flatMap((meeting) => explainMeeting(meeting, plan)) };
}

function awayFrom(plan: PagePlan, section: ComposedSection): Map<ComposedLine, 'removed' | 'own line'> {
  const change = plan.sections.find(({ id }) => id === section.id);
  return new Map(change?.merged.stayedAway.map(({ line, because }) => [line, because]));
}

function headingOf(plan: PagePlan, section: ComposedSection): string {
  return plan.sections.find(({ id }) => id === section.id)?.heading ?? section.heading;
}

function shownLine(line: ComposedLine): string {
  return 'cells' in line ? line.text : line.markdown;
}

function sourcesOf(line: ComposedLine, meetings: readonly AccountMeeting[]): LineSource[] {
  const { origin } = line;
  if (isStatement(origin)) {
    return origin.sayings.map(({ item, path, date, meeting }) => ({
      path,
      line: item.line,
      date,
      wording: item.text === line.text ? null : item.text,
      evidence: evidenceIn(meeting, path),
    }));
  }
  if (isMeeting(origin)) return notesOf(origin, null);
  return meetings
    .filter((meeting) =>
      meeting.notes.some(({ note }) => note.content.participants.some(({ name }) => isPerson(origin, name))),
    )
    .flatMap((meeting) => notesOf(meeting, null).slice(0, 1));
}

function isPerson({ name, person }: Collaborator, written: string): boolean {
  const lower = written.toLowerCase();
  return [name, ...(person?.aliases ?? []), name.split(' ')[0] ?? ''].some((known) => known.toLowerCase() === lower);
}

function notesOf(meeting: AccountMeeting, line: number | null): LineSource[] {
  return meeting.notes.map(({ note, entry }) => ({
    path: note.path,
    line,
    date: note.date,
    wording: null,
    evidence: entry.link.evidence,
  }));
}

function evidenceIn(meeting: AccountMeeting, path: NotePath): readonly Evidence[] {
  return meeting.notes.find(({ note }) => note.path === path)?.entry.link.evidence ?? [];
}

function isStatement(origin: ComposedLine['origin']): origin is Statement {
  return 'sayings' in origin;
}

function isMeeting(origin: ComposedLine['origin']): origin is AccountMeeting {
  return 'main' in origin;
}

/** Each item of a meeting's notes whose words are not on the page. */
function explainMeeting(meeting: AccountMeeting, plan: PagePlan): ExplainedMeeting[] {
  const fates = fatesOf(plan);
  return meeting.notes.map(({ note, entry }) => {
    const about = entry.items.filter((item) => whyOnNoPage(item) === null);
    const leftOut = [
      ...about.flatMap((item) => {
        const because = fates.get(`${note.path}:${String(item.line)}`) ?? 'section switched off';
        return because === 'shown' ? [] : [{ line: item.line, text: item.text, because }];
      }),
      ...entry.items.flatMap((item) => {
        const because = whyOnNoPage(item);
        return because === null ? [] : [{ line: item.line, text: item.text, because }];
      }),
      ...note.content.tasks
        .filter((task) => !entry.tasks.includes(task))
        .map(({ line, text }) => ({ line, text, because: 'not about this account' as const })),
      ...entry.otherItems.map(({ line, text }) => ({ line, text, because: 'not about this account' as const })),
    ];
    return {
      path: note.path,
      date: note.date,
      evidence: entry.link.evidence,
      leftOut: leftOut.sort((a, b) => a.line - b.line || compareText(a.text, b.text)),
    };
  });
}

/** Why no section shows an item, whatever the page has; null where one does. */
function whyOnNoPage({ family }: Item): LeftOutBecause | null {
  if (family === null || family === 'outcomes') return 'no section for its heading';
  return family === 'actions' || family === 'followUps' ? 'no checkbox' : null;
}

function fatesOf(plan: PagePlan): Map<string, LeftOutBecause | 'shown'> {
  const fates = new Map<string, LeftOutBecause | 'shown'>();
  for (const section of plan.composed.sections) {
    const away = awayFrom(plan, section);
    const tell = (line: ComposedLine, fate: LeftOutBecause | 'shown') => {
      if (!isStatement(line.origin)) return;
      line.origin.sayings.forEach(({ path, item }, index) =>
        fates.set(`${path}:${String(item.line)}`, fate === 'shown' && index > 0 ? 'repeat' : fate),
      );
    };
    for (const line of section.lines) {
      const because = away.get(line);
      tell(
        line,
        because === undefined ? 'shown' : because === 'removed' ? 'removed by a person' : 'own line on the page',
      );
    }
    for (const line of section.beyondLimit()) tell(line, 'limit');
  }
  return fates;
}
