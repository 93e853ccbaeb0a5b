import type { App } from '../app.ts';
import { Component } from '../component.ts';
import { drawBlocks } from './markdown-blocks.ts';
import { parseMarkdown } from './markdown-source.ts';

/** A piece of rendered Markdown that has a life of its own. */
export class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

/** Draws Markdown as the app shows it in reading view. */
export abstract class MarkdownRenderer extends MarkdownRenderChild {
  /**
   * Draws Markdown into an element. Front matter and comments are not shown, HTML is shown as text.
   * @param sourcePath the note against which links are resolved
   * @param component what is drawn lives as long as this; nothing that is drawn here needs it yet
   */
  static render(app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    if (!(component instanceof Component)) throw new TypeError('MarkdownRenderer.render needs a component.');
    const isResolved = (linkpath: string): boolean =>
      app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath) !== null;
    drawBlocks(parseMarkdown(markdown).children, el, { isResolved });
    return Promise.resolve();
  }
}
