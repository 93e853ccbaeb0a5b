/**
 * Brings children into an order, moving as few as may be. The one that holds the focus is never moved, because an
 * element that is taken out of the page loses it.
 */
export function placeInOrder(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const focused = wanted.find((el) => el.contains(parent.doc.activeElement)) ?? null;
  const at = focused === null ? -1 : wanted.indexOf(focused);
  placeBefore(parent, wanted.slice(0, Math.max(0, at)), focused);
  placeBefore(parent, wanted.slice(at + 1), null);
}

/** From the last to the first, each before the one that follows it. */
function placeBefore(parent: HTMLElement, elements: readonly HTMLElement[], end: HTMLElement | null): void {
  let next: Node | null = end;
  for (const el of [...elements].reverse()) {
    if (el.parentNode !== parent || el.nextSibling !== next) parent.insertBefore(el, next);
    next = el;
  }
}
