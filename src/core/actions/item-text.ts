import type { Task } from '../parse/note.ts';
import type { PlainDate } from '../plain-date.ts';
import { plainText } from '../read/inline.ts';
import { spansOf, type Span } from '../read/spans.ts';
import type { OpenItem } from './account-actions.ts';

/** `due 2026-11-05` */
export function dueOn(day: PlainDate): string {
  return `due ${day}`;
}

/** An item as a person would write it to somebody else: `Send the plan (Ana Ruiz, due 2026-11-05) – Norvane, Weekly`. */
export function itemAsText({ item, owners, noteTitle }: OpenItem, sayDue = dueOn): string {
  const details = [...owners.map(({ name }) => name), ...(item.due === null ? [] : [sayDue(item.due)])];
  const behind = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return `${item.text}${behind} – ${item.account.name}, ${noteTitle}`;
}

const SYNTAX = /[*_`[\]=~]/;
const MARK =
  /[📅📆🗓⏳⌛🛫➕✅❌]\uFE0F?[ \t]*(?:\d{4}-\d{2}-\d{2})?|[🔺⏫🔼🔽⏬]\uFE0F?|🔁\uFE0F?[^#@📅📆🗓⏳⌛🛫➕✅❌]*|[🆔⛔🏁]\uFE0F?[ \t]*[\w,-]*/gu;
const FIELD = /[[(][ \t]*[\w-]+[ \t]*::[^\])]*[\])]/g;

/**
 * What is to be done with its emphasis, code and links, for a list that draws them; the bare text where the line holds
 * none, or where what the text leaves out cannot be told from the rest.
 */
export function itemSpans({ source, text, owners, tags }: Task): readonly Span[] {
  const bare: Span = { kind: 'text', text };
  const [line = ''] = source.split('\n');
  if (!SYNTAX.test(line) || line.length > 500) return [bare];
  const words = [...owners.map((owner) => `@${owner}`), ...tags.map((tag) => `#${tag}`)];
  const markdown = words
    .reduce((rest, word) => rest.replace(word, ' '), line.replace(MARK, ' ').replace(FIELD, ' '))
    .replace(/[ \t]\^[\w-]+[ \t]*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s+[-–—]+)+\s*$/, '')
    .trim();
  return plainText(markdown) === text ? spansOf(markdown) : [bare];
}
