/** `## Key Facts ##` → level 2, `Key Facts` (CommonMark 4.2); null for any other line. In linear time. */
export function readHeading(line: string): { level: number; text: string } | null {
  const level = /^#{1,6}(?=[ \t]|$)/.exec(line)?.[0].length;
  if (level === undefined || /[\r\u2028\u2029]/.test(line)) return null;
  const text = withoutBlanks(line, level, line.length);
  let marks = text.length;
  while (text.charAt(marks - 1) === '#') marks--;
  const isClosing = marks < text.length && (marks === 0 || isBlankAt(text, marks - 1));
  return { level, text: isClosing ? withoutBlanks(text, 0, marks) : text };
}

/** By index: a pattern would look for the end from each blank. */
function withoutBlanks(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start < end && isBlankAt(text, start)) start++;
  while (end > start && isBlankAt(text, end - 1)) end--;
  return text.slice(start, end);
}

/** Whether a space or tab stands there. */
export function isBlankAt(text: string, index: number): boolean {
  const char = text.charAt(index);
  return char === ' ' || char === '\t';
}
