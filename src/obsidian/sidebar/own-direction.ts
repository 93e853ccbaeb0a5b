/** Words that run in their own direction, at the side of the element that the app's language has them at. */
export function createWords(parent: HTMLElement, text = ''): HTMLElement {
  return parent.createSpan({ text, attr: { dir: 'auto' } });
}
