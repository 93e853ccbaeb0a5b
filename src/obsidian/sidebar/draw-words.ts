import type { Span } from '../../core/read/spans.ts';

/**
 * Draws the words of an item. Not by the app's renderer: that would load pictures, frames and embeds, and let other
 * plugins run code, of a note that nobody has opened.
 */
export function drawWords(spans: readonly Span[], el: HTMLElement): void {
  for (const span of spans) drawSpan(span, el);
}

function drawSpan(span: Span, el: HTMLElement): void {
  if (span.kind === 'text') el.appendText(span.text);
  else if (span.kind === 'code') el.createEl('code', { text: span.text });
  else if (span.kind === 'note') {
    // No address of its own: a note may be called as a script is.
    el.createEl('a', { cls: 'internal-link', text: span.text, attr: { 'data-href': span.target } });
  } else if (span.kind === 'address') {
    const attr = { target: '_blank', rel: 'noopener nofollow', tabindex: '-1' };
    drawWords(span.spans, el.createEl('a', { cls: 'external-link', href: span.url, attr }));
  } else drawWords(span.spans, el.createEl(span.kind === 'strong' ? 'strong' : 'em'));
}
