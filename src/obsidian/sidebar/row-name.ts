import { hash8 } from '../../core/words.ts';

/**
 * Names a row for screen readers by an element that nobody sees. An `aria-label` would do, but the app shows every such
 * label as a tooltip.
 */
export function nameRow(el: HTMLElement, key: string, name: string): void {
  const id = `account-pages-name-${hash8(key)}`;
  el.createSpan({ cls: 'account-pages-unseen', text: name, attr: { id } });
  el.setAttr('aria-labelledby', id);
}
