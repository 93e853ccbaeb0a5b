import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;
const FENCE = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/;

/** A note's front matter with its fences, or an empty text. */
export function frontMatterOf(text: string): string {
  return FRONT_MATTER.exec(text)?.[0] ?? '';
}

/**
 * The syntax tree of a note's Markdown. Front matter and `%%` comments are blanked before, so that positions are still
 * those of the note.
 */
export function parseMarkdown(text: string): Root {
  const properties = frontMatterOf(text);
  const body = blank(properties) + text.slice(properties.length);
  return fromMarkdown(withoutComments(body), {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

/** Everything but line ends becomes a space. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Comments run from one `%%` to the next, over lines too; in code there are none. */
function withoutComments(text: string): string {
  let fence = '';
  let commented = false;
  return (text.match(/[^\n]*\n|[^\n]+/g) ?? [])
    .map((line) => {
      if (!commented) {
        const opening = FENCE.exec(line)?.[1] ?? '';
        if (fence !== '') {
          if (opening.startsWith(fence) && line.trim().replace(/^[> \t]*/, '') === opening) fence = '';
          return line;
        }
        if (opening !== '') {
          fence = opening;
          return line;
        }
      }
      const [result, open] = withoutCommentsInLine(line, commented);
      commented = open;
      return result;
    })
    .join('');
}

function withoutCommentsInLine(line: string, commented: boolean): [result: string, commented: boolean] {
  let inside = commented;
  const parts = line.split(/(`+[^`]*`+|%%)/).map((part) => {
    if (part !== '%%') return inside ? blank(part) : part;
    inside = !inside;
    return '  ';
  });
  return [parts.join(''), inside];
}
