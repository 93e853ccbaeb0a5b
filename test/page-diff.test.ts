import { expect, it } from 'vitest';
import { diffPage } from '../src/core/write/page-diff.ts';

it('tells what changes on a page by its sections, without the plugin’s record and what stays', () => {
  const before =
    '# Norvane\r\n\r\n## Decisions\r\n\r\n- Begin in May.\r\n- Keep the tablets.\r\n\r\n## Notes\r\n\r\nMine.\r\n';
  const after =
    '# Norvane\n\n## Decisions\n\n- Begin in June.\n- Keep the tablets.\n\n## Blockers\n\n- No depot.\n\n## Notes\n\nMine.\n\n%% account-pages 1 00000000\ndecisions 1a2b3c4d.5e6f7a8b.Qx0aB1cD\n%%\n';
  expect(diffPage(before, after)).toEqual([
    {
      heading: 'Decisions',
      lines: [
        { kind: 'removed', text: '- Begin in May.' },
        { kind: 'added', text: '- Begin in June.' },
        { kind: 'same', text: '- Keep the tablets.' },
      ],
    },
    {
      heading: 'Blockers',
      lines: [
        { kind: 'added', text: '## Blockers' },
        { kind: 'added', text: '- No depot.' },
      ],
    },
  ]);
});

it('finds nothing to tell where only the record or line ends differ', () => {
  expect(
    diffPage('# Norvane\n', '# Norvane\r\n\r\n%% account-pages 1 00000000\r\nkeyFacts 1a2b3c4d.5e6f7a8b\r\n%%\r\n'),
  ).toEqual([]);
});
