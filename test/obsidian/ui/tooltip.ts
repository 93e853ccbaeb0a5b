import type { TooltipOptions } from 'obsidian';

const optionsOf = new WeakMap<HTMLElement, TooltipOptions>();
/** How long the pointer rests on something before its tooltip shows. */
const DELAY = 400;
/** Between the element and its tooltip, in pixels. */
const GAP = 6;

/** Says what an element is for, in a bubble on hover or focus and to screen readers. */
export function setTooltip(el: HTMLElement, tooltip: string, options?: TooltipOptions): void {
  el.setAttr('aria-label', tooltip === '' ? null : tooltip);
  if (options) optionsOf.set(el, options);
}

/** Shows a bubble beside an element now, in place of any other. */
export function displayTooltip(
  target: HTMLElement,
  content: string | DocumentFragment,
  options: TooltipOptions = {},
): void {
  hideTooltips(target.doc);
  if (!target.isConnected) return;
  const bubble = target.doc.body.createDiv({ cls: ['tooltip', ...(options.classes ?? [])] });
  bubble.setText(content);
  bubble.setAttr('role', 'tooltip');
  const { left, top } = positionOf(target.getBoundingClientRect(), bubble.getBoundingClientRect(), options);
  const room = target.win.innerWidth - bubble.offsetWidth - 4;
  bubble.setCssStyles({ left: `${String(Math.max(4, Math.min(left, room)))}px`, top: `${String(Math.max(2, top))}px` });
}

export function hideTooltips(doc: Document): void {
  for (const bubble of doc.querySelectorAll('.tooltip')) bubble.remove();
}

/** Shows the tooltip of whatever in the document has an `aria-label`. Returns what undoes it. */
export function watchTooltips(doc: Document): () => void {
  let timer = 0;
  const stop = (): void => {
    doc.win.clearTimeout(timer);
    hideTooltips(doc);
  };
  const show = ({ target }: Event): void => {
    stop();
    const labelled = (target as Element | null)?.closest?.('[aria-label]');
    if (!labelled?.instanceOf(HTMLElement) || isNamedOnly(labelled)) return;
    const options = optionsOf.get(labelled) ?? {};
    timer = doc.win.setTimeout(() => {
      displayTooltip(labelled, labelled.getAttr('aria-label') ?? '', options);
    }, options.delay ?? DELAY);
  };
  const showOnKeyboard = (event: Event): void => {
    if ((event.target as Element | null)?.matches?.(':focus-visible') === true) show(event);
  };
  const listeners = { pointerover: show, focusin: showOnKeyboard, pointerdown: stop, focusout: stop, keydown: stop };
  for (const [type, listener] of Object.entries(listeners)) doc.addEventListener(type, listener, true);
  return () => {
    stop();
    for (const [type, listener] of Object.entries(listeners)) doc.removeEventListener(type, listener, true);
  };
}

/** Regions and inputs have their label for screen readers only. */
function isNamedOnly(el: HTMLElement): boolean {
  return el.matches(
    'input, textarea, select, .cm-content, [role=dialog], [role=complementary], [role=menu], [role=navigation], [role=tree]',
  );
}

function positionOf(target: DOMRect, bubble: DOMRect, options: TooltipOptions): { left: number; top: number } {
  const gap = options.gap ?? GAP;
  const centre = target.left + target.width / 2 - bubble.width / 2;
  const middle = target.top + target.height / 2 - bubble.height / 2;
  if (options.placement === 'top') return { left: centre, top: target.top - bubble.height - gap };
  if (options.placement === 'left') return { left: target.left - bubble.width - gap, top: middle };
  if (options.placement === 'right') return { left: target.right + gap, top: middle };
  const below = target.bottom + gap;
  const fits = below + bubble.height < window.innerHeight;
  return { left: centre, top: fits ? below : target.top - bubble.height - gap };
}
