import type {} from 'obsidian';

/** What `createEl` and its kin take besides the tag (obsidian.d.ts, `DomElementInfo`). */
type ElementInfo = DomElementInfo | string | undefined;

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** Makes an HTML element in the document of its parent-to-be, and appends it there. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  parent: Node | null,
  tag: K,
  info?: ElementInfo,
  callback?: (el: HTMLElementTagNameMap[K]) => void,
): HTMLElementTagNameMap[K] {
  const doc = documentOf(parent);
  const element: HTMLElementTagNameMap[K] = doc.createElementNS(HTML, tag) as HTMLElementTagNameMap[K];
  const details: DomElementInfo = typeof info === 'string' ? { cls: info } : (info ?? {});
  describe(element, details);
  if (details.text !== undefined) element.setText(details.text);
  if (details.title !== undefined) element.setAttribute('title', details.title);
  for (const name of ['type', 'value', 'placeholder', 'href'] as const) {
    const value = details[name];
    if (value !== undefined) assign(element, name, value);
  }
  place(element, details.parent ?? parent, details.prepend === true);
  callback?.(element);
  return element;
}

/** Makes an SVG element in the document of its parent-to-be, and appends it there. */
export function makeSvg<K extends keyof SVGElementTagNameMap>(
  parent: Node | null,
  tag: K,
  info?: SvgElementInfo | string,
  callback?: (el: SVGElementTagNameMap[K]) => void,
): SVGElementTagNameMap[K] {
  const element = documentOf(parent).createElementNS(SVG, tag);
  const details: SvgElementInfo = typeof info === 'string' ? { cls: info } : (info ?? {});
  describe(element, details);
  place(element, details.parent ?? parent, details.prepend === true);
  callback?.(element);
  return element;
}

function documentOf(node: Node | null): Document {
  if (!node) return activeDocument;
  return node.nodeType === Node.DOCUMENT_NODE ? node.doc : (node.ownerDocument ?? activeDocument);
}

function describe(element: Element, { cls, attr }: { cls?: string | string[]; attr?: DomElementInfo['attr'] }): void {
  if (cls !== undefined) element.addClasses(classNames(cls));
  if (attr) element.setAttrs(attr);
}

/** `value` is a property that the attribute does not follow once a person has typed. */
function assign(element: HTMLElement, name: string, value: string): void {
  if (name === 'value' && 'value' in element) Reflect.set(element, 'value', value);
  else element.setAttribute(name, value);
}

function place(element: Element, parent: Node | null, first: boolean): void {
  if (first) parent?.insertBefore(element, parent.firstChild);
  else parent?.appendChild(element);
}

/** The class names in a string or list, each of which may hold several. */
export function classNames(classes: string | readonly string[]): string[] {
  return [classes]
    .flat()
    .flatMap((entry) => entry.split(/\s+/))
    .filter((name) => name !== '');
}
