import { aliasText, escapeMarkdown, isUnsafeTarget } from '../read/inline.ts';
import { stripInvisible } from '../words.ts';

/**
 * A link to a note, and to one of its headings: `[[target#heading|shown]]`, or `[[target]]` where that shows the same. A
 * name that would end the link, run, hide or break the line stands encoded in a Markdown link; one that no link of the
 * app's can hold leaves what is shown.
 */
export function linkTo(target: string, shown: string, heading: string | null = null): string {
  const anchor = headingAnchor(heading);
  // The app takes what stands behind a `#` for a heading, however it is written.
  if (target.includes('#')) return escapeMarkdown(shown);
  if (isUnsafePath(target) || isUnsafe(anchor))
    return `[${linkText(shown)}](${encoded(target)}.md${anchor === '' ? '' : `#${encoded(anchor)}`})`;
  const whole = anchor === '' ? target : `${target}#${anchor}`;
  const alias = aliasText(shown);
  return alias === '' || alias === whole ? `[[${whole}]]` : `[[${whole}|${alias}]]`;
}

/** What may stand after `#` in a link: Obsidian drops these characters when it looks the heading up. */
function headingAnchor(heading: string | null): string {
  return (heading ?? '')
    .replace(/[#^|[\]\\:]|%%/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isUnsafePath(path: string): boolean {
  return /[\^|\\\u2028\u2029]|\[\[|\]\]|\]\(|^\[|\]$/.test(path) || isUnsafe(path);
}

function isUnsafe(target: string): boolean {
  return isUnsafeTarget(target) || stripInvisible(target) !== target;
}

/** Without brackets, which would have to be in pairs, and without a backslash that would escape the closing one. */
function linkText(shown: string): string {
  const text = escapeMarkdown(shown.replace(/[[\]]/g, ' ')).trim();
  return text === '' ? 'untitled' : text.replace(/\\$/, '\\\\');
}

/** For the target of a Markdown link, which may hold no bracket, and neither a scheme nor a character reference. */
function encoded(text: string): string {
  // Half a character cannot be encoded.
  const whole = text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
  return encodeURI(whole).replace(/[()#?$&:]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
