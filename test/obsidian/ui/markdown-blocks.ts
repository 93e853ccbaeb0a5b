import type { Blockquote, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { setIcon } from './icons.ts';
import { drawInline, type InlineContext } from './markdown-inline.ts';

const CALLOUT = /^\[!([^\]]+)\]([+-]?)(?:[ \t]+|$)(.*)$/;
/** What a callout's type looks like; other types look like a note. */
const CALLOUT_ICONS: Readonly<Record<string, string>> = {
  note: 'pencil',
  abstract: 'clipboard-list',
  summary: 'clipboard-list',
  tldr: 'clipboard-list',
  info: 'info',
  todo: 'circle-check',
  tip: 'flame',
  hint: 'flame',
  important: 'flame',
  success: 'check',
  check: 'check',
  done: 'check',
  question: 'circle-help',
  help: 'circle-help',
  faq: 'circle-help',
  warning: 'triangle-alert',
  caution: 'triangle-alert',
  attention: 'triangle-alert',
  failure: 'x',
  fail: 'x',
  missing: 'x',
  danger: 'zap',
  error: 'zap',
  bug: 'bug',
  example: 'list',
  quote: 'quote',
  cite: 'quote',
};

/** Draws blocks into an element. Each says in `data-line` and `data-end` which lines of the Markdown it shows. */
export function drawBlocks(nodes: readonly RootContent[], el: HTMLElement, context: InlineContext): void {
  for (const node of nodes) {
    const drawn = drawBlock(node, el, context);
    if (drawn) markLines(drawn, node);
  }
}

function drawBlock(node: RootContent, el: HTMLElement, context: InlineContext): HTMLElement | null {
  if (node.type === 'heading') {
    const heading = el.createEl(`h${node.depth}` as const, { attr: { dir: 'auto' } });
    drawInline(node.children, heading, context);
    heading.setAttr('data-heading', heading.getText());
    return heading;
  }
  if (node.type === 'paragraph') return drawParagraph(node, el, context);
  if (node.type === 'list') return drawList(node, el, context);
  if (node.type === 'blockquote') return drawQuote(node, el, context);
  if (node.type === 'code') return drawCode(node.lang ?? '', node.value, el);
  if (node.type === 'table') return drawTable(node, el, context);
  if (node.type === 'thematicBreak') return el.createEl('hr');
  if (node.type === 'html' && !node.value.startsWith('<!--')) {
    return el.createEl('p', { cls: 'html-source', text: node.value });
  }
  if (node.type === 'footnoteDefinition') {
    const note = el.createDiv('footnote');
    note.createSpan({ cls: 'footnote-ref', text: `[${node.identifier}] ` });
    drawBlocks(node.children, note, context);
    return note;
  }
  return null;
}

/** A block's id at its end, ` ^id`, is not shown. */
function drawParagraph(node: Paragraph, el: HTMLElement, context: InlineContext): HTMLElement {
  const paragraph = el.createEl('p', { attr: { dir: 'auto' } });
  drawInline(withoutBlockId(node), paragraph, context);
  return paragraph;
}

function withoutBlockId({ children }: Paragraph): Paragraph['children'] {
  const last = children.at(-1);
  if (last?.type !== 'text') return children;
  return [...children.slice(0, -1), { ...last, value: last.value.replace(/(?:^|\s)\^[\w-]+$/, '') }];
}

function drawList(node: List, el: HTMLElement, context: InlineContext): HTMLElement {
  const list = node.ordered === true ? el.createEl('ol') : el.createEl('ul');
  if (typeof node.start === 'number' && node.start !== 1) list.setAttr('start', node.start);
  for (const item of node.children) {
    const row = list.createEl('li', { attr: { dir: 'auto' } });
    markLines(row, item);
    drawItem(item, row, context);
    if (row.hasClass('task-list-item')) list.addClass('contains-task-list');
  }
  return list;
}

/** Any one character in the brackets makes a task, unlike in GitHub's Markdown. */
function drawItem(item: ListItem, row: HTMLElement, context: InlineContext): void {
  const [first, ...rest] = item.children;
  const [status, lead] = first?.type === 'paragraph' ? taskOf(item, first) : [null, null];
  if (status !== null) {
    row.addClass('task-list-item');
    row.toggleClass('is-checked', status !== ' ');
    row.setAttr('data-task', status === ' ' ? '' : status);
    const box = row.createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox' });
    box.checked = status !== ' ';
  }
  const nodes = lead ? [lead, ...rest] : item.children;
  for (const node of nodes) {
    // The paragraphs of a tight list stand in the item itself.
    if (node.type === 'paragraph' && item.spread !== true) drawInline(withoutBlockId(node), row, context);
    else drawBlocks([node], row, context);
  }
}

function taskOf(item: ListItem, first: Paragraph): [status: string | null, lead: Paragraph | null] {
  if (typeof item.checked === 'boolean') return [item.checked ? 'x' : ' ', null];
  const [text, ...others] = first.children;
  const match = text?.type === 'text' ? /^\[([^\s\]])\][ \t]+/.exec(text.value) : null;
  if (text?.type !== 'text' || !match) return [null, null];
  const rest = { ...text, value: text.value.slice(match[0].length) };
  return [match[1] ?? ' ', { ...first, children: [rest, ...others] }];
}

function drawQuote(node: Blockquote, el: HTMLElement, context: InlineContext): HTMLElement {
  const [first, ...rest] = node.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const [title = '', ...below] = text?.type === 'text' ? text.value.split('\n') : [];
  const callout = CALLOUT.exec(title);
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !callout) {
    const quote = el.createEl('blockquote', { attr: { dir: 'auto' } });
    drawBlocks(node.children, quote, context);
    return quote;
  }
  const others = first.children.slice(1);
  const lead = below.length > 0 ? [{ ...text, value: below.join('\n') }, ...others] : [];
  const onTitle = below.length > 0 ? [] : others;
  const [, type = 'note', fold = '', name = ''] = callout;
  const frame = drawCalloutFrame(type.toLowerCase(), fold, el);
  drawInline([{ type: 'text', value: name === '' ? capitalized(type) : name }, ...onTitle], frame.title, context);
  const paragraph: Paragraph = { type: 'paragraph', children: lead };
  if (first.position)
    paragraph.position = { ...first.position, start: { ...first.position.start, line: first.position.start.line + 1 } };
  drawBlocks(lead.length > 0 ? [paragraph, ...rest] : rest, frame.content, context);
  return frame.el;
}

function drawCalloutFrame(
  type: string,
  fold: string,
  el: HTMLElement,
): { el: HTMLElement; title: HTMLElement; content: HTMLElement } {
  const callout = el.createDiv({ cls: 'callout', attr: { 'data-callout': type, 'data-callout-fold': fold } });
  const head = callout.createDiv({ cls: 'callout-title', attr: { dir: 'auto' } });
  setIcon(head.createDiv('callout-icon'), CALLOUT_ICONS[type] ?? 'pencil');
  const title = head.createDiv('callout-title-inner');
  const content = callout.createDiv('callout-content');
  if (fold !== '') {
    callout.addClass('is-collapsible');
    setIcon(head.createDiv('callout-fold'), 'chevron-down');
    const collapse = (closed: boolean): void => {
      callout.toggleClass('is-collapsed', closed);
      content.toggle(!closed);
    };
    collapse(fold === '-');
    head.addEventListener('click', () => {
      collapse(!callout.hasClass('is-collapsed'));
    });
  }
  return { el: callout, title, content };
}

function drawCode(language: string, text: string, el: HTMLElement): HTMLElement {
  const frame = el.createEl('pre');
  frame.createEl('code', { cls: language === '' ? [] : `language-${language}`, text });
  return frame;
}

function drawTable(node: Table, el: HTMLElement, context: InlineContext): HTMLElement {
  const table = el.createDiv('table-wrapper').createEl('table');
  const [head, ...rows] = node.children;
  const drawRow = (row: Table['children'][number], parent: HTMLElement, tag: 'th' | 'td'): void => {
    const line = parent.createEl('tr');
    markLines(line, row);
    row.children.forEach((cell, column) => {
      const align = node.align?.[column];
      const cellEl = line.createEl(tag, { attr: { dir: 'auto', ...(align ? { align } : {}) } });
      drawInline(cell.children, cellEl, context);
    });
  };
  if (head) drawRow(head, table.createEl('thead'), 'th');
  const body = table.createEl('tbody');
  for (const row of rows) drawRow(row, body, 'td');
  return table;
}

function markLines(
  el: HTMLElement,
  { position }: { position?: { start: { line: number }; end: { line: number } } | undefined },
): void {
  if (position) el.setAttrs({ 'data-line': position.start.line - 1, 'data-end': position.end.line - 1 });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
