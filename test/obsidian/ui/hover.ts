import type { VisibleApp } from './visible-app.ts';
import { Component } from '../component.ts';
import { parseLinktext } from '../helpers.ts';
import { Keymap } from './keymap.ts';
import { MarkdownRenderer } from './markdown-renderer.ts';

interface HoverParent {
  hoverPopover: HoverPopover | null;
}

/** What a view tells of with `hover-link` (developer docs, “page preview”). */
export interface HoverLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: HoverParent;
  readonly targetEl: HTMLElement;
  readonly linktext: string;
  readonly sourcePath?: string;
}

/** Before a popover shows and before it goes, in milliseconds. */
const WAIT = 300;
const GAP = 8;

/** A bubble at an element, which stays while the pointer is on either. */
export class HoverPopover extends Component {
  readonly hoverEl: HTMLElement = createDiv('popover hover-popover');
  #timer = 0;

  constructor(
    readonly parent: HoverParent,
    private readonly targetEl: HTMLElement | null,
    waitTime = WAIT,
  ) {
    super();
    parent.hoverPopover?.hide();
    parent.hoverPopover = this;
    this.#timer = window.setTimeout(() => {
      this.#show();
    }, waitTime);
    this.#listen();
  }

  hide(): void {
    window.clearTimeout(this.#timer);
    this.hoverEl.remove();
    this.unload();
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
  }

  #show(): void {
    if (!this.targetEl?.isConnected) return;
    document.body.append(this.hoverEl);
    void this.load();
    const { left, bottom, top } = this.targetEl.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.hoverEl;
    const below = bottom + GAP + offsetHeight < window.innerHeight;
    const room = window.innerWidth - offsetWidth - GAP;
    this.hoverEl.setCssStyles({
      left: `${String(Math.max(GAP, Math.min(left, room)))}px`,
      top: `${String(Math.max(GAP, below ? bottom + GAP : top - GAP - offsetHeight))}px`,
    });
  }

  #listen(): void {
    const leave = (): void => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        this.hide();
      }, WAIT);
    };
    const stay = (): void => {
      if (this.hoverEl.isConnected) window.clearTimeout(this.#timer);
    };
    this.targetEl?.addEventListener('mouseleave', leave);
    this.targetEl?.addEventListener('mouseenter', stay);
    this.hoverEl.addEventListener('mouseleave', leave);
    this.hoverEl.addEventListener('mouseenter', stay);
    this.register(() => {
      this.targetEl?.removeEventListener('mouseleave', leave);
      this.targetEl?.removeEventListener('mouseenter', stay);
    });
  }
}

/** Shows the note behind a link when a view tells of the pointer being on it. */
export function watchHoverLinks(app: VisibleApp, needsMod: (source: string) => boolean): void {
  app.workspace.on('hover-link', (link: HoverLink) => {
    if (needsMod(link.source) && !Keymap.isModifier(link.event, 'Mod')) return;
    void showPreview(app, link);
  });
}

async function showPreview(
  app: VisibleApp,
  { hoverParent, targetEl, linktext, sourcePath = '' }: HoverLink,
): Promise<void> {
  const file = app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, sourcePath);
  if (!file) return;
  const popover = new HoverPopover(hoverParent, targetEl);
  const text = await app.vault.cachedRead(file);
  const content = popover.hoverEl.createDiv('markdown-preview-view markdown-rendered');
  content.createDiv({ cls: 'inline-title', text: file.basename });
  await MarkdownRenderer.render(app, text, content, file.path, popover);
}
