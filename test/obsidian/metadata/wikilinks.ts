import type { Reference } from 'obsidian/obsidian.d.ts';

export interface FoundWikilink {
  readonly start: number;
  readonly end: number;
  readonly embeds: boolean;
  readonly link: Reference;
}

const WIKILINK = /(!?)\[\[((?:(?!\[\[|\]\])[^\r\n])+)\]\]/g;

/** The wikilinks and embeds of a text; one whose note name is empty is none. */
export function findWikilinks(text: string): FoundWikilink[] {
  return [...text.matchAll(WIKILINK)].flatMap((match) => {
    const [original, mark = '', inner = ''] = match;
    const bar = inner.indexOf('|');
    // In a table the bar is escaped: [[Acme\|the customer]].
    const link = (bar < 0 ? inner : inner.slice(0, bar)).replace(/\\$/, '').trim();
    if (link === '') return [];
    const displayText = bar < 0 ? displayOf(link) : inner.slice(bar + 1);
    const embeds = mark === '!';
    return [{ start: match.index, end: match.index + original.length, embeds, link: { link, original, displayText } }];
  });
}

/** Without a text of its own a link shows its parts: `Acme > Contacts` for `Acme#Contacts`, `Here` for `#Here`. */
function displayOf(link: string): string {
  return link
    .split('#')
    .filter((part) => part !== '')
    .join(' > ');
}
