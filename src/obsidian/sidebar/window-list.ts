import { placeInOrder } from './placed-in-order.ts';

/** One row of a long list. */
export interface ListRow {
  /** The same for the same row: by it the row keeps its element over updates. */
  readonly key: string;
  /** All that the row shows: while it stays the same nothing is drawn anew. Asked only of rows that are in view. */
  readonly signature: () => string;
}

/** How the rows of a list are drawn. */
export interface RowDrawing<Row extends ListRow> {
  /** Fills an empty element, or fills it anew. */
  draw(row: Row, el: HTMLElement): void;
  /** Says which of how many the row is, which changes for rows that stay as they are. */
  number(row: Row, el: HTMLElement): void;
  /** About how high the row will be, in a list of this width; in pixels. */
  estimate(row: Row, width: number): number;
}

/** How far beyond its edges the list is drawn, in pixels. */
const BEYOND = 400;
/** Drawn rows may turn out higher or lower than estimated, which brings others into view; in the end this is enough. */
const MOST_PASSES = 4;

/**
 * A list of rows of different heights, of which only those in view are in the page. Rows keep their elements, and what
 * is in view stays where it is while rows above it come, go or turn out higher.
 */
export class WindowList<Row extends ListRow> {
  private rows: readonly Row[] = [];
  private readonly elements = new Map<string, { readonly el: HTMLElement; signature: string }>();
  private readonly heights = new Map<string, number>();
  private indexes = new Map<string, number>();
  /** Where each row begins, and where the last one ends. */
  private offsets: number[] = [0];
  private width = 0;
  private active: string | null = null;
  private frame = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly list: HTMLElement,
    private readonly drawing: RowDrawing<Row>,
  ) {}

  /** The row that the keyboard is at, which stays in the page wherever the list is scrolled. */
  get activeRow(): Row | null {
    return this.rows[this.activeIndex] ?? null;
  }

  get activeIndex(): number {
    return this.active === null ? -1 : (this.indexes.get(this.active) ?? -1);
  }

  get length(): number {
    return this.rows.length;
  }

  /** The row whose element this is, or lies in. */
  rowOf(target: Node): Row | null {
    for (const [key, { el }] of this.elements) {
      if (el.contains(target)) return this.rows[this.indexes.get(key) ?? -1] ?? null;
    }
    return null;
  }

  elementOf(key: string): HTMLElement | null {
    return this.elements.get(key)?.el ?? null;
  }

  setRows(rows: readonly Row[]): void {
    const hadFocus = this.list.contains(this.list.doc.activeElement);
    const before = this.activeIndex;
    const anchor = this.anchor(new Set(rows.map(({ key }) => key)));
    this.rows = rows;
    this.indexes = new Map(rows.map(({ key }, index) => [key, index]));
    for (const key of this.heights.keys()) if (!this.indexes.has(key)) this.heights.delete(key);
    const isGone = this.active !== null && !this.indexes.has(this.active);
    // The row that comes in the place of the one that went is the next to work on.
    if (isGone) this.active = rows[Math.min(Math.max(0, before), rows.length - 1)]?.key ?? null;
    this.measureWidth();
    this.reckon();
    if (anchor) this.scrollTo((this.offsets[this.indexes.get(anchor.key) ?? 0] ?? 0) + anchor.into);
    this.render();
    if (isGone && hadFocus && this.active !== null) this.elementOf(this.active)?.focus({ preventScroll: true });
  }

  /** Draws what has come into view, in the next frame. */
  drawSoon(): void {
    if (this.frame !== 0) return;
    this.frame = this.scroller.win.requestAnimationFrame(() => {
      this.frame = 0;
      if (this.measureWidth()) this.reckon();
      this.render();
    });
  }

  /** Makes a row the active one, shows it, and gives it the focus. */
  focusRow(index: number): void {
    const row = this.rows[Math.max(0, Math.min(index, this.rows.length - 1))];
    if (!row) return;
    this.setActive(row.key);
    this.render();
    this.reveal(row.key);
    this.elementOf(row.key)?.focus({ preventScroll: true });
  }

  setActive(key: string): void {
    if (key === this.active) return;
    const before = this.active === null ? null : this.elementOf(this.active);
    before?.setAttr('tabindex', '-1');
    this.active = key;
    this.elementOf(key)?.setAttr('tabindex', '0');
  }

  /** How many rows fit into the view. */
  pageSize(): number {
    const average = (this.offsets[this.rows.length] ?? 0) / Math.max(1, this.rows.length);
    return Math.max(1, Math.floor(this.scroller.clientHeight / Math.max(1, average)) - 1);
  }

  scrollToTop(): void {
    this.scrollTo(0);
    this.render();
  }

  close(): void {
    if (this.frame !== 0) this.scroller.win.cancelAnimationFrame(this.frame);
    this.elements.clear();
  }

  /** The first row in view that stays, and how far into it the view begins. */
  private anchor(staying: ReadonlySet<string>): { key: string; into: number } | null {
    const top = this.scroller.scrollTop;
    if (top === 0) return null;
    for (let index = this.indexAt(top); index < this.rows.length; index++) {
      const key = this.rows[index]?.key ?? '';
      if (staying.has(key)) return { key, into: top - (this.offsets[index] ?? 0) };
    }
    return null;
  }

  /** Behind another tab nothing is drawn: it has no height there, and is drawn when it comes to the front. */
  private render(): void {
    if (this.scroller.clientHeight === 0) return;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const drawn = this.drawInView();
      if (!this.measure(drawn)) break;
      this.reckon();
    }
    this.place();
  }

  /** Draws what is in view and not yet drawn as it is. Returns the keys of what was drawn. */
  private drawInView(): string[] {
    // What is drawn goes only when it is farther away, so that rows at the edge do not come and go with every scroll.
    const drawnBefore = this.rowsWithin(2 * BEYOND).filter(({ key }) => this.elements.has(key));
    const wanted = new Set([...this.rowsWithin(BEYOND), ...drawnBefore]);
    const active = this.activeRow ?? this.rows[0];
    if (active) wanted.add(active);
    const keys = new Set([...wanted].map(({ key }) => key));
    for (const key of [...this.elements.keys()]) if (!keys.has(key)) this.remove(key);
    const drawn = [...wanted].filter((row) => this.draw(row)).map(({ key }) => key);
    const inOrder = [...keys].sort((a, b) => (this.indexes.get(a) ?? 0) - (this.indexes.get(b) ?? 0));
    placeInOrder(
      this.list,
      inOrder.flatMap((key) => this.elementOf(key) ?? []),
    );
    this.setActive((this.activeRow ?? active)?.key ?? '');
    return drawn;
  }

  /** The rows in view and so many pixels beyond. */
  private rowsWithin(beyond: number): readonly Row[] {
    const { scrollTop, clientHeight } = this.scroller;
    return this.rows.slice(this.indexAt(scrollTop - beyond), this.indexAt(scrollTop + clientHeight + beyond) + 1);
  }

  private draw(row: Row): boolean {
    const known = this.elements.get(row.key);
    if (known) this.drawing.number(row, known.el);
    const signature = row.signature();
    if (known?.signature === signature) return false;
    const el = known?.el ?? this.list.createDiv({ attr: { tabindex: '-1' } });
    const hadFocus = known !== undefined && el.contains(el.doc.activeElement);
    this.drawing.draw(row, el);
    this.drawing.number(row, el);
    this.elements.set(row.key, { el, signature });
    el.setAttr('tabindex', row.key === this.active ? '0' : '-1');
    if (hadFocus && !el.contains(el.doc.activeElement)) el.focus({ preventScroll: true });
    return true;
  }

  private remove(key: string): void {
    this.elements.get(key)?.el.remove();
    this.elements.delete(key);
  }

  /** True where a row is not as high as was thought. What is in view then stays in its place. */
  private measure(keys: readonly string[]): boolean {
    const top = this.scroller.scrollTop;
    let shift = 0;
    let isOther = false;
    for (const key of keys) {
      const height = this.elementOf(key)?.offsetHeight ?? 0;
      const index = this.indexes.get(key) ?? 0;
      const thought = (this.offsets[index + 1] ?? 0) - (this.offsets[index] ?? 0);
      if (height === 0) continue;
      this.heights.set(key, height);
      if (height === thought) continue;
      isOther = true;
      if ((this.offsets[index + 1] ?? 0) <= top) shift += height - thought;
    }
    if (shift !== 0) this.scrollTo(top + shift);
    return isOther;
  }

  /** In a list of another width all rows have another height. */
  private measureWidth(): boolean {
    const width = this.list.clientWidth;
    if (width === this.width || width === 0) return false;
    this.width = width;
    this.heights.clear();
    for (const known of this.elements.values()) known.signature = '';
    return true;
  }

  private reckon(): void {
    const offsets = [0];
    let at = 0;
    for (const row of this.rows) {
      at += this.heights.get(row.key) ?? this.drawing.estimate(row, this.width);
      offsets.push(at);
    }
    this.offsets = offsets;
    this.list.setCssStyles({ height: `${String(at)}px` });
  }

  private place(): void {
    for (const [key, { el }] of this.elements) {
      const transform = `translateY(${String(this.offsets[this.indexes.get(key) ?? 0] ?? 0)}px)`;
      if (el.style.transform !== transform) el.setCssStyles({ transform });
    }
  }

  private reveal(key: string): void {
    const index = this.indexes.get(key) ?? 0;
    const [start = 0, end = 0] = [this.offsets[index], this.offsets[index + 1]];
    const { scrollTop, clientHeight } = this.scroller;
    if (start < scrollTop) this.scrollTo(start);
    else if (end > scrollTop + clientHeight) this.scrollTo(end - clientHeight);
    this.render();
  }

  private scrollTo(top: number): void {
    this.scroller.scrollTop = top;
  }

  /** The row at this height of the list, by halving. */
  private indexAt(top: number): number {
    let low = 0;
    let high = Math.max(0, this.rows.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.offsets[middle] ?? 0) <= top) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
