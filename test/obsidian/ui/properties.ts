import type { App } from '../app.ts';
import { parseYaml } from '../yaml.ts';
import { setIcon } from './icons.ts';
import { drawInline } from './markdown-inline.ts';

const ICONS: Readonly<Record<string, string>> = { tags: 'tags', aliases: 'corner-up-right', cssclasses: 'paintbrush' };

/** Draws a note's front matter as the table that stands above it. */
export function drawProperties(app: App, source: string, el: HTMLElement, sourcePath: string): void {
  const values = readProperties(source);
  const container = el.createDiv('metadata-container');
  container.createDiv({ cls: 'metadata-properties-heading', text: 'Properties' });
  const table = container.createDiv('metadata-properties');
  if (!values) {
    table.createDiv({ cls: 'metadata-error', text: 'The properties of this note are no valid YAML.' });
    return;
  }
  const isResolved = (linkpath: string): boolean =>
    app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath) !== null;
  for (const [name, value] of Object.entries(values)) {
    const row = table.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': name } });
    const key = row.createDiv('metadata-property-key');
    setIcon(key.createSpan('metadata-property-icon'), ICONS[name] ?? iconOf(value));
    key.createSpan({ text: name });
    drawValue(value, row.createDiv({ cls: 'metadata-property-value', attr: { dir: 'auto' } }), { isResolved });
  }
}

function readProperties(source: string): Record<string, unknown> | null {
  try {
    const values = parseYaml(source.replace(/^---.*\r?\n/, '').replace(/---[ \t]*(?:\r?\n)?$/, ''));
    if (values === null || values === undefined) return {};
    return typeof values === 'object' && !Array.isArray(values) ? { ...values } : null;
  } catch {
    return null;
  }
}

function drawValue(value: unknown, el: HTMLElement, context: { isResolved(linkpath: string): boolean }): void {
  if (Array.isArray(value)) {
    for (const entry of value) drawText(entry, el.createDiv('multi-select-pill'), context);
  } else if (typeof value === 'boolean') {
    el.createEl('input', { type: 'checkbox', attr: { disabled: true } }).checked = value;
  } else drawText(value, el, context);
}

function drawText(value: unknown, el: HTMLElement, context: { isResolved(linkpath: string): boolean }): void {
  drawInline([{ type: 'text', value: textOf(value) }], el, context);
}

/** A list in a list is an unquoted link: `[[Acme]]` in YAML. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.length === 1 && Array.isArray(value[0])) return `[[${value[0].join(', ')}]]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function iconOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'binary';
  if (typeof value === 'boolean') return 'square-check';
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? 'calendar' : 'text';
}
