import { stripInvisible } from '../words.ts';
import { inlinesOf, isSafeAddress, oneLine, restore, shownText, type InlineNode, type Wikilink } from './inline.ts';

/**
 * What of one line of Markdown may be drawn, and nothing else: pictures, embeds, HTML and comments have no kind, so that
 * no note can load or run anything by being listed.
 */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly spans: readonly Span[] }
  | { readonly kind: 'emphasis'; readonly spans: readonly Span[] }
  | { readonly kind: 'address'; readonly url: string; readonly spans: readonly Span[] }
  | { readonly kind: 'note'; readonly target: string; readonly text: string };

/** Reads one line of Markdown for drawing. Together its spans say what `plainText` says. */
export function spansOf(source: string): readonly Span[] {
  const { nodes, links } = inlinesOf(oneLine(source));
  return nodes.flatMap((node) => spansOfNode(node, links));
}

function spansOfNode(node: InlineNode, links: readonly Wikilink[]): Span[] {
  const { type, value = '', url = '', children = [] } = node;
  if (type === 'text') return textSpans(value, links);
  if (type === 'inlineCode') return [{ kind: 'code', text: restore(value, links, shownText) }];
  if (type === 'break') return [{ kind: 'text', text: ' ' }];
  const spans = children.flatMap((child) => spansOfNode(child, links));
  if (spans.length === 0) return [];
  if (type === 'strong' || type === 'emphasis') return [{ kind: type, spans }];
  if (type === 'link' && isSafeAddress(url)) return [{ kind: 'address', url, spans: unlinked(spans) }];
  return spans;
}

/** A text with the links to notes that stand in it. */
function textSpans(value: string, links: readonly Wikilink[]): Span[] {
  return value.split(/\uE000(\d+)\uE001/).flatMap((part, index): Span[] => {
    const link = index % 2 === 1 ? links[Number(part)] : undefined;
    if (link) return [{ kind: 'note', target: link.target, text: shownText(link) }];
    const text = stripInvisible(part);
    return text === '' ? [] : [{ kind: 'text', text }];
  });
}

/** A link cannot stand in a link. */
function unlinked(spans: readonly Span[]): Span[] {
  return spans.map((span) => (span.kind === 'note' ? { kind: 'text', text: span.text } : span));
}
