import type { Note } from '../parse/note.ts';
import { entryBelow } from '../parse/read-note.ts';
import type { Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { lastSegment } from '../vault.ts';
import type { Directory } from './directory.ts';

/** Types that say of a note that it tells of a meeting; any other says that it is something else. */
const OF_A_MEETING = /meeting|call|minutes|e-?mail|note/;

/** What is wrong with a note that looks like a meeting of an account and lacks only the date; null where nothing is. */
export function undatedProblem(note: Note, directory: Directory, settings: Settings): Problem | null {
  if (note.kind !== 'other' || !tellsOfAMeeting(note)) return null;
  const name = accountOf(note, directory, settings);
  if (name === null) return null;
  return {
    path: note.path,
    line: null,
    code: 'note-undated',
    values: { name },
    message: `The note gives “${name}” nothing, because it has no date by which a meeting note is known.`,
    fix: 'Put the day into its file name or a property “date”, as YYYY-MM-DD; if it tells of no meeting, give it a property “type”, such as “plan”.',
  };
}

/** Has tasks, or bullets below a heading that is known, and does not call itself something else. */
export function tellsOfAMeeting({ content: { type, tasks, items } }: Note): boolean {
  return (
    (type === null || OF_A_MEETING.test(type)) && (tasks.length > 0 || items.some(({ family }) => family !== null))
  );
}

/** By its folder, whether or not that has a page, else by its own properties and labels. */
function accountOf({ path, content }: Note, directory: Directory, settings: Settings): string | null {
  const folder = entryBelow(path, settings.accountFolders);
  if (folder !== null && directory.isOwnCompany(lastSegment(folder))) return null;
  const named = content.accountKeys.map(({ name }) => directory.accountNamed(name));
  const account = directory.accountOfPlace(path) ?? named.find((known) => known !== null);
  return account?.name ?? (folder === null ? null : lastSegment(folder));
}
