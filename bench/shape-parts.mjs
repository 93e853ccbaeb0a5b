// What the shapes are made of: a small vault around the hostile text, and text of a wanted size.

export const PAGE = 'Accounts/Norvane/README.md';
const FRONT = '---\ntype: customer\n---\n';
/** A page up to its facts, for lines to follow. */
export const PLAIN_PAGE = `${FRONT}# Norvane\n\n## Key Facts\n\n`;
const PLAIN_NOTE = [
  '## Summary\nAna showed the depot.\n',
  '## Key Facts\n- The depot runs forty vans.\n',
  '## Decisions\n- Start in May.\n',
  '## Risks\n- The lease ends in June.\n',
  '## Action Items\n- [ ] Send the offer @Ana Ruiz 📅 2026-02-01\n',
  '## Attendees\n- Ana Ruiz\n',
].join('\n');

/**
 * A vault of one account: its page, a plain note of it, and the hostile text as `page`, as a `note` of the account's
 * own, or as the note of another meeting that makes `mention` of it.
 */
export function vaultOf({ page, note, mention }) {
  return [
    [PAGE, page ?? `${PLAIN_PAGE}- A line of a person’s.\n`],
    ['Accounts/Norvane/2026-01-12 - Depot visit.md', PLAIN_NOTE],
    ...(note === undefined ? [] : [['Accounts/Norvane/2026-01-19 - Review.md', note]]),
    ...(mention === undefined ? [] : [['Meetings/2026-01-26 - Review.md', mention]]),
  ];
}

/** `unit` again and again, up to `size` characters. */
export function repeated(unit, size) {
  return unit.repeat(Math.max(1, Math.floor(size / unit.length)));
}

/** `piece(0)`, `piece(1)` and so on, up to `size` characters. */
export function numbered(size, piece) {
  const pieces = [];
  for (let length = 0, number = 0; length < size; number++) {
    pieces.push(piece(number));
    length += pieces[number].length;
  }
  return pieces.join('');
}
