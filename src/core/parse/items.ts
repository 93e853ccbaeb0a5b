import type { Family } from '../families.ts';
import { plainText, readInline } from '../read/inline.ts';
import type { Block, ItemBlock, RowBlock } from '../read/blocks.ts';
import { targetsIn } from './links.ts';
import type { Item, Participant, Task } from './note.ts';
import { isPlaceholder } from './placeholders.ts';
import type { Section } from './sections.ts';
import { isMetadata } from './summary.ts';
import { firstNamesOf, readTaskLine } from './task.ts';

const ITEM_FAMILIES: ReadonlySet<Family> = new Set([
  'facts',
  'decisions',
  'blockers',
  'questions',
  'outcomes',
  'topics',
  'opportunities',
  // What stands below these without a checkbox, on no page either; the family says why.
  'actions',
  'followUps',
]);

/** Turns the blocks of sections into items and tasks. */
export class ItemReader {
  readonly items: Item[] = [];
  readonly tasks: Task[] = [];

  private readonly firstNames: ReadonlySet<string>;

  /** `plainBullets`: whether bullets without a checkbox below an action heading are tasks. */
  constructor(
    private readonly plainBullets: boolean,
    participants: readonly Participant[],
  ) {
    this.firstNames = firstNamesOf(participants.map(({ name }) => name));
  }

  read(section: Section): void {
    if (section.family === 'transcript' || section.family === 'participants') return;
    const { blocks } = section;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      if (block?.type === 'row') this.addRow(section, block);
      if (block?.type === 'item' && block.depth === 0) this.addTree(section, itemTree(blocks, index), section.context);
    }
  }

  /** `label`: the bullet in the shape of a heading that the tree stands under; '' where there is none. */
  private addTree(section: Section, tree: ItemTree, context: readonly string[], label = ''): void {
    const { block, children } = tree;
    if (block.quote?.kind === '') return; // Quoted mail is somebody else's text.
    // A callout of no known kind explains the note; only its tasks are meant.
    if (section.isCallout && section.family === null && block.status === null) return;
    const inner = children.length === 0 ? context : [...context, plainText(block.text)];
    if (block.status !== null) this.addTask(section, block, context, detailOf(children));
    else if (section.family === 'actions' || section.family === 'followUps')
      this.addPlainAction(section, block, context, children);
    else if (isHeadingLike(block.text, children)) {
      for (const child of children) this.addTree(section, child, inner, labelOf(block.text));
      return;
    } else this.addItem(section, block, context, children, label);
    for (const child of children) this.addTasksOf(section, child, inner);
  }

  /** Tasks stand for themselves at any depth; other nested items belong to their parent. */
  private addTasksOf(section: Section, { block, children }: ItemTree, context: readonly string[]): void {
    if (block.status !== null && block.quote?.kind !== '') this.addTask(section, block, context, detailOf(children));
    if (children.length === 0) return;
    const inner = [...context, plainText(block.text)];
    for (const child of children) this.addTasksOf(section, child, inner);
  }

  private addItem(
    section: Section,
    block: ItemBlock,
    context: readonly string[],
    children: readonly ItemTree[],
    label = '',
  ): void {
    const whole = /:\s*$/.test(block.text) && children.length > 0 ? joinChildren(block.text, children) : block.text;
    this.push(section, label === '' ? whole : `${label}: ${whole}`, block.line, context, detailOf(children));
  }

  private push(section: Section, source: string, line: number, context: readonly string[], detail: string): void {
    const { text, markdown, links } = readInline(withoutTags(source));
    const isOfNoFamily = section.family === null || section.family === 'actions' || section.family === 'followUps';
    if (isPlaceholder(text) || (isOfNoFamily && isMetadata(text))) return;
    const family = section.family !== null && ITEM_FAMILIES.has(section.family) ? section.family : null;
    this.items.push({
      family,
      text,
      markdown,
      line,
      heading: section.heading,
      context,
      detail,
      links: orNone(links.map((link) => link.target)),
    });
  }

  private addRow(section: Section, row: RowBlock): void {
    const cells = row.cells.filter((cell) => cell !== '' && !/^[\d.#]+$/.test(cell));
    // In a wider table the first column says it; impact, owner and date are detail.
    const told = row.header.length === 2 ? cells.join(': ') : (cells[0] ?? '');
    if (told !== '')
      this.push(
        section,
        told,
        row.line,
        section.context,
        row.header.length === 2 ? '' : plainText(cells.slice(1).join(' ')),
      );
  }

  private addPlainAction(
    section: Section,
    block: ItemBlock,
    context: readonly string[],
    children: readonly ItemTree[],
  ): void {
    const label = /^\*\*([^*]+?):?\s*\*\*:?\s*$/.exec(block.text)?.[1];
    if (this.plainBullets && label !== undefined && children.length > 0) {
      // `- **Ana:**` over nested bullets: what Ana is to do.
      for (const child of children)
        if (child.block.status === null)
          this.addTask(
            section,
            { ...child.block, text: `${child.block.text} @${label}` },
            context,
            detailOf(child.children),
          );
    } else if (this.plainBullets) this.addTask(section, block, context, detailOf(children));
    else this.addItem(section, block, context, children);
  }

  private addTask(section: Section, block: ItemBlock, context: readonly string[], detail: string): void {
    const unlinked = block.status === null ? ownerPrefix(block.text) : { owner: null, text: block.text };
    const task = readTaskLine(unlinked.text, this.firstNames);
    if (isPlaceholder(task.text)) return;
    const { markdown, links } = readInline(task.text);
    const owners = unlinked.owner === null ? task.owners : [unlinked.owner, ...task.owners];
    // Field by field: copying an object with this many takes longer than reading the line.
    this.tasks.push({
      text: task.text,
      owners: orNone(owners),
      priority: task.priority,
      due: task.due,
      scheduled: task.scheduled,
      start: task.start,
      created: task.created,
      doneOn: task.doneOn,
      cancelledOn: task.cancelledOn,
      recurrence: task.recurrence,
      tags: orNone(task.tags),
      markdown,
      context,
      // `**Norvane:** send the data` names the account as its owner.
      detail: [detail, ...owners].join(' ').trim(),
      family: section.family,
      status: block.status,
      source: block.text,
      line: block.line,
      heading: section.heading,
      links: orNone([...links.map((link) => link.target), ...targetsIn(block.text)]),
    });
  }
}

const NONE: readonly never[] = [];

/** Most lists of an item are empty, and a vault has hundreds of thousands of them: they are one. */
function orNone<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list;
}

/** `Ana: send plan`, `Ana Ruiz to send plan`, `Ana will send plan` */
const OWNER_FIRST = /^(\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,3})(?::|\s(?:to|will)(?=\s\p{Ll}))\s+(.+)$/u;
/** `Send plan (Ana)` */
const OWNER_LAST = /^(.+?)\s+\((\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*){0,2})\)$/u;

/** `[Ana: Send plan](https://x.example)` or `**Ana:** send plan` → owner Ana, text `Send plan`. */
function ownerPrefix(source: string): { owner: string | null; text: string } {
  const text = plainText(source);
  const match = OWNER_FIRST.exec(text) ?? null;
  if (match) return { owner: match[1] ?? null, text: match[2] ?? '' };
  const last = OWNER_LAST.exec(text);
  return last ? { owner: last[2] ?? null, text: last[1] ?? '' } : { owner: null, text: source };
}

interface ItemTree {
  readonly block: ItemBlock;
  readonly children: ItemTree[];
}

/** The item at `index` with the deeper ones that follow it. */
function itemTree(blocks: readonly Block[], index: number): ItemTree {
  const root: ItemTree = { block: blocks[index] as ItemBlock, children: [] };
  const path: ItemTree[] = [root];
  for (let i = index + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.type !== 'item' || block.depth <= root.block.depth) break;
    while ((path[path.length - 1]?.block.depth ?? 0) >= block.depth) path.pop();
    const node: ItemTree = { block, children: [] };
    path[path.length - 1]?.children.push(node);
    path.push(node);
  }
  return root;
}

/** `- **Norvane**`, `- Norvane:`, `- Harrow & Finch` over nested items: a heading in the shape of a bullet. */
function isHeadingLike(text: string, children: readonly ItemTree[]): boolean {
  if (children.length === 0 || children.every(({ block }) => block.status !== null)) return false;
  const label = plainText(text).replace(/:$/, '');
  const words = label.split(' ');
  if (words.length > 4 || !/^\p{Lu}/u.test(label) || /[.!?,;]/.test(label)) return false;
  if (/^(?:\*\*|\[\[)/.test(text)) return true;
  // “Launch moves to March” says something; “Harrow & Finch” and “Open points” do not.
  return (
    !/:$/.test(plainText(text)) &&
    (words.length <= 2 || words.every((word) => /^(?:\p{Lu}|\p{N}|&|of$|and$)/u.test(word)))
  );
}

/** What the bullets below it are about, which they do not say again: `- **Budget:**` over `- 90k this year`. */
function labelOf(text: string): string {
  return text.replace(/\*\*/g, '').replace(/:\s*$/, '').trim();
}

function detailOf(children: readonly ItemTree[]): string {
  if (children.length === 0) return '';
  return children
    .map(({ block, children: inner }) =>
      [plainText(block.text), detailOf(inner)].filter((part) => part !== '').join(' '),
    )
    .join(' ')
    .slice(0, 1_000);
}

function joinChildren(parent: string, children: readonly ItemTree[]): string {
  const parts = children
    .filter(({ block }) => block.status === null)
    .map(({ block }) => block.text.replace(/[.;,]\s*$/, ''));
  return parts.length === 0 ? parent : `${parent} ${parts.join('; ')}`;
}

/** Tags say how a note is filed; on a page they would file the page. */
function withoutTags(text: string): string {
  if (!text.includes('#')) return text.trimEnd();
  return text.replace(/(\s)#(?=[^\s#]*[^\s#\d])[\p{L}\p{N}_/-]+(?=\s*$|\s+#)/gu, '$1').trimEnd();
}
