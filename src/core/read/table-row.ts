/** `|:--|---:|`, the row below a table's header. In linear time. */
export function isDelimiterRow(text: string): boolean {
  return text.includes('-') && /^[|:\- \t]*$/.test(text) && splitRow(text).every((cell) => /^:?-+:?$/.test(cell));
}

/** `| a | b \| c |` → `['a', 'b | c']`. */
export function splitRow(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(^|[^\\])\|$/, '$1');
  const cells: string[] = [];
  let cell = '';
  for (let i = 0; i < inner.length; i++) {
    const char = inner.charAt(i);
    if (char === '\\' && inner.charAt(i + 1) === '|') {
      cell += '|';
      i++;
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  cells.push(cell.trim());
  return cells;
}
