/** `1 page`, `3 pages`, where a language has one form for one and another for all other numbers. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
