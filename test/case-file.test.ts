import { describe, expect, it } from 'vitest';
import { readCase, savedSettings } from './case-file.ts';
import { readMergeCase } from './merge-case-file.ts';

const fenced = (heading: string, text = 'x\n') => `${heading}\n\n\`\`\`md\n${text}\`\`\`\n\n`;

describe('a case', () => {
  it('is its steps, in order, with their texts and where these stand', () => {
    const file = `# A title\n\n${fenced('## Note `A.md`', '## Result: links\n~~~\n')}Why.\n\n${fenced('## Result: links')}`;
    const steps = readCase(file);
    expect(steps.map(({ kind, name, text }) => [kind, name, text])).toEqual([
      ['note', 'A.md', '## Result: links\n~~~\n'],
      ['result', 'links', 'x\n'],
    ]);
    expect(steps.map(({ start, end }) => file.slice(start, end))).toEqual(steps.map(({ text }) => text));
  });

  it.each([
    ['a step misspelled', fenced('## Resul: links'), 'A case has no such step: ## Resul: links'],
    ['a step that only merge cases have', '## Then: rebuild\n', 'A case has no such step: ## Then: rebuild'],
    ['a result without a fence', '## Result: nonsense\n', 'Nothing is fenced below “## Result: nonsense”.'],
    ['a note without a path', fenced('## Note'), '“## Note” names nothing.'],
  ])('is none with %s', (_, step, reason) => {
    expect(() => readCase(`# A title\n\n${step}\n${fenced('## Result: links')}`)).toThrow(reason);
  });
});

describe('a merge case', () => {
  it('has a fence below every step that has a text', () => {
    const steps = `# A title\n\n${fenced('## Page `A.md`')}## Then: rebuild\n\n`;
    expect(readMergeCase(`${steps}${fenced('## Result: page `A.md`')}`)).toHaveLength(3);
    for (const step of ['## Result: page `A.md`', '## Result: problems', '## Then: page `A.md`', '## Note `B.md`'])
      expect(() => readMergeCase(`${steps}${step}\n\n`)).toThrow(`Nothing is fenced below “${step}”.`);
  });
});

describe('any case', () => {
  it.each([
    ['a fence that is not closed', '## Note `A.md`\n```\nx\n', 'The fence below “## Note `A.md`” is not closed.'],
    [
      'a second fence in a step',
      `${fenced('## Note `A.md`')}${fenced('')}`,
      'More than one text is fenced below “## Note `A.md`”.',
    ],
    ['a fence above all steps', fenced(''), 'A text is fenced above the first step.'],
  ])('is none with %s', (_, step, reason) => {
    expect(() => readCase(`# A title\n${step}`)).toThrow(reason);
    expect(() => readMergeCase(`# A title\n${step}`)).toThrow(reason);
  });

  it('names only settings that there are, with values that they can have', () => {
    expect(savedSettings('{"plainBullets": true}')).toEqual({ plainBullets: true });
    expect(() => savedSettings('{"plainBulets": true}')).toThrow('There is no setting “plainBulets”.');
    expect(() => savedSettings('{"plainBullets": "yes"}')).toThrow('The default is used for “plainBullets”');
  });
});
