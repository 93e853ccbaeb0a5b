import type { DiffLine, SectionDiff } from '../../core/write/page-diff.ts';
import { texts } from '../i18n/texts.ts';

const MARKS: Readonly<Record<DiffLine['kind'], string>> = { added: '+', removed: '−', same: '' };
const SPOKEN: Readonly<Record<DiffLine['kind'], string>> = {
  added: texts.preview.added,
  removed: texts.preview.removed,
  same: '',
};

/** Draws what changes on a page, section by section; the marks are also there for those who cannot see the colours. */
export function drawDiff(parent: HTMLElement, sections: readonly SectionDiff[], heads: 'h2' | 'h3' = 'h2'): void {
  for (const { heading, lines } of sections) {
    const section = parent.createDiv({ cls: 'account-pages-diff' });
    section.createEl(heads, { text: heading === '' ? texts.preview.aboveHeadings : heading });
    const list = section.createEl('ul');
    const shown = lines.map(({ text }) => withLinksAsShown(text));
    lines.forEach(({ kind, text }, index) => {
      // Two lines that differ in nothing but where a link leads are shown as they are written.
      const isAmbiguous = shown.some((other, at) => other === shown[index] && lines[at]?.text !== text);
      drawLine(list, kind, isAmbiguous ? text : (shown[index] ?? text));
    });
  }
}

/** `([[2026-10-27 - Handover#Decisions|2026-10-27]])` → `(2026-10-27)`, as the page shows it. */
function withLinksAsShown(line: string): string {
  return line.replace(/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g, (_, target: string, alias?: string) => alias ?? target);
}

function drawLine(list: HTMLElement, kind: DiffLine['kind'], text: string): void {
  const item = list.createEl('li', { cls: `account-pages-diff-line is-${kind}` });
  item.createSpan({ cls: 'account-pages-diff-mark', text: MARKS[kind], attr: { 'aria-hidden': 'true' } });
  if (SPOKEN[kind] !== '') item.createSpan({ cls: 'account-pages-for-screen-readers', text: SPOKEN[kind] });
  item.createSpan({ cls: 'account-pages-diff-text', text, attr: { dir: 'auto' } });
}
