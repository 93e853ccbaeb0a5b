import * as z from 'zod/mini';
import { FAMILIES } from '../core/families.ts';
import type { NoteContent, ParsedNote } from '../core/parse/note.ts';
import type { ContentProblem } from '../core/problem.ts';
import type { FileStamp } from './folder-vault.mts';

/** What was parsed of a note, of which text and of which file. */
export interface CachedNote extends FileStamp, ParsedNote {}

/** What stands on one line of a note comes to stand on one line of a page; a second one could be anything there. */
const line = z.string().check(z.regex(/^[^\n\r\u2028\u2029]*$/));
/** A summary's lines are put together before they come to stand on a page. */
const paragraph = z.string().check(z.regex(/^[^\r\u2028\u2029]*$/));
const lines = z.array(line);
const lineOrNone = z.nullable(line);
const count = z.number();
const flag = z.boolean();

const item = {
  family: z.nullable(z.enum(FAMILIES)),
  text: line,
  markdown: line,
  line: count,
  heading: lineOrNone,
  context: lines,
  detail: line,
  links: lines,
};

const task = {
  ...item,
  status: lineOrNone,
  source: line,
  owners: lines,
  priority: z.enum(['highest', 'high', 'medium', 'normal', 'low', 'lowest']),
  due: lineOrNone,
  scheduled: lineOrNone,
  start: lineOrNone,
  created: lineOrNone,
  doneOn: lineOrNone,
  cancelledOn: lineOrNone,
  recurrence: lineOrNone,
  tags: lines,
};

const content: z.ZodMiniType<NoteContent> = z.object({
  title: lineOrNone,
  type: lineOrNone,
  tags: lines,
  aliases: lines,
  domains: lines,
  lastContact: lineOrNone,
  role: lineOrNone,
  company: lineOrNone,
  emails: lines,
  propertyDate: lineOrNone,
  bodyDate: lineOrNone,
  createdDate: lineOrNone,
  looksLikeMeeting: flag,
  hasDateProperty: flag,
  isTemplate: flag,
  accountKeys: z.array(
    z.object({ name: line, from: z.enum(['property', 'folder property', 'tag', 'entities', 'label']) }),
  ),
  project: lineOrNone,
  participants: z.array(z.object({ name: line, email: lineOrNone, role: lineOrNone, company: lineOrNone })),
  summary: z.nullable(z.object({ text: paragraph, markdown: paragraph, line: count })),
  items: z.array(z.object(item)),
  tasks: z.array(z.object(task)),
  links: lines,
  meetingKeys: lines,
  problems: z.array(z.custom<ContentProblem>(isProblem)),
});

const cachedNote: z.ZodMiniType<CachedNote> = z.object({ path: line, mtime: count, size: count, hash: line, content });

/** One line of the cache → the note; null where it is not what was written, in whatever way. */
export function readCachedNote(text: string): CachedNote | null {
  try {
    return z.parse(cachedNote, JSON.parse(text));
  } catch {
    return null;
  }
}

/** Problems are only said, never written onto a page. */
function isProblem(value: unknown): boolean {
  const shape = z.object({
    line: z.nullable(count),
    code: line,
    values: z.record(z.string(), z.unknown()),
    message: z.string(),
    fix: z.string(),
  });
  return z.safeParse(shape, value).success;
}
