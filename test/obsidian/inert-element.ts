/** What a view does to its elements while it is set up; without a page it does nothing. */
const DOES_NOTHING = new Set([
  'addClass',
  'addClasses',
  'removeClass',
  'toggleClass',
  'addEventListener',
  'removeEventListener',
  'append',
  'appendText',
  'detach',
  'empty',
  'remove',
  'setAttr',
  'setText',
]);
const MAKES_ELEMENTS = new Set(['createDiv', 'createEl', 'createSpan']);

/**
 * An element where there is no page, for unit tests of plugins that have views. It takes classes, text and children and
 * forgets them; whatever else is asked of it throws with its name, because that part needs the workbench. `removed` hears
 * of its `remove`.
 */
export function inertElement(name: string, removed?: () => void): HTMLElement {
  const element = Object.create(null) as HTMLElement;
  return new Proxy(element, {
    get: (_target, member): unknown => {
      if (typeof member === 'symbol' || member === 'then' || member === 'toJSON') return undefined;
      if (member === 'remove' && removed) return removed;
      if (DOES_NOTHING.has(member)) return () => undefined;
      if (MAKES_ELEMENTS.has(member)) return () => inertElement(`${name} > ${member}`);
      throw new Error(`${name}.${member}: there is no page in the headless stand-in.`);
    },
  });
}
