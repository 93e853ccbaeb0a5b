import { classNames, makeElement, makeSvg } from './dom-create.ts';
import { listenersOf } from './dom-events.ts';

/*
 * Puts the helpers that the app adds to the DOM in place, by the names and signatures of obsidian.d.ts. Imported for
 * its effect, and before anything that builds elements: imports run in the order in which they are written.
 */

/** The members of one prototype; `this` in them is that prototype's instance. */
type Members<T> = { [K in keyof T]?: unknown } & ThisType<T>;

function define<T extends object>(target: T, members: Members<T>): void {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(members));
  Object.defineProperties(
    target,
    Object.fromEntries(
      descriptors.map(([name, descriptor]) => [name, { ...descriptor, configurable: true, enumerable: false }]),
    ),
  );
}

define(Node.prototype, {
  get doc(): Document {
    return this.nodeType === Node.DOCUMENT_NODE ? (this as Document) : (this.ownerDocument ?? document);
  },
  get win(): Window {
    return this.doc.defaultView ?? window;
  },
  get constructorWin(): Window {
    return this.win;
  },
  detach() {
    this.parentNode?.removeChild(this);
  },
  empty() {
    while (this.lastChild) this.removeChild(this.lastChild);
  },
  insertAfter(node: Node, child: Node | null) {
    return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
  },
  indexOf(other: Node) {
    return [...this.childNodes].indexOf(other as ChildNode);
  },
  setChildrenInPlace(children: Node[]) {
    for (const child of [...this.childNodes]) if (!children.includes(child)) child.remove();
    children.forEach((child, index) => {
      if (this.childNodes[index] !== child) this.insertBefore(child, this.childNodes[index] ?? null);
    });
  },
  appendText(text: string) {
    this.appendChild(this.doc.createTextNode(text));
  },
  instanceOf(type: { readonly name: string; readonly prototype: object }) {
    if (isInstance(this, type)) return true;
    const theirs: unknown = Reflect.get(this.win, type.name);
    return typeof theirs === 'function' && isInstance(this, theirs);
  },
  createEl(tag: keyof HTMLElementTagNameMap, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) {
    return makeElement(this, tag, info, callback);
  },
  createDiv(info?: DomElementInfo | string, callback?: (el: HTMLDivElement) => void) {
    return makeElement(this, 'div', info, callback);
  },
  createSpan(info?: DomElementInfo | string, callback?: (el: HTMLSpanElement) => void) {
    return makeElement(this, 'span', info, callback);
  },
  createSvg(tag: keyof SVGElementTagNameMap, info?: SvgElementInfo | string, callback?: (el: SVGElement) => void) {
    return makeSvg(this, tag, info, callback);
  },
});

define(Element.prototype, {
  getText() {
    return this.textContent;
  },
  setText(text: string | DocumentFragment) {
    if (typeof text === 'string') this.textContent = text;
    else this.replaceChildren(text);
  },
  addClass(...classes: string[]) {
    this.addClasses(classes);
  },
  addClasses(classes: string[]) {
    this.classList.add(...classNames(classes));
  },
  removeClass(...classes: string[]) {
    this.removeClasses(classes);
  },
  removeClasses(classes: string[]) {
    this.classList.remove(...classNames(classes));
  },
  toggleClass(classes: string | string[], value: boolean) {
    for (const name of classNames(classes)) this.classList.toggle(name, value);
  },
  hasClass(name: string) {
    return this.classList.contains(name);
  },
  setAttr(name: string, value: string | number | boolean | null) {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  },
  setAttrs(attributes: Record<string, string | number | boolean | null>) {
    for (const [name, value] of Object.entries(attributes)) this.setAttr(name, value);
  },
  getAttr(name: string) {
    return this.getAttribute(name);
  },
  matchParent(selector: string, lastParent?: Element) {
    const found = this.closest(selector);
    return found && lastParent && !lastParent.contains(found) ? null : found;
  },
  getCssPropertyValue(property: string, pseudoElement?: string) {
    return getComputedStyle(this, pseudoElement).getPropertyValue(property).trim();
  },
  isActiveElement() {
    return this.doc.activeElement === this;
  },
  find(selector: string) {
    return this.querySelector(selector);
  },
  findAll(selector: string) {
    return [...this.querySelectorAll(selector)];
  },
  findAllSelf(selector: string) {
    return [...(this.matches(selector) ? [this] : []), ...this.querySelectorAll(selector)];
  },
});

define(DocumentFragment.prototype, {
  find(selector: string) {
    return this.querySelector(selector);
  },
  findAll(selector: string) {
    return [...this.querySelectorAll(selector)];
  },
});

const styling: Members<HTMLElement> = {
  setCssStyles(styles: Partial<CSSStyleDeclaration>) {
    for (const [name, value] of Object.entries(styles)) Reflect.set(this.style, name, value);
  },
  setCssProps(props: Record<string, string>) {
    for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
  },
};
define(HTMLElement.prototype, styling);
define(SVGElement.prototype, styling as Members<SVGElement>);

define(HTMLElement.prototype, {
  show() {
    this.toggle(true);
  },
  hide() {
    this.toggle(false);
  },
  toggle(show: boolean) {
    this.style.setProperty('display', show ? '' : 'none');
  },
  toggleVisibility(visible: boolean) {
    this.style.setProperty('visibility', visible ? '' : 'hidden');
  },
  isShown() {
    return this.isConnected && this.offsetParent !== null;
  },
  get innerWidth() {
    return this.clientWidth - padding(this, 'left') - padding(this, 'right');
  },
  get innerHeight() {
    return this.clientHeight - padding(this, 'top') - padding(this, 'bottom');
  },
  on(type: string, selector: string, listener: (event: Event, target: HTMLElement) => unknown, options?: boolean) {
    listenersOf(this).add(type, selector, listener, options);
  },
  off(type: string, selector: string, listener: (event: Event, target: HTMLElement) => unknown, options?: boolean) {
    listenersOf(this).remove(type, selector, listener, options);
  },
  onClickEvent(listener: (event: MouseEvent) => unknown, options?: boolean | AddEventListenerOptions) {
    this.addEventListener('click', listener, options);
    this.addEventListener('auxclick', listener, options);
  },
  onNodeInserted(listener: () => unknown, once = false) {
    const observer = new MutationObserver(() => {
      if (!this.isConnected) return;
      if (once) observer.disconnect();
      listener();
    });
    observer.observe(this.doc, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  },
  // There is one window only, so nothing migrates.
  onWindowMigrated() {
    return () => undefined;
  },
  trigger(type: string) {
    this.dispatchEvent(new Event(type, { bubbles: true }));
  },
});

define(Document.prototype, {
  on(type: string, selector: string, listener: (event: Event, target: HTMLElement) => unknown, options?: boolean) {
    listenersOf(this).add(type, selector, listener, options);
  },
  off(type: string, selector: string, listener: (event: Event, target: HTMLElement) => unknown, options?: boolean) {
    listenersOf(this).remove(type, selector, listener, options);
  },
});

define(UIEvent.prototype, {
  get targetNode(): Node | null {
    return isInstance(this.target, Node) ? (this.target as Node) : null;
  },
  get win(): Window {
    return this.view ?? window;
  },
  get doc(): Document {
    return this.win.document;
  },
  instanceOf(type: { readonly prototype: object }) {
    return isInstance(this, type);
  },
});

define<object>(window, {
  activeWindow: window,
  activeDocument: document,
  createEl(tag: keyof HTMLElementTagNameMap, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) {
    return makeElement(null, tag, info, callback);
  },
  createDiv(info?: DomElementInfo | string, callback?: (el: HTMLDivElement) => void) {
    return makeElement(null, 'div', info, callback);
  },
  createSpan(info?: DomElementInfo | string, callback?: (el: HTMLSpanElement) => void) {
    return makeElement(null, 'span', info, callback);
  },
  createSvg(tag: keyof SVGElementTagNameMap, info?: SvgElementInfo | string, callback?: (el: SVGElement) => void) {
    return makeSvg(null, tag, info, callback);
  },
  createFragment(callback?: (el: DocumentFragment) => void) {
    const fragment = new DocumentFragment();
    callback?.(fragment);
    return fragment;
  },
  sleep(ms: number) {
    return new Promise((resolve) => window.setTimeout(resolve, ms));
  },
  nextFrame() {
    return new Promise((resolve) => window.requestAnimationFrame(resolve));
  },
});

/** Whether a value is of a class of this window. */
function isInstance(value: unknown, { prototype }: { readonly prototype: unknown }): boolean {
  return Object.prototype.isPrototypeOf.call(prototype, Object(value) as object);
}

function padding(element: HTMLElement, side: string): number {
  return Number.parseFloat(element.getCssPropertyValue(`padding-${side}`)) || 0;
}
