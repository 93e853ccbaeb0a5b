import fc from 'fast-check';

/** The page that a person works on between rebuilds. */
export const PAGE = 'Accounts/Norvane/README.md';

export const FACTS = [
  'Norvane runs depots in Spain.',
  'Planning takes hours.',
  'Drivers use scanners.',
  'The board meets on Tuesdays.',
  'Peak season begins in autumn.',
  'Finance wants quotes.',
];

export const meeting = fc.record({
  day: fc.integer({ min: 10, max: 25 }),
  facts: fc.subarray(FACTS),
  decisions: fc.subarray(['Begin in one depot.', 'Keep the old tablets.', 'Quillon builds the feed.']),
  people: fc.subarray(['Ana Ruiz', 'Ben Okoro', 'Mei Tan']),
});

export type Meetings = readonly {
  day: number;
  facts: readonly string[];
  decisions: readonly string[];
  people: readonly string[];
}[];

export function notesOf(meetings: Meetings): [string, string][] {
  return meetings.map(({ day, facts, decisions, people }): [string, string] => [
    `Accounts/Norvane/2025-11-${String(day)} - Call.md`,
    `---\nparticipants: ${people.join(', ')}\n---\n## Key Facts\n${facts.map((fact) => `- ${fact}\n`).join('')}## Decisions\n${decisions.map((decision) => `- ${decision}\n`).join('')}`,
  ]);
}

/** What a person does to a page, at a place that is a share of its lines. */
export const edit = fc.record({
  kind: fc.constantFrom(
    'change',
    'delete',
    'own bullet',
    'own paragraph',
    'sub-bullet',
    'strike',
    'task',
    'move up',
    'callout',
    'fence',
    'cell',
    'link',
    'heading',
    'odd',
    'odd',
    'odd',
    'odd',
  ),
  // Of an even spread: doubles are mostly next to nothing.
  at: fc.nat(9_999).map((share) => share / 10_000),
});

export type Edit = { kind: string; at: number };

/** Lines that mean something in Markdown, or nearly do. */
const ODD_LINES = [
  '```WORD``` in a line',
  '<div>WORD</div>',
  '%% WORD %%',
  '| WORD | b |',
  '1. WORD',
  '  - WORD',
  '* WORD',
  '> - WORD',
  '- [x] WORD',
  '    WORD',
  'WORD\n---',
  '***\nWORD',
  '- WORD [[2025-11-10 - Call]]',
  '# WORD',
  '<!-- WORD -->',
  '- ```\n  WORD\n  ```',
  '- WORD\n\n  more of it',
  '$$\nWORD\n$$',
  '%% account-pages WORD %%',
];

/** Applies an edit above the ledger; `word` is what the person types and must never be lost. */
export function edited(page: string, { kind, at }: Edit, word: string, eol: string): string {
  const ledgerAt = page.indexOf('%% account-pages');
  const body = ledgerAt < 0 ? page : page.slice(0, ledgerAt);
  const rest = ledgerAt < 0 ? '' : page.slice(ledgerAt);
  const lines = body.split(eol);
  const first = lines.indexOf('# Norvane') + 1;
  const index = first + Math.floor(at * (lines.length - first));
  const line = lines[index] ?? '';
  const isBullet = line.startsWith('- ');
  const isRow = line.startsWith('|') && !line.includes('---') && !line.includes('Person');
  if (kind === 'change' && isBullet) lines[index] = line.replace(/\s(?=\(\[\[|[^\s[\]]+$)/, ` ${word} `);
  else if (kind === 'strike' && isBullet) lines[index] = `- ~~${line.slice(2)}~~ ${word}`;
  else if (kind === 'task' && isBullet) lines[index] = `- [ ] ${line.slice(2)} ${word}`;
  else if (kind === 'delete' && (isBullet || isRow)) lines.splice(index, 1);
  else if (kind === 'own bullet' && (isBullet || line === '')) lines.splice(index + 1, 0, `- ${word}`);
  else if (kind === 'own paragraph' && line === '') lines.splice(index, 0, '', `${word} wrote this.`);
  else if (kind === 'sub-bullet' && isBullet) lines.splice(index + 1, 0, `\t- ${word}`);
  else if (kind === 'move up' && isBullet && (lines[index - 1] ?? '').startsWith('- '))
    lines.splice(index - 1, 2, line, lines[index - 1] ?? '');
  else if (kind === 'callout' && line === '') lines.splice(index, 0, '', '> [!note]', `> ${word}`);
  else if (kind === 'fence' && line === '') lines.splice(index, 0, '', '```', `- ${word}`, '## Decisions', '```');
  else if (kind === 'cell' && isRow) lines[index] = line.replace(/\|\s*([^|]*?)\s*\|(?=[^|]*\|?$)/, `| ${word} |`);
  // Where nothing is shown, at some place of the note's name.
  else if (kind === 'link')
    lines[index] = line.replace(/\[\[[^[\]|#]*/, (path) =>
      typedAt(path, 2 + (Math.floor(at * 997) % (path.length - 1)), word),
    );
  else if (kind === 'heading' && line === '') lines.splice(index, 0, '', `### ${word}`, '');
  else if (kind === 'odd') {
    const odd = ODD_LINES[Math.floor(at * 1000) % ODD_LINES.length] ?? '';
    lines.splice(index + 1, 0, ...odd.replace('WORD', word).split('\n'));
  }
  return lines.join(eol) + rest;
}

function typedAt(text: string, at: number, word: string): string {
  return text.slice(0, at) + word + text.slice(at);
}
