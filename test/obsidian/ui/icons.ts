import { icons } from 'lucide';

/** An icon's drawing as Lucide ships it: nested [tag, attributes, children]. */
type Drawing = readonly [tag: string, attributes: object, children?: readonly Drawing[]];

const SVG = 'http://www.w3.org/2000/svg';
/** A view box as the documentation of `addIcon` gives it: drawn on 100 by 100. */
const ADDED_VIEW_BOX = '0 0 100 100';

const library = new Map<string, Drawing>(
  Object.entries<Drawing>(icons).map(([name, drawing]) => [dashed(name), drawing]),
);
const added = new Map<string, string>();

/** Puts an icon into an element in place of what is there; an unknown name leaves it empty, as the app does. */
export function setIcon(parent: HTMLElement, iconId: string): void {
  parent.empty();
  const icon = getIcon(iconId);
  if (icon) parent.append(icon);
}

/** A fresh drawing of an icon of Lucide's (with or without `lucide-` before its name) or of `addIcon`, or null. */
export function getIcon(iconId: string): SVGSVGElement | null {
  const name = iconId.replace(/^lucide-/, '');
  const own = added.get(iconId);
  if (own !== undefined) return drawAdded(iconId, own);
  const drawing = library.get(name);
  if (!drawing) return null;
  const icon = draw(drawing);
  if (!icon.instanceOf(SVGSVGElement)) return null;
  icon.setAttribute('class', `svg-icon lucide-${name}`);
  return icon;
}

/** Adds an icon whose drawing is given as SVG source without the `svg` element around it. */
export function addIcon(iconId: string, svgContent: string): void {
  added.set(iconId, svgContent);
}

export function removeIcon(iconId: string): void {
  added.delete(iconId);
}

export function getIconIds(): string[] {
  return [...added.keys(), ...[...library.keys()].map((name) => `lucide-${name}`)];
}

function draw([tag, attributes, children]: Drawing): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...(children ?? []).map(draw));
  return element;
}

/** Parsed as a document of its own, so that nothing in the source can run. */
function drawAdded(iconId: string, svgContent: string): SVGSVGElement | null {
  const source = `<svg xmlns="${SVG}" viewBox="${ADDED_VIEW_BOX}" class="svg-icon ${iconId}">${svgContent}</svg>`;
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  return parsed.instanceOf(SVGSVGElement) ? document.importNode(parsed, true) : null;
}

/** `FilePlus2` → `file-plus-2`. */
function dashed(name: string): string {
  return name
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/([0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
