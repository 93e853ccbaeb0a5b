import { findDate, type PlainDate } from '../plain-date.ts';
import { findFrontMatter } from '../read/front-matter.ts';
import type { TextEdit } from '../text-edit.ts';

/** `last_contact: '2025-06-02'  # by hand` → key, quote, value, quote, rest. */
const PROPERTY = /(^|[\r\n])(last_contact[ \t]*:)([ \t]*)(["']?)([^"'\r\n#]*?)\4([ \t]*(?:#[^\r\n]*)?)(?=[\r\n])/;

/**
 * The edit that brings `last_contact` up to date in place, quoting kept; null where nothing changes. It never moves
 * back: an older note may have been edited, or the newest one not have arrived on this device. A page without the
 * property gets none, because nobody asked for it there.
 */
export function lastContactEdit(page: string, newest: PlainDate | null): TextEdit | null {
  const found = findFrontMatter(page);
  if (!found || found.hasLanguage || newest === null) return null;
  const frontMatter = page.slice(0, found.yamlEnd);
  const property = PROPERTY.exec(frontMatter);
  if (!property) return null;
  const [, before = '', key = '', space = '', quote = '', value = ''] = property;
  // Anything but a plain date or a word for none is a person's, and a list or a block would be broken.
  const isPlain = /^(?:\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.Z+-]*)?|unknown|never|none|n\/a|tbd|-|\?)?$/i.test(value.trim());
  const nextLine = /^[^\r\n]*(?:\r\n|\r|\n)([ \t]|-[ \t])/.test(frontMatter.slice(property.index + before.length));
  if (!isPlain || nextLine) return null;
  const stands = findDate(value);
  if (stands !== null && stands >= newest) return null;
  const start = property.index + before.length + key.length;
  return {
    start,
    end: start + space.length + quote.length * 2 + value.length,
    text: `${space === '' ? ' ' : space}${quote}${newest}${quote}`,
  };
}
