import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/core/problem.ts';
import { readSettings, unreadableSettings } from '../src/core/settings.ts';
import { en, type Texts } from '../src/obsidian/i18n/en.ts';
import { texts, textsIn } from '../src/obsidian/i18n/texts.ts';
import { MemoryVault, opened } from './memory-vault.ts';
import { problemCodes } from './problem-codes.ts';

const LANGUAGES = ['de', 'es', 'fr', 'pt'] as const;
type Language = (typeof LANGUAGES)[number];

/** What is said as in English because the words are the same. */
const SAME: Readonly<Record<string, Language>> = {
  'rebuild.accountWithNotes': 'fr',
  'settings.pages': 'fr',
  'settings.sections': 'fr',
  'settings.families.participants': 'fr',
  'sidebar.groupings.account': 'de',
  'sidebar.groupings.meeting': 'de',
  'item.status': 'pt',
};

/** Every text by its place: `commands.undo`. Lists are taken apart too. */
function textsByPlace(value: unknown, place = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    textsByPlace(inner, place === '' ? key : `${place}.${key}`),
  );
}

/** What stands for the values of a text: a list prints as what is in it, and no number is as large by chance. */
function marked(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [String(71_001 + index)]);
}

type Say = (...values: unknown[]) => unknown;

function isSay(value: unknown): value is Say {
  return typeof value === 'function';
}

/** A text in words, its values marked. */
function said(value: unknown, parameters: number): string {
  return isSay(value) ? String(value(...marked(parameters))) : String(value);
}

const ENGLISH = textsByPlace(en).filter(([place]) => place !== 'problems.say');

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const inLanguage = textsIn(language);
  const byPlace = new Map(textsByPlace(inLanguage));

  it('are there, each with the same values as in English', () => {
    expect(inLanguage).not.toBe(en);
    const parameters = (value: unknown) => (isSay(value) ? value.length : typeof value);
    expect(ENGLISH.map(([place]) => [place, parameters(byPlace.get(place))])).toEqual(
      ENGLISH.map(([place, value]) => [place, parameters(value)]),
    );
    expect(byPlace.size).toBe(ENGLISH.length + 1);
  });

  it('name every value that they are given', () => {
    const lost = ENGLISH.flatMap(([place, value]) => {
      if (!isSay(value)) return [];
      const words = said(byPlace.get(place), value.length);
      return marked(value.length).flatMap(([mark = '']) => (words.includes(mark) ? [] : [`${place}: ${words}`]));
    });
    expect(lost).toEqual([]);
  });

  it('are neither empty nor left in English, nor say “undefined”', () => {
    const wrong = ENGLISH.flatMap(([place, value]) => {
      const parameters = isSay(value) ? value.length : 0;
      const words = said(byPlace.get(place), parameters);
      const isSame = words === said(value, parameters);
      const maySame = SAME[place] === language || !/\p{L}/u.test(words);
      return words.trim() === '' || /undefined|\[object/.test(words) || (isSame && !maySame)
        ? [`${place}: ${words}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('begin and end as the English ones do, so that they fit where those stand', () => {
    const shape = (words: string) => ({
      isSentence: /[.!]$/.test(words),
      isQuestion: words.endsWith('?'),
      goesOn: words.endsWith('…'),
      isLead: / $/.test(words),
    });
    const unlike = ENGLISH.filter(([place]) => !place.startsWith('days.') && !place.includes('shortAge')).flatMap(
      ([place, value]) => {
        const parameters = isSay(value) ? value.length : 0;
        const [theirs, ours] = [said(byPlace.get(place), parameters), said(value, parameters)];
        return JSON.stringify(shape(theirs)) === JSON.stringify(shape(ours)) ? [] : [`${place}: ${theirs}`];
      },
    );
    expect(unlike).toEqual([]);
  });

  it('name commands as the palette has them, and have quotation marks in pairs', () => {
    const { commands, welcome, rebuild, encoding } = inLanguage;
    expect(welcome.withoutPage(2)).toContain(commands.createPage);
    expect(welcome.nothingWritten).toContain(commands.rebuildPage);
    expect(rebuild.problemsFound(2)).toContain(commands.showProblems);
    expect(encoding.repaired).toContain(commands.undo);
    const [open, close] = { de: '„“', es: '«»', fr: '«»', pt: '“”' }[language];
    const odd = ENGLISH.flatMap(([place, value]) => {
      const words = said(byPlace.get(place), isSay(value) ? value.length : 0);
      const others = '„“”«»"'.replace(open ?? '', '').replace(close ?? '', '');
      const isOdd = words.split(open ?? '').length !== words.split(close ?? '').length;
      return isOdd || [...others].some((mark) => words.includes(mark)) ? [`${place}: ${words}`] : [];
    });
    expect(odd).toEqual([]);
  });

  it('say each problem with all that it names', async () => {
    const wrong = (await problemsOfAllKinds()).flatMap((problem) => {
      const { message, fix } = inLanguage.problems.say(problem);
      const names = namesIn(problem);
      const words = `${message} ${fix}`;
      const isWrong =
        message === problem.message || fix === problem.fix || /undefined|null|\[object/.test(words) || fix === '';
      return isWrong || names.some((name) => !words.includes(name)) ? [[problem.code, names, words]] : [];
    });
    expect(wrong).toEqual([]);
  });
});

/** The values of a problem that its English words name. */
function namesIn({ values, message, fix }: Problem): string[] {
  return Object.entries(values)
    .filter(([key]) => key !== 'why')
    .flatMap(([, value]: [string, string | number | readonly string[] | null]) => value)
    .map(String)
    .filter((value) => value !== '' && `${message} ${fix}`.includes(value));
}

describe('the problems', () => {
  it('are of all kinds, and carry what their English words name', async () => {
    const problems = await problemsOfAllKinds();
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual(problemCodes());
    const unsaid = problems.flatMap((problem) => {
      const given = Object.entries(problem.values).flatMap(([key, value]: [string, unknown]) =>
        key === 'why' || value === null || value === '' ? [] : value,
      );
      return namesIn(problem).length === given.length ? [] : [problem];
    });
    expect(unsaid).toEqual([]);
  });

  it('are said in the core’s own words in English', async () => {
    for (const problem of await problemsOfAllKinds()) {
      const { message, fix } = problem;
      expect(en.problems.say(problem)).toEqual({ message, fix });
    }
  });
});

const DECISION = '## Decisions\n- Start in May.\n';
const page = (name: string, body = '') => `---\ntype: customer\n---\n# ${name}\n${body}`;

/** A vault in which everything goes wrong that can: once when it is first rebuilt, more after that. */
async function problemsOfAllKinds(): Promise<readonly Problem[]> {
  const vault = new FaultyVault([
    ['People/Ana Ruiz.md', '---\ntype: person\n---\n# Ana Ruiz\n'],
    ['Accounts/Norvane/README.md', page('Norvane')],
    ['Accounts/Norvane/index.md', page('Norvane')],
    ['Accounts/Norvane/2025-11-14 - A.md', '## Key Facts\n- They need ~40 seats.\n'],
    ['Accounts/Norvane/2025-11-15 - B.md', '## Key Facts\n- They need ~400 seats.\n'],
    ['2025-11-16 - Near.md', '---\naccount: Norvan\n---\n'],
    ['2025-11-16 - Unknown.md', '---\naccount: Quillhaven\n---\n'],
    ['2025-11-16 - Person.md', '---\naccount: Ana Ruiz\n---\n'],
    ['2025-11-16 - Date.md', '---\ndate: 2025-13-45\n---\n'],
    ['2025-11-16 - Encoding.md', '## Summary\nThe CafÃ© is open.\n'],
    ['2025-11-16 - Broken.md', '---\na: b: c\n- [\n---\n'],
    ['2025-11-16 - Code.md', '---js\nmodule.exports = {}\n---\n'],
    ['2025-11-16 - Fence.md', '```\nopen\n'],
    ['2025-11-16 - Unreadable.md', DECISION],
    ['2025-11-16 - Large.md', DECISION],
    ['Accounts/Norvane/Undated.md', DECISION],
    ...['Twice', 'Future', 'Conflict', 'Unclosed', 'Full', 'Later', 'Damaged', 'Gone', 'Emptied'].flatMap(
      (name): [string, string][] => [
        [`Accounts/${name}/README.md`, page(name)],
        [`Accounts/${name}/2025-11-14 - A.md`, DECISION],
      ],
    ),
  ]);
  const first = await opened(vault);
  await first.rebuild(first.graph.accounts(), '2026-02-01', '1');
  const change = (name: string, edit: (text: string) => string) => {
    const path = `Accounts/${name}/README.md`;
    vault.notes.set(path, edit(vault.notes.get(path) ?? ''));
  };
  change('Twice', () => page('Twice', '\n## Decisions\n- One.\n\n## Decisions\n- Two.\n'));
  change('Future', () => '---\ntype: customer\nlast_contact: 2030-01-01\n---\n# Future\n');
  change('Conflict', () => page('Conflict', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> phone\n'));
  change('Unclosed', () => page('Unclosed', '```\nopen\n'));
  change('Later', (text) => text.replace('%% account-pages 1 ', '%% account-pages 2 '));
  change('Damaged', (text) => text.slice(0, text.indexOf('%% account-pages') + 40));
  vault.notes.delete('Accounts/Gone/2025-11-14 - A.md');
  vault.notes.set('Accounts/Emptied/2025-11-14 - A.md', '');
  vault.notes.set('Accounts/Full/2025-11-14 - A.md', '## Decisions\n- Start in June.\n');
  vault.isFaulty = true;
  const again = await opened(vault);
  const { problems } = await again.rebuild(again.graph.accounts(), '2026-02-01', '2');
  return [
    ...problems,
    ...again.problems(),
    ...readSettings({ refreshDelay: 'soon' }, 'data.json').problems,
    ...readSettings('nothing', 'data.json').problems,
    unreadableSettings('data.json', 'it is no JSON'),
  ];
}

class FaultyVault extends MemoryVault {
  isFaulty = false;

  override sizeOf(path: string): Promise<number> {
    return path.includes('Large') ? Promise.resolve(50_000_000) : super.sizeOf(path);
  }

  override read(path: string): Promise<string> {
    return path.includes('Unreadable') ? Promise.reject(new Error('it is not downloaded')) : super.read(path);
  }

  override process(path: string, edit: (text: string) => string): Promise<string> {
    return this.isFaulty && path.includes('Full')
      ? Promise.reject(new Error('the disk is full'))
      : super.process(path, edit);
  }
}

const MANY =
  /\b1 (?:pages|accounts|notes|problems|days|lines|items|Seiten|Notizen|Probleme|Tage|Tagen|Zeilen|Meetings|Wochen|comptes|jours|lignes|réunions|problèmes|tâches|páginas|notas|cuentas|problemas|días|líneas|reuniones|tareas|contas|dias|linhas|reuniões|tarefas)(?![\p{L}-])/u;
const ONE =
  /\b2 (?:page|account|note|problem|day|line|item|Seite|Notiz|Problem|Tag|Zeile|Meeting|Woche|compte|jour|ligne|réunion|problème|tâche|página|nota|cuenta|problema|día|línea|reunión|tarea|conta|dia|linha|reunião|tarefa)(?![\p{L}-])/u;

describe('numbers', () => {
  const counts = (say: (count: number) => string) => [0, 1, 2].map(say);

  it('have the form that each language has for them', () => {
    const problems = (language: string) => counts(textsIn(language).rebuild.showProblems);
    expect(['en', 'de', 'es', 'fr', 'pt'].map(problems)).toEqual([
      ['Show 0 problems', 'Show 1 problem', 'Show 2 problems'],
      ['0 Probleme anzeigen', '1 Problem anzeigen', '2 Probleme anzeigen'],
      ['Mostrar 0 problemas', 'Mostrar 1 problema', 'Mostrar 2 problemas'],
      ['Afficher 0 problème', 'Afficher 1 problème', 'Afficher 2 problèmes'],
      ['Mostrar 0 problemas', 'Mostrar 1 problema', 'Mostrar 2 problemas'],
    ]);
  });

  it('of one are never followed by the form for many, nor of two by the form for one', () => {
    const wrong = ['en', ...LANGUAGES].flatMap((language) =>
      textsByPlace(textsIn(language)).flatMap(([place, value]) => {
        if (!isSay(value) || place === 'problems.say' || place === 'cli.didYouMean') return [];
        const [ofOne = '', ofTwo = ''] = [1, 2].map((count) =>
          String(value(...Array.from({ length: value.length }, () => count))),
        );
        return MANY.test(ofOne) || ONE.test(ofTwo) ? [`${language} ${place}: ${ofOne} / ${ofTwo}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the language', () => {
  it('is that of the app, without its country; English where it is none of these', () => {
    const chosen: [string, Texts][] = ['de', 'pt-BR', 'pt', 'es', 'fr', 'en', 'en-GB', 'zh-TW', 'ja', ''].map(
      (language) => [language, textsIn(language)],
    );
    expect(chosen.map(([language, { buttons }]) => [language, buttons.later])).toEqual([
      ['de', 'Später'],
      ['pt-BR', 'Mais tarde'],
      ['pt', 'Mais tarde'],
      ['es', 'Más tarde'],
      ['fr', 'Plus tard'],
      ['en', 'Later'],
      ['en-GB', 'Later'],
      ['zh-TW', 'Later'],
      ['ja', 'Later'],
      ['', 'Later'],
    ]);
    expect(texts).toBe(en);
  });

  it('of French keeps its punctuation at the word before it', () => {
    const loose = textsByPlace(textsIn('fr')).flatMap(([place, value]) => {
      if (place === 'problems.say') return [];
      const words = said(value, isSay(value) ? value.length : 0);
      return / [:;?!»]|« /.test(words) ? [`${place}: ${words}`] : [];
    });
    expect(loose).toEqual([]);
  });
});
